import { after } from 'node:test';

import pg, { type QueryResultRow } from 'pg';

import { startPostgres, type Postgres } from '../../../tools/postgres/start.ts';
import type { Connections } from '../src/database-connection.ts';
import { openEmbedded } from '../src/database-embedded.ts';
import { connectPostgres } from '../src/database-postgresql.ts';
import { databaseOver, type Database } from '../src/database.ts';
import { plantFault } from './booking/faults.ts';

/** Both databases that must behave alike. Faults are planted in one only. */
export const databaseKinds = process.env.MPP_TEST_FAULT
  ? (['postgresql'] as const)
  : (['embedded', 'postgresql'] as const);

/** Rows for a statement with its parameters. */
export type Query = <T extends QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>;

/** A database of one test file, as the server uses it, and as others see it. */
export interface TestDatabase extends Database {
  /** Its address; none for the embedded one. */
  url: string | undefined;
  /** As one who stands above the walls. */
  admin: Query;
  /** As the server, without naming a regency. */
  app: Query;
}

interface TestOptions {
  poolSize?: number;
  /** A fault to be planted in the schema, by its name in booking/faults.ts. */
  fault?: string | undefined;
}

let postgres: Promise<Postgres> | undefined;

/** A new database with the schema and nothing in it. It is dropped after the tests. */
export async function testDatabase(
  kind: 'embedded' | 'postgresql',
  { poolSize = 10, fault = process.env.MPP_TEST_FAULT }: TestOptions = {},
): Promise<TestDatabase> {
  // Registered before we wait for anything, so that it belongs to the test that called.
  const cleanups: (() => Promise<void>)[] = [];
  after(async () => {
    for (const cleanup of cleanups) await cleanup();
  });

  if (kind === 'embedded') {
    const database = asTestDatabase(await openEmbedded(), undefined);
    cleanups.push(() => database.close());
    return database;
  }
  const server = await (postgres ??= startPostgres());
  const url = await server.createDatabase();
  if (fault) await prepare(url, fault);
  const database = asTestDatabase(await connectPostgres(url, poolSize), url);
  cleanups.push(
    () => database.close(),
    () => server.dropDatabase(url),
  );
  return database;
}

async function prepare(url: string, fault: string) {
  const client = new pg.Client(url);
  await client.connect();
  await plantFault(client, fault);
  await client.end();
}

/** Everything that a test asks of a database, over connections that are open. */
export function asTestDatabase(connections: Connections, url: string | undefined): TestDatabase {
  const { pool } = connections;

  const query =
    (opening: string): Query =>
    async <T extends QueryResultRow>(text: string, values: unknown[] = []) => {
      const client = await pool.connect();
      try {
        await client.query(opening);
        const { rows } = await client.query<T>(text, values);
        await client.query('commit');
        return rows;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    };

  return {
    ...databaseOver(connections),
    url,
    admin: query('begin; set local role none'),
    app: query('begin'),
  };
}
