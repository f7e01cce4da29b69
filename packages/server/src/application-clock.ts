import type { Database } from './database.ts';
import type { SealedFiles } from './files/sealed-files.ts';

/** Rows at a time: so few that nobody waits for them. */
const most = 200;

/**
 * Issues applications of services that say so, once they were due and nobody has answered: a licence of
 * health workers on the fifth day (joint decree of 9 September 2025).
 *
 * @returns How many.
 */
export function issueDue(database: Database, regency: string): Promise<number> {
  return untilNone(() =>
    database.operate(regency, (operator) => operator.call('issue_due', [regency, most])),
  );
}

/**
 * Erases who applied, and what was answered, once an application ended longer ago than the regency keeps
 * it. Where it stood when stays.
 *
 * @returns How many.
 */
export function erasePastApplications(database: Database, regency: string): Promise<number> {
  return untilNone(() =>
    database.operate(regency, (operator) => operator.call('erase_applications', [regency, most])),
  );
}

/**
 * Takes away files that nobody may have any more. The store first: what the database still knows of is
 * looked for again.
 *
 * @returns How many.
 */
export function forgetFiles(
  database: Database,
  files: SealedFiles,
  regency: string,
): Promise<number> {
  return untilNone(async () => {
    const ids = await database.operate(regency, (operator) =>
      operator.call('files_to_forget', [regency, most]),
    );
    for (const id of ids) await files.remove(regency, id);
    if (ids.length > 0) {
      await database.operate(regency, (operator) => operator.call('forget_files', [regency, ids]));
    }
    return ids.length;
  });
}

async function untilNone(act: () => Promise<number>): Promise<number> {
  for (let all = 0; ;) {
    const count = await act();
    if (count === 0) return all;
    all += count;
  }
}
