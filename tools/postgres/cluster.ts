// A PostgreSQL of our own in a temporary folder, as a user that is not root.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { findBinaries } from './binaries.ts';

/** A running PostgreSQL that ends, and leaves nothing behind, when this process does. */
export interface Cluster {
  /** Address of a database in it, for its superuser. */
  url(database: string): string;
  /** Kills every process of it at once, as a crash would, and starts it again on what it left. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** How a cluster is made. */
export interface ClusterOptions {
  /** Whether what it acknowledges survives a power cut. Tests do without, and are quicker. */
  durable?: boolean;
}

const readyMs = 60_000;

/**
 * Each line on its standard input starts the server, the end of it stops the server for good: so it
 * stops however we end.
 */
const keeper = `
dir=$1; shift
while read -r _; do wait; "$@" >>"$dir/log" 2>&1 & done
kill -INT $! 2>/dev/null; wait; rm -rf "$dir"`;

/** Makes and starts a cluster. */
export async function startCluster({ durable = false }: ClusterOptions = {}): Promise<Cluster> {
  if (process.platform === 'win32') throw new Error('Set TEST_DATABASE_URL on Windows.');
  const binaries = findBinaries();
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'mpp-postgres-'));
  const data = join(folder, 'data');
  const password = randomBytes(18).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of user.uid === undefined ? [] : [folder, passwordFile]) {
    chownSync(path, user.uid!, user.gid!);
  }
  chmodSync(folder, 0o700);
  const how = { ...user, cwd: folder };
  execFileSync(
    join(binaries, 'initdb'),
    [
      ...['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile],
      ...['-E', 'UTF8', '--locale=C', '--no-sync'],
    ],
    { ...how, stdio: ['ignore', 'ignore', 'pipe'] },
  );

  const port = await freePort();
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '250',
    ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
  };
  const child = spawn(
    '/bin/sh',
    [
      ...['-c', keeper, 'keeper', folder, join(binaries, 'postgres'), '-D', data],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...how, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  child.unref();
  (child.stdin as Socket).unref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = (database: string) =>
    `postgres://postgres:${password}@127.0.0.1:${String(port)}/${database}`;

  async function start() {
    const until = Date.now() + readyMs;
    do {
      child.stdin.write('\n');
      if (await answers(url('postgres'), Math.min(until, Date.now() + 5_000))) return;
    } while (Date.now() < until);
    throw new Error(`PostgreSQL does not start: ${readFileSync(join(folder, 'log'), 'utf8')}`);
  }

  await start();
  return {
    url,
    async crash() {
      const postmaster = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]!;
      const children = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, parent]) => parent === postmaster)
        .map(([pid]) => Number(pid));
      for (const pid of [Number(postmaster), ...children]) kill(pid);
      await sleep(100);
      await start();
    },
    async stop() {
      child.ref();
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself since we looked.
  }
}

async function answers(url: string, until: number): Promise<boolean> {
  while (Date.now() < until) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

/** PostgreSQL refuses to run as root. Otherwise we run it as who we are. */
function unprivilegedUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user =
    users.find(([name]) => name === 'postgres') ??
    users.find(([name]) => name === 'nobody') ??
    users.find(([, , uid]) => Number(uid) >= 1000);
  if (!user) throw new Error('PostgreSQL does not run as root, and there is no other user here.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
