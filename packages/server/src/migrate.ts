import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

import type { ClientBase } from 'pg';

import { DatabaseUnusable } from './database-trouble.ts';

interface Migration {
  name: string;
  sha256: string;
  sql: string;
}

/** Where the migrations of this package are. */
export const migrationsFolder = new URL('../migrations/', import.meta.url);

const oldestVersion = 15;
const advisoryLock = 0x6d7070; // "mpp"

/**
 * Brings the database to this version of the schema. Each file is one transaction together with the
 * line that records it. Several processes may start at once: one migrates, the others wait for it.
 *
 * @returns The names of the files that were applied now.
 * @throws DatabaseUnusable when PostgreSQL is too old, or when a file that was applied has changed
 * or is not here.
 */
export async function migrate(client: ClientBase, folder = migrationsFolder): Promise<string[]> {
  await refuseOldVersion(client);
  const migrations = await readMigrations(folder);
  if (pending(migrations, await readApplied(client)).length === 0) return [];

  await client.query(`select pg_advisory_lock(${String(advisoryLock)})`);
  try {
    const wanted = pending(migrations, await readApplied(client));
    for (const migration of wanted) await apply(client, migration);
    return wanted.map(({ name }) => name);
  } finally {
    await client.query(`select pg_advisory_unlock(${String(advisoryLock)})`);
  }
}

/** The migrations in their order. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      // The same file with the line ends of another system is the same file.
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function pending(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const [name, sha256] of applied) {
    if (!known.has(name)) {
      throw new DatabaseUnusable(
        `The database has the migration ${name}, which this version does not know: use a newer version.`,
      );
    }
    if (known.get(name) !== sha256) {
      throw new DatabaseUnusable(
        `The migration ${name} is not the file that was applied: restore it, and put changes into a new file.`,
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function readApplied(client: ClientBase): Promise<Map<string, string>> {
  const exists = await client.query<{ exists: boolean }>(
    `select to_regclass('mpp.migration') is not null as exists`,
  );
  if (!exists.rows[0]?.exists) return new Map();
  const { rows } = await client.query<Migration>('select name, sha256 from mpp.migration');
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

async function apply(client: ClientBase, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into mpp.migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseUnusable(`The migration ${name} failed: ${reason}`, { cause });
  }
}

async function refuseOldVersion(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version,
       current_setting('server_version_num')::int as number`,
  );
  const [server] = rows;
  if (!server || server.number < oldestVersion * 10_000) {
    throw new DatabaseUnusable(
      `PostgreSQL ${server?.version ?? ''} is too old: version ${String(oldestVersion)} or later is needed.`,
    );
  }
}
