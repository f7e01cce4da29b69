import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { codeOf, DatabaseUnusable } from './database-trouble.ts';

/** A folder that no other process uses until it is released. */
export interface FolderLock {
  release(): void;
}

interface Owner {
  id: string;
  pid: number;
  /** When the process began, so that another with its number is not taken for it. */
  began: string;
  /** Where its number means anything: the machine, or the container. */
  where: string;
}

const heartbeatMs = 5_000;
const silentMs = 20_000;
const graceMs = 3_000;

/**
 * Locks a folder for this process: the embedded database has no lock of its own, and two processes
 * on one folder lose data without a word.
 *
 * The lock is a file made by an exclusive create. One whose owner has ended is taken over: here we
 * ask for the process, elsewhere (another container on the same volume) we look whether the file was
 * touched of late. Only who holds a second file, again made by an exclusive create, may remove a dead
 * lock, so that of many who see it dead one gets it.
 *
 * @throws DatabaseUnusable when the folder is in use, or cannot be written to.
 */
export function lockFolder(folder: string): FolderLock {
  try {
    return lock(folder);
  } catch (cause) {
    if (cause instanceof DatabaseUnusable) throw cause;
    throw new DatabaseUnusable(
      `The data folder ${folder} cannot be written to (${codeOf(cause)}).`,
      { cause },
    );
  }
}

function lock(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'mpp.lock');
  const id = randomUUID();
  if (!create(file, id)) takeOver(folder, file, id);

  const heartbeat = setInterval(() => {
    if (readOwner(file)?.id === id) utimesSync(file, new Date(), new Date());
  }, heartbeatMs).unref();

  return {
    release() {
      clearInterval(heartbeat);
      if (readOwner(file)?.id === id) rmSync(file, { force: true });
    },
  };
}

function takeOver(folder: string, file: string, id: string): void {
  refuseLiving(folder, file);
  const guard = join(folder, 'mpp.lock.takeover');
  if (!create(guard, id) && !(isOlder(guard, graceMs) && replace(guard, id))) {
    throw inUse(folder, 'a process that has just started');
  }
  try {
    refuseLiving(folder, file);
    if (!replace(file, id)) throw inUse(folder, 'a process that has just started');
  } finally {
    rmSync(guard, { force: true });
  }
}

function refuseLiving(folder: string, file: string): void {
  const owner = readOwner(file);
  if (!owner) {
    // Made an instant ago and not written yet, or cut off then.
    if (!isOlder(file, graceMs)) throw inUse(folder, 'a process that has just started');
    return;
  }
  if (owner.where === whereWeAre()) {
    if (isRunning(owner)) throw inUse(folder, `process ${String(owner.pid)}`);
  } else if (!isOlder(file, silentMs)) {
    throw inUse(folder, `another machine or container (${owner.where.split(' ')[0] ?? ''})`);
  }
}

function create(file: string, id: string): boolean {
  const owner: Owner = { id, pid: process.pid, began: whenBegan(process.pid), where: whereWeAre() };
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function replace(file: string, id: string): boolean {
  rmSync(file, { force: true });
  return create(file, id);
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** Whether a file has not been touched for so long. One that is gone is as old as can be. */
function isOlder(file: string, ms: number): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > ms;
  } catch {
    return true;
  }
}

function isRunning(owner: Owner): boolean {
  if (owner.pid === process.pid) return owner.began === whenBegan(process.pid);
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return owner.began === whenBegan(owner.pid);
}

/**
 * When a process began, as Linux counts it; elsewhere empty for all. One that has ended may still have
 * its number, until its parent has asked how.
 */
function whenBegan(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const [, state = '', ...rest] = stat.slice(stat.lastIndexOf(')')).split(' ');
    return 'ZX'.includes(state) ? 'ended' : (rest[18] ?? '');
  } catch {
    return '';
  }
}

function whereWeAre(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function inUse(folder: string, who: string): DatabaseUnusable {
  return new DatabaseUnusable(`The data folder ${folder} is in use by ${who}.`);
}
