import { day, slug, villageCode, wallTime, Weekday } from '@mpp-digital/contract';
import * as z from 'zod/mini';

import { weekdayOf } from '../weekday.ts';
import { Text, written } from './text-row.ts';

export const VillageRow = z.object({ code: villageCode, name: written });
export interface VillageRow extends z.infer<typeof VillageRow> {}

/** Where, and from when until when. */
const standing = { place: written, villageCode, start: wallTime, end: wallTime };

/** What the stop can do and what it cannot; without it, as the unit says. */
const notes = { canDo: z.optional(Text), cannotDo: z.optional(Text) };

const StopRow = z.object({ weekday: Weekday, ...standing, ...notes });
export interface StopRow extends z.infer<typeof StopRow> {}

const StopExceptionRow = z.object({
  date: day,
  /** Which stop, where the unit makes several on that day. */
  place: z.optional(written),
  moved: z.optional(z.object(standing)),
  cancelled: z.optional(z.object({ reason: Text })),
});
export interface StopExceptionRow extends z.infer<typeof StopExceptionRow> {}

export const MobileUnitRow = z.object({
  /** Short enough to begin the names of its stops. */
  id: slug.check(z.maxLength(60)),
  name: Text,
  agencyId: slug,
  serviceIds: z.array(slug),
  stops: z.array(StopRow),
  /** Days on which a stop is moved or cancelled. Holidays need none. */
  exceptions: z._default(z.array(StopExceptionRow), []),
  /** Whether a time can be booked at its stops. */
  takesBookings: z._default(z.boolean(), false),
  /** How many can book a stop on a day. Queue numbers have three digits. */
  quota: z.optional(z.int().check(z.positive(), z.maximum(999))),
  slotMinutes: z.optional(z.int().check(z.positive(), z.maximum(480))),
  ...notes,
});
/** A van, or others who come to the villages on days of the week. */
export interface MobileUnitRow extends z.infer<typeof MobileUnitRow> {}

/** The stops that an exception may mean: those of its day of the week, at its place if it names one. */
export function stopsMeant(
  { stops }: MobileUnitRow,
  { date, place }: StopExceptionRow,
): readonly StopRow[] {
  return stops.filter(
    (stop) => stop.weekday === weekdayOf(date) && (place === undefined || stop.place === place),
  );
}
