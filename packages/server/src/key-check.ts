import { timingSafeEqual } from 'node:crypto';

import sql from 'sql-template-tag';

import { ConfigError } from './config.ts';
import type { Database } from './database.ts';
import type { Secrets } from './secrets.ts';

/**
 * Makes sure that the database was written with this key; an empty one is from now on.
 *
 * @throws ConfigError when it was written with another.
 */
export async function checkKey(database: Database, secrets: Secrets): Promise<void> {
  const ours = secrets.check();
  const [row] = await database.operate('', async (operator) => {
    await operator.rows(sql`
      insert into mpp.key_check (hmac) values (${ours}) on conflict (one) do nothing
    `);
    return operator.rows<{ hmac: Buffer }>(sql`select hmac from mpp.key_check`);
  });
  if (!row || row.hmac.length !== ours.length || !timingSafeEqual(row.hmac, ours)) {
    throw new ConfigError(
      'MPP_KEY (or the file secret.key) is not the key that this database was written with: give the server that key, or an empty database.',
    );
  }
}
