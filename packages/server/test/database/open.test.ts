import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { startPostgres } from '../../../../tools/postgres/start.ts';
import { DatabaseBusy, DatabaseUnusable } from '../../src/database-trouble.ts';
import { openDatabase } from '../../src/database.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';

/** A line to a PostgreSQL that can be cut as a network does it: without a word. */
async function cuttableLine(url: string) {
  const sockets = new Set<Socket>();
  const { hostname, port } = new URL(url);
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ours = new URL(url);
  ours.hostname = '127.0.0.1';
  ours.port = String((server.address() as AddressInfo).port);
  return {
    url: ours.href,
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: () => server.close(),
  };
}

for (const kind of databaseKinds) {
  await describe(`using the database, ${kind}`, async () => {
    const database = await testDatabase(kind, { poolSize: 3 });
    const select = (text: string) => database.rows(null, { text, values: [] });

    await it('stays the server’s own role after errors of every kind', async () => {
      await assert.rejects(select('select 1/0'), { code: '22012' });
      await assert.rejects(select('reset role; select 1/0'));
      await assert.rejects(
        database.operate('35.79', (operator) => operator.rows({ text: 'select 1/0', values: [] })),
      );
      await assert.rejects(
        database.operate('35.79', () => Promise.reject(new Error('ours'))),
        /ours/,
      );
      const role = await select('select current_user::text as role');
      assert.deepEqual(role, [{ role: 'mpp_app' }]);
    });

    await it('reads days as days and counts as numbers', async () => {
      const text = `select date '2026-12-01' as day, count(*) as n, true as yes`;
      assert.deepEqual(await select(text), [{ day: '2026-12-01', n: 1, yes: true }]);
    });

    await it('reads only, where it reads', async () => {
      const write = select(`insert into mpp.attempt values ('35.79', '', 1, now())`);
      await assert.rejects(write, { code: '25006' });
    });

    await it('repeats what was given up for another, and then says that it is busy', async () => {
      let calls = 0;
      const conflict = (times: number) =>
        database.operate('35.79', async (operator) => {
          if (calls++ < times) {
            const text = `do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`;
            await operator.rows({ text, values: [] });
          }
          return 'done';
        });
      assert.equal(await conflict(3), 'done');
      assert.equal(calls, 4);
      calls = 0;
      await assert.rejects(conflict(9), DatabaseBusy);
      assert.equal(calls, 4);
    });

    await it('says what it is', async () => {
      const { version, ...health } = await database.health();
      assert.match(version, /^\d\d\.\d+/);
      assert.deepEqual(health, { kind, durable: kind === 'postgresql' });
    });
  });
}

await describe('opening the database', async () => {
  const postgres = await startPostgres();
  after(() => postgres.stop());

  await it('waits for no lock longer than two seconds, and says that it is busy', async () => {
    const url = await postgres.createDatabase();
    const database = await openDatabase({ url });
    const other = new pg.Client(url);
    await other.connect();
    await other.query('begin; lock mpp.attempt');
    const began = Date.now();
    const unlock = database.call('unlock', ['35.79', Buffer.from('a'), Buffer.from('b')]);
    await assert.rejects(unlock, DatabaseBusy);
    assert.ok(Date.now() - began < 4_000);
    await other.end();
    await database.close();
  });

  await it('survives that its connections are cut', async () => {
    const url = await postgres.createDatabase();
    const line = await cuttableLine(url);
    const database = await openDatabase({ url: line.url, poolSize: 2 });
    await database.health();
    // One connection is idle then, the other at work.
    const work = database.rows(null, { text: 'select pg_sleep(9)', values: [] });
    const broken = assert.rejects(work, DatabaseBusy);
    await sleep(200);
    line.cut();
    await broken;
    assert.equal((await database.health()).kind, 'postgresql');
    await database.close();
    line.close();
  });

  await it('refuses a login that may pass the walls, or may not come in', async () => {
    const url = await postgres.createDatabase();
    await (await openDatabase({ url })).close();
    const root = new pg.Client(url);
    await root.connect();
    const name = `outsider_${url.slice(-12)}`;
    await root.query(`create role ${name} login password 'secret'`);
    const as = url.replace(/\/\/[^@]*@/, `//${name}:secret@`);
    await assert.rejects(openDatabase({ url: as }), /permission denied|grant it the roles/);

    await root.query(`grant mpp_app, mpp_operator to ${name}`);
    const database = await openDatabase({ url: as });
    const text = 'select current_user::text as role';
    assert.deepEqual(await database.rows(null, { text, values: [] }), [{ role: 'mpp_app' }]);
    await database.close();

    const owners = `grant ${/\/\/([^:]*):/.exec(url)![1]!} to mpp_app`;
    await root.query(owners);
    await assert.rejects(
      openDatabase({ url }),
      new DatabaseUnusable(
        'The server would act as mpp_app, who can pass the walls between regencies.',
      ),
    );
    await root.query(owners.replace('grant', 'revoke').replace(' to ', ' from '));
    await root.query(`drop owned by ${name}`);
    await root.query(`drop role ${name}`);
    await root.end();
  });

  await it('is migrated by a login that owns the database, and was granted the roles', async () => {
    const url = await postgres.createDatabase();
    await (await openDatabase({ url: await postgres.createDatabase() })).close();
    const root = new pg.Client(url);
    await root.connect();
    const [name, database] = [`owner_${url.slice(-12)}`, /\/(mpp_test_\w+)/.exec(url)![1]!];
    await root.query(`create role ${name} login password 'secret'`);
    await root.query(`grant mpp_app, mpp_operator to ${name}`);
    await root.query(`alter database ${database} owner to ${name}`);
    const opened = await openDatabase({ url: url.replace(/\/\/[^@]*@/, `//${name}:secret@`) });
    const operate = (text: string) =>
      opened.operate('35.79', (operator) => operator.rows({ text, values: [] }));
    await operate(
      `insert into mpp.regency (code, name, time_zone) values ('35.79', 'Batu', 'UTC')`,
    );
    await operate(`insert into mpp.offer values ('35.79', 'mall', 'ktp', 'dukcapil')`);
    const answer = await opened.call('availability', ['35.79', 'mall', ['ktp'], null, 1]);
    assert.ok('days' in answer && answer.days.length === 1);
    await opened.close();
    await root.query(`alter database ${database} owner to current_user`);
    await root.query(`reassign owned by ${name} to current_user`);
    await root.query(`drop owned by ${name}`);
    await root.query(`drop role ${name}`);
    await root.end();
  });

  await it('keeps what the address itself asks for', async () => {
    const url = await postgres.createDatabase();
    const options = encodeURIComponent('-c work_mem=5MB -c role=postgres');
    const database = await openDatabase({ url: `${url}?options=${options}` });
    const text = `select current_user::text as role, current_setting('work_mem') as memory`;
    assert.deepEqual(await database.rows(null, { text, values: [] }), [
      { role: 'mpp_app', memory: '5MB' },
    ]);
    await database.close();
  });

  await it('says in one sentence that nobody answers, without the password', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const url = `postgres://somebody:hush@127.0.0.1:${port}/mpp`;
    await assert.rejects(openDatabase({ url }), (error: Error) => {
      assert.match(error.message, /^PostgreSQL cannot be reached: .*ECONNREFUSED.*\.$/);
      assert.ok(error instanceof DatabaseUnusable && !error.message.includes('hush'));
      return true;
    });
    await assert.rejects(openDatabase({}), DatabaseUnusable);
  });

  await it('says in one sentence that a certificate or a folder cannot be used', async () => {
    const url = 'postgres://somebody:hush@127.0.0.1/mpp?sslrootcert=/nope';
    await assert.rejects(openDatabase({ url }), (error: Error) => {
      assert.match(error.message, /^PostgreSQL cannot be reached: .*\/nope.*\.$/);
      return error instanceof DatabaseUnusable && !error.message.includes('hush');
    });
    const dataDir = await mkdtemp(join(tmpdir(), 'mpp-data-'));
    const unusable = new DatabaseUnusable(
      `The embedded database in ${dataDir}/pg cannot be opened: restore it, or begin with a new folder.`,
    );
    await writeFile(join(dataDir, 'pg'), 'a file');
    await assert.rejects(openDatabase({ dataDir }), unusable);
    await rm(join(dataDir, 'pg'));
    await mkdir(join(dataDir, 'pg'));
    await writeFile(join(dataDir, 'pg', 'PG_VERSION'), 'garbage');
    await assert.rejects(openDatabase({ dataDir }), unusable);
    await rm(dataDir, { recursive: true });
  });

  await it('keeps what the embedded database has in its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mpp-data-'));
    const dataDir = join(folder, 'deep', 'er');
    const first = await openDatabase({ dataDir });
    await first.operate('35.79', (operator) =>
      operator.rows({
        text: `insert into mpp.regency (code, name, time_zone) values ('35.79', 'Batu', 'UTC')`,
        values: [],
      }),
    );
    await assert.rejects(openDatabase({ dataDir }), /is in use by process \d+\.$/);
    await first.close();
    const second = await openDatabase({ dataDir });
    const text = 'select name from mpp.regency';
    assert.deepEqual(await second.rows(null, { text, values: [] }), [{ name: 'Batu' }]);
    await second.close();
    await rm(folder, { recursive: true });
  });
});
