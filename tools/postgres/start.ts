// A PostgreSQL for tests: the one that TEST_DATABASE_URL names, else one of our own.
import { randomBytes } from 'node:crypto';

import pg from 'pg';

import { type ClusterOptions, startCluster } from './cluster.ts';

/** A PostgreSQL to make databases in. */
export interface Postgres {
  /** Makes an empty database, and gives its address. */
  createDatabase(): Promise<string>;
  dropDatabase(url: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Finds or starts a PostgreSQL. One of our own ends with this process at the latest.
 *
 * `TEST_DATABASE_URL` must be a superuser's address, of any database: the tests make their own beside
 * it, and look at them from above the walls.
 */
export async function startPostgres(options?: ClusterOptions): Promise<Postgres> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? undefined : await startCluster(options);
  const address = given ?? cluster!.url('postgres');

  async function ask(text: string) {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  }

  return {
    async createDatabase() {
      const name = `mpp_test_${randomBytes(6).toString('hex')}`;
      await ask(`create database ${name} template template0`);
      return withDatabase(address, name);
    },
    dropDatabase: (url) =>
      ask(`drop database if exists ${/\/(mpp_test_\w+)/.exec(url)![1]!} with (force)`),
    stop: () => cluster?.stop() ?? Promise.resolve(),
  };
}

/** Only the path changes; the rest may be written in ways that URL does not know. */
function withDatabase(address: string, name: string): string {
  return address.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${name}`);
}
