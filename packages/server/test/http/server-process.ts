// A server as an operator starts it: a process of its own, with an environment and a log.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

import { startPostgres, type Postgres } from '../../../../tools/postgres/start.ts';

/** Both databases that must behave alike. */
export const databaseKinds = ['embedded', 'postgresql'] as const;

export type DatabaseKind = (typeof databaseKinds)[number];

/** A server process that listens. */
export interface ServerProcess {
  url: string;
  /** All that it has said so far, on standard output and standard error. */
  log(): string;
  /** Asks it to end, and says with which code it did, and after how many milliseconds. */
  stop(): Promise<{ code: number | null; ms: number }>;
  /** Ends it as a power cut ends a process. */
  kill(): Promise<void>;
}

/** A folder, a database and a key that servers of one test share. */
export interface Ground {
  kind: DatabaseKind;
  /** Address of the database; undefined for the embedded one. */
  databaseUrl: string | undefined;
  dataDir: string;
  environment: Record<string, string>;
  /** Servers on it; they end with the tests at the latest. */
  children: ChildProcess[];
}

const server = fileURLToPath(new URL('../../src/', import.meta.url));
const readyMs = 90_000;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

let postgres: Promise<Postgres> | undefined;

/** A new database with nothing in it, which is gone after the tests. */
export async function newGround(kind: DatabaseKind): Promise<Ground> {
  const cleanups: (() => Promise<unknown>)[] = [];
  const children: ChildProcess[] = [];
  // Registered before we wait for anything, so that it belongs to the test that called.
  after(async () => {
    for (const child of children) await killed(child);
    for (const cleanup of cleanups) await cleanup();
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'mpp-server-'));
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
  let databaseUrl: string | undefined;
  if (kind === 'postgresql') {
    const cluster = await (postgres ??= startPostgres());
    databaseUrl = await cluster.createDatabase();
    const url = databaseUrl;
    cleanups.push(() => cluster.dropDatabase(url));
  }
  return {
    kind,
    databaseUrl,
    dataDir,
    children,
    environment: {
      MPP_DATA_DIR: dataDir,
      MPP_KEY: randomBytes(32).toString('base64'),
      MPP_POOL_SIZE: '10',
      PORT: '0',
      HOST: '127.0.0.1',
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    },
  };
}

/** Starts a server and waits until it listens. */
export async function startServer(
  ground: Ground,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const run = runServer(['main.ts'], { ...ground.environment, ...environment });
  ground.children.push(run.child);
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${run.log()}`)), readyMs);
    void run.ended.then(({ code }) => {
      reject(new Error(`Ended with ${String(code)}:\n${run.log()}`));
    });
    run.child.stdout?.on('data', () => {
      const found = /"url":"([^"]+)"/.exec(run.log());
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]!);
    });
  });
  // From here on it holds nobody: a test that was left out must not wait for a server.
  run.hold(false);
  return {
    url,
    log: run.log,
    async stop() {
      const startedAt = performance.now();
      run.hold(true);
      run.child.kill('SIGTERM');
      const { code } = await run.ended;
      return { code, ms: performance.now() - startedAt };
    },
    async kill() {
      run.hold(true);
      await killed(run.child);
    },
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Runs one of the server's programs until it ends by itself. */
export async function runToEnd(
  program: readonly string[],
  environment: Record<string, string>,
): Promise<{ code: number | null; log: string }> {
  const { ended, log } = runServer(program, environment);
  const { code } = await ended;
  return { code, log: log() };
}

function runServer([file, ...rest]: readonly string[], environment: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--conditions=mpp-src', '--disable-warning=ExperimentalWarning', server + file!, ...rest],
    {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<{ code: number | null }>((resolve) => {
    child.once('close', (code) => resolve({ code }));
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const hold = (held: boolean) => {
    for (const part of [child, child.stdout as Socket, child.stderr as Socket]) {
      if (held) part.ref();
      else part.unref();
    }
  };
  return { child, ended, hold, log: () => text };
}
