import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import pg from 'pg';

import { startPostgres, type Postgres } from '../../../../tools/postgres/start.ts';
import { DatabaseUnusable } from '../../src/database-trouble.ts';
import { openDatabase } from '../../src/database.ts';
import { migrate, migrationsFolder, readMigrations } from '../../src/migrate.ts';

await describe('migrating', async () => {
  const postgres: Postgres = await startPostgres();
  let folder: URL;
  let names: string[];

  before(async () => {
    folder = pathToFileURL(join(await mkdtemp(join(tmpdir(), 'mpp-migrations-')), '/'));
    names = (await readMigrations()).map(({ name }) => name);
    for (const name of names)
      await copyFile(new URL(name, migrationsFolder), new URL(name, folder));
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await postgres.stop();
  });

  /** A client of a new database. */
  async function connect() {
    const client = new pg.Client(await postgres.createDatabase());
    await client.connect();
    after(() => client.end());
    return client;
  }

  await it('applies each file once, in order', async () => {
    const client = await connect();
    assert.deepEqual(await migrate(client, folder), names);
    assert.deepEqual(await migrate(client, folder), []);
    const { rows } = await client.query('select name from mpp.migration order by applied_at, name');
    assert.deepEqual(
      rows.map((row: { name: string }) => row.name),
      names,
    );
  });

  await it('lets several processes start at once', async () => {
    const url = await postgres.createDatabase();
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url, poolSize: 1 })));
    for (const database of opened) {
      assert.equal((await database.health()).kind, 'postgresql');
      await database.close();
    }
  });

  await it('stops at a file that has changed, or that is not here', async () => {
    const client = await connect();
    await migrate(client, folder);
    const first = new URL(names[0]!, folder);
    await writeFile(first, 'select 1');
    await assert.rejects(
      migrate(client, folder),
      new DatabaseUnusable(
        `The migration ${names[0]} is not the file that was applied: restore it, and put changes into a new file.`,
      ),
    );
    await rm(first);
    await assert.rejects(
      migrate(client, folder),
      new DatabaseUnusable(
        `The database has the migration ${names[0]}, which this version does not know: use a newer version.`,
      ),
    );
    await copyFile(new URL(names[0]!, migrationsFolder), first);
  });

  await it('applies a new file whole, or not at all', async () => {
    const client = await connect();
    await migrate(client, folder);
    const next = new URL('9999-next.sql', folder);
    await writeFile(next, 'create table mpp.next (); select 1/0;');
    await assert.rejects(migrate(client, folder), /9999-next.sql failed: division by zero/);
    await writeFile(next, 'create table mpp.next ();');
    assert.deepEqual(await migrate(client, folder), ['9999-next.sql']);
    await rm(next);
  });

  await it('refuses a PostgreSQL that is too old', async () => {
    const old = {
      query: () => Promise.resolve({ rows: [{ version: '14.9', number: 140_009 }] }),
    } as unknown as pg.Client;
    await assert.rejects(
      migrate(old),
      new DatabaseUnusable('PostgreSQL 14.9 is too old: version 15 or later is needed.'),
    );
  });
});
