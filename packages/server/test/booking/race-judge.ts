import type { TestDatabase } from '../test-database.ts';
import { auditAvailability, runAudits } from './audits.ts';
import { operationsOf } from './operations.ts';
import { regencies, services } from './race-world.ts';
import type { RaceReport } from './racers.ts';

/** Everything that is wrong after a race: nothing, or what and how often. */
export async function judgeRace(
  database: TestDatabase,
  reports: RaceReport[],
): Promise<Record<string, number>> {
  const { admin } = database;
  const wrong = await runAudits(admin);
  const note = (what: string, times: number) => {
    if (times > 0) wrong[what] = (wrong[what] ?? 0) + times;
  };

  for (const regency of regencies) {
    note(
      'availability that is not the count',
      await auditAvailability(admin, operationsOf(database), regency, services),
    );
  }

  const bookings = new Set(
    (await admin<{ id: string }>('select id from mpp.booking')).map(({ id }) => id),
  );
  const called = reports.flatMap((report) => report.called);
  note('number called twice, as officers were told', called.length - new Set(called).size);
  for (const report of reports) {
    note('replay with another answer', report.unlikeReplays);
    note('walls crossed', report.wallsCrossed);
    note('acknowledged but absent', report.acknowledged.filter((id) => !bookings.has(id)).length);
    for (const [answer, times] of Object.entries(report.answers)) {
      if (answer.includes(' error ')) note(answer, times);
    }
  }

  const [{ deadlocks } = { deadlocks: 0 }] = await admin<{ deadlocks: number }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  note('deadlocks', deadlocks);
  return wrong;
}
