import sql from 'sql-template-tag';

import type { Database } from './database.ts';
import { importFiles } from './import/import-files.ts';
import { regenciesOf } from './regencies.ts';

const files = ['regions.json', 'holidays.json', 'catalogue.json', 'forms.json'].map(
  (name) => new URL(`../data/${name}`, import.meta.url),
);

/**
 * Fills a database that serves no regency yet with the example data. There, unlike at a real place,
 * a seat that was given back comes free at once, so that a visitor sees it come back.
 *
 * @returns Whether there was something to do.
 */
export async function seedExample(database: Database): Promise<boolean> {
  const regencies = await regenciesOf(database);
  if (regencies.length > 0) return false;

  const imported = await importFiles(database, files);
  for (const { regency } of imported) {
    if (regency === undefined) continue;
    await database.operate(regency, (operator) =>
      operator.rows(sql`
        update mpp.regency set release_min = '0', release_max = '0' where code = ${regency}
      `),
    );
  }
  return true;
}
