import { join } from 'node:path';

import pg from 'pg';

import { ignoreBreaks, types, type Connections } from './database-connection.ts';
import { DatabaseUnusable } from './database-trouble.ts';
import { lockFolder } from './folder-lock.ts';
import { installJobs } from './jobs/install.ts';
import { migrate } from './migrate.ts';

/**
 * Opens PGlite in a folder of its own, or in memory without one. It has a single session, which acts
 * as `mpp_app` once it is migrated.
 */
export async function openEmbedded(folder?: string): Promise<Connections> {
  const { PGlite } = await import('@electric-sql/pglite');
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  const { btree_gist } = await import('@electric-sql/pglite/contrib/btree_gist');

  const lock = folder === undefined ? undefined : lockFolder(folder);
  try {
    const dataDir = folder === undefined ? 'memory://' : join(folder, 'pg');
    const lite = await PGlite.create({ dataDir, extensions: { btree_gist } }).catch(
      (cause: unknown) => {
        throw new DatabaseUnusable(
          `The embedded database in ${dataDir} cannot be opened: restore it, or begin with a new folder.`,
          { cause },
        );
      },
    );

    // The adapter's connection cannot be used twice, so each client brings its own.
    class LiteClient extends pg.Client {
      constructor() {
        const { connection } = createPgConfig(lite);
        super({ user: 'postgres', database: 'postgres', connection, types } as pg.ClientConfig);
      }
    }

    const owner = new LiteClient();
    await owner.connect();
    await migrate(owner);
    await installJobs(owner);
    await owner.query(`set role mpp_app; set timezone = 'UTC'`);
    await owner.end();

    const pool = new pg.Pool({
      max: 1,
      Client: LiteClient,
      connectionTimeoutMillis: 30_000,
    });
    ignoreBreaks(pool);
    return {
      kind: 'embedded',
      pool,
      // Its one session outlives the clients, who would prepare the same name twice.
      prepares: false,
      async close() {
        await pool.end();
        await lite.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}
