import type { DatedStop, mobile as operations } from '@mpp-digital/contract';

import type { Catalogue } from '../catalogue.ts';
import type { Database } from '../database.ts';
import { granted } from '../granted.ts';
import type { Handlers } from '../handler.ts';
import type { HeaderFields } from '../headers.ts';
import { KeptAnswer } from '../kept-answer.ts';
import { stopsOn, villagesOf } from '../mobile-units.ts';
import { Problem } from '../problem.ts';
import { stopCalendar } from '../stop-calendar.ts';

/** As the catalogue is kept, but not so long: a stop that is called off must be seen to be. */
const caching = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=604800';

const json: HeaderFields = { 'content-type': 'application/json', 'cache-control': caching };
const file: HeaderFields = { ...json, 'content-type': 'text/calendar; charset=utf-8' };

/** Which stops are asked for. */
interface Wanted {
  village?: string | undefined;
  unit?: string | undefined;
  from?: string | undefined;
}

export const mobile: Handlers<typeof operations> = {
  villages: ({ catalogue }) =>
    catalogue.answer('/mobile/villages', json, () =>
      JSON.stringify({ villages: villagesOf(catalogue.mobileUnits) }),
    ),

  async stops({ catalogue, query }, { database }) {
    const days = Number(query.days ?? 14);
    const schedule = await scheduleOf(catalogue, database, query, days);
    return new KeptAnswer(JSON.stringify(schedule), json, 'quick');
  },

  async calendar({ catalogue, query }, { database }) {
    const { stops, from } = await scheduleOf(catalogue, database, query, 92);
    const text = stopCalendar(stops, from, catalogue, query);
    return new KeptAnswer(text, file, 'quick');
  },
};

/**
 * What comes on some days.
 *
 * @throws Problem `not_found`, `day_past`.
 */
export async function scheduleOf(
  { regency, mobileUnits }: Catalogue,
  database: Database,
  { village, unit, from }: Wanted,
  days: number,
) {
  const units = mobileUnits.filter(({ id }) => unit === undefined || id === unit);
  const isKnown = village === undefined || villagesOf(units).some(({ code }) => code === village);
  if ((unit !== undefined && units.length === 0) || !isKnown) throw new Problem('not_found');

  const { rest, ...time } = granted(
    await database.call('days_of_rest', [regency.code, from ?? null, days]),
  );
  const known = {
    bookableUntil: time.bookableUntil,
    rest: new Map(rest.map(({ date, reason }) => [date, reason])),
  };
  const dates = Array.from({ length: days }, (_, i) => dayAfter(time.from, i));
  const stops = dates
    .flatMap((date) => units.flatMap((each) => stopsOn(date, each, known)))
    .filter(({ date, closes }) => date > time.today || closes > time.now)
    .filter((stop) => village === undefined || concerns(stop, village))
    .sort((a, b) => (a.date + a.opens).localeCompare(b.date + b.opens));
  return { timeZone: regency.timeZone, from: time.from, until: dates.at(-1)!, stops };
}

/** A stop that was moved away concerns those, too, to whom it does not come. */
function concerns({ village, movedFrom }: DatedStop, code: string): boolean {
  return village.code === code || movedFrom?.village.code === code;
}

function dayAfter(day: string, count: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
