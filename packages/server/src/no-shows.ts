import type { Database } from './database.ts';

/** Days at a time: so few that nobody waits for them. */
const most = 50;

/**
 * Marks who booked on a day that is over and did not come; their history says that the clock did it.
 * Several servers may do it at once.
 *
 * @returns How many days of an agency at a place were looked at.
 */
export async function markNoShows(database: Database, regency: string): Promise<number> {
  for (let all = 0; ;) {
    const days = await database.operate(regency, (operator) =>
      operator.call('mark_no_shows', [regency, most]),
    );
    if (days === 0) return all;
    all += days;
  }
}
