import type { Database } from './database.ts';

/** Rows at a time: so few that nobody waits for them. */
const most = 500;

/**
 * Erases who came to visits that lie back longer than the regency keeps it (at most 30 days, as
 * citizens are told), and forgets answers that are no longer given again, and what became of messages
 * to webhooks 30 days ago. What is left of a booking
 * says nothing of the person. Several servers may do it at once.
 *
 * @returns How many rows were erased or forgotten.
 */
export async function erasePast(database: Database, regency: string): Promise<number> {
  for (let all = 0; ;) {
    const erased = await database.operate(
      regency,
      async (operator) =>
        (await operator.call('erase_past', [regency, most])) +
        (await operator.call('forget_deliveries', [regency, most])),
    );
    if (erased === 0) return all;
    all += erased;
  }
}
