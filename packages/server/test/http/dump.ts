// What somebody finds who gets hold of the database.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import pg from 'pg';

import type { Ground } from './server-process.ts';

/** As text, as hex (of bytea in a dump) and as base64. */
export function forms(canary: string): Buffer[] {
  const bytes = Buffer.from(canary);
  return [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64'))];
}

/** Everything that is kept: all rows of all tables, or every byte of the folder. */
export async function dumpOf({ databaseUrl, dataDir }: Ground): Promise<Buffer> {
  if (databaseUrl === undefined) {
    const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
    return Buffer.concat(
      await Promise.all(
        files
          .filter((file) => file.isFile())
          .map((file) => readFile(join(file.parentPath, file.name))),
      ),
    );
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name: table } of tables) {
    const { rows } = await client.query<{ text: string }>(`select t::text as text from ${table} t`);
    parts.push(...rows.map(({ text }) => text));
  }
  await client.end();
  return Buffer.from(parts.join('\n'));
}
