import sql from 'sql-template-tag';

import type { Database } from './database.ts';

/** Codes of the regencies that this database serves. */
export async function regenciesOf(database: Database): Promise<string[]> {
  const rows = await database.rows<{ code: string }>(
    null,
    sql`select code from mpp.regency order by code`,
  );
  return rows.map(({ code }) => code);
}
