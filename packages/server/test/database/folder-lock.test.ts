import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { DatabaseUnusable } from '../../src/database-trouble.ts';
import { lockFolder } from '../../src/folder-lock.ts';

const holder = new URL('folder-lock-holder.ts', import.meta.url).pathname;

await describe('locking a folder', async () => {
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mpp-lock-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Another process that tries to lock the folders, keeps them, and tells how it went. */
  function start(folders = [folder], moment = 0): { child: ChildProcess; answer: Promise<string> } {
    const child = spawn(
      process.execPath,
      [...process.execArgv, holder, String(moment), ...folders],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    const answer = once(child.stdout, 'data').then(([data]) => String(data).trim());
    return { child, answer };
  }

  /** Lets four processes want each of many folders in the same millisecond. */
  async function oneOfMany(prepare: (folder: string) => void) {
    const folders = Array.from({ length: 40 }, (_, i) => join(folder, String(i)));
    for (const each of folders) {
      mkdirSync(each);
      prepare(each);
    }
    const moment = Date.now() + 500;
    const tellings = await Promise.all([1, 2, 3, 4].map(() => start(folders, moment).answer));
    const answers = tellings.map((telling) => telling.split('\n'));
    for (const i of folders.keys()) {
      const locked = answers.filter((answer) => answer[i] === 'locked');
      assert.equal(locked.length, 1, answers.map((answer) => answer[i]).join('\n'));
    }
  }

  await it('refuses a second process, until the first has released it', async () => {
    const lock = lockFolder(folder);
    assert.equal(
      await start().answer,
      `The data folder ${folder} is in use by process ${process.pid}.`,
    );
    assert.throws(() => lockFolder(folder), DatabaseUnusable);
    lock.release();
    assert.equal(await start().answer, 'locked');
    assert.throws(() => lockFolder(folder), /is in use by process/);
  });

  await it('takes over from a process that was killed', async () => {
    const { child, answer } = start();
    assert.equal(await answer, 'locked');
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockFolder(folder).release();
  });

  await it('takes over from a process that has ended and that nobody has buried', async (t) => {
    if (process.platform !== 'linux') return t.skip('only Linux tells');
    // Whoever the shell becomes knows nothing of its child.
    const line = `"$0" "$@" & exec sleep 60`;
    const parent = spawn(
      'sh',
      ['-c', line, process.execPath, ...process.execArgv, holder, '0', folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    children.push(parent);
    await once(parent.stdout, 'data');
    const { pid } = JSON.parse(readFileSync(join(folder, 'mpp.lock'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    while (!readFileSync(`/proc/${String(pid)}/stat`, 'utf8').includes(') Z ')) await sleep(5);
    lockFolder(folder).release();
  });

  await it('says in one sentence that it cannot write', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    assert.throws(
      () => lockFolder(join(file, 'data')),
      new DatabaseUnusable(`The data folder ${file}/data cannot be written to (ENOTDIR).`),
    );
  });

  await it('gives a dead lock to one of many who want it at once', async () => {
    const { child, answer } = start();
    await answer;
    child.kill('SIGKILL');
    await once(child, 'exit');
    await oneOfMany((each) => copyFileSync(join(folder, 'mpp.lock'), join(each, 'mpp.lock')));
  });

  await it('gives a new folder to one of many who want it at once', async () => {
    await oneOfMany(() => undefined);
  });

  await it('is not fooled by another process with the number of a dead one', () => {
    lockFolder(folder);
    change((owner) => ({ ...owner, id: 'another', began: '1' }));
    lockFolder(folder).release();
  });

  await it('asks the clock where it cannot ask for the process', () => {
    lockFolder(folder);
    change((owner) => ({ ...owner, id: 'another', where: 'elsewhere pid:[1]' }));
    assert.throws(() => lockFolder(folder), /is in use by another machine or container/);
    const lately = new Date(Date.now() - 60_000);
    utimesSync(join(folder, 'mpp.lock'), lately, lately);
    lockFolder(folder).release();
  });

  await it('waits for one that was cut off while it wrote', () => {
    const file = join(folder, 'mpp.lock');
    writeFileSync(file, '');
    assert.throws(() => lockFolder(folder), /is in use by a process that has just started/);
    const lately = new Date(Date.now() - 60_000);
    utimesSync(file, lately, lately);
    lockFolder(folder).release();
  });

  function change(edit: (owner: object) => object) {
    const file = join(folder, 'mpp.lock');
    writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, 'utf8')) as object)));
  }
});
