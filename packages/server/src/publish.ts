import { setTimeout as sleep } from 'node:timers/promises';

import type { Database } from './database.ts';
import { DatabaseBusy } from './database-trouble.ts';

/**
 * A day that kept its slots although its schedule has changed, because somebody has booked. Those
 * outside the new hours are closed.
 */
export interface KeptDay {
  placeId: string;
  agencyId: string;
  /** `2026-12-01` */
  day: string;
}

/** What publishing did. */
export interface Published {
  /** How many slots it made. */
  created: number;
  kept: KeptDay[];
}

interface Schedule {
  placeId: string;
  agencyId: string;
}

const attempts = 5;

/**
 * Makes the slots of the days that can be booked, from the regency's schedules. Called again, it
 * changes nothing; several servers may do it at once.
 */
export async function publishSlots(database: Database, regency: string): Promise<Published> {
  // A day whose schedule is gone has a plan too: no slots.
  const schedules = await database.rows<Schedule>(regency, {
    text: `select place_id as "placeId", agency_id as "agencyId" from mpp.schedule
      union select place_id, agency_id from mpp.published_day
      order by 1, 2`,
    values: [],
  });
  const published: Published = { created: 0, kept: [] };
  for (const { placeId, agencyId } of schedules) {
    const { created, kept } = await patiently(() =>
      database.operate(regency, (operator) =>
        operator.call('publish_schedule', [regency, placeId, agencyId]),
      ),
    );
    published.created += created;
    published.kept.push(...kept.map((day) => ({ placeId, agencyId, day })));
  }
  return published;
}

/** Another server may be publishing the same schedule: then we wait for it. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseBusy) || attempt === attempts) throw error;
      await sleep(Math.random() * 500);
    }
  }
}
