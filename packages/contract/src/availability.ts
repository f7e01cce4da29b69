import * as z from '#schema';

import type { Operations } from './operation.ts';
import { day, moment, slug, Text } from './text.ts';

export const Slot = z.object({
  /** What one holds or books: `slotId`. */
  id: z.uuid(),
  /** When it begins, RFC 3339 with offset: `2026-12-01T09:20:00+07:00`. */
  startsAt: moment,
  /** When it ends, RFC 3339 with offset. */
  endsAt: moment,
  /** Who serves then. */
  agencyId: slug,
  /** Which of the asked services can be had then. */
  serviceIds: z.array(slug),
  /** Places left. */
  free: z.int().check(z.positive()),
});
/** A time that has room. */
export interface Slot extends z.infer<typeof Slot> {}

export const AvailableDay = z.object({
  /** In the place's time zone: `2026-12-01`. */
  date: day,
  /**
   * `open` has room for all asked services, `full` has none left, `closed` is not served, or not any
   * more today.
   */
  state: z.enum(['open', 'full', 'closed']),
  /** Why it is closed: the holiday's name, or what the mall says. */
  reason: z.optional(Text),
  /** Places left; for several services the fewest of any agency. */
  free: z.int().check(z.nonnegative()),
  /** Earliest first; none unless `open`. */
  slots: z.array(Slot),
});
/** One calendar day at a place. */
export interface AvailableDay extends z.infer<typeof AvailableDay> {}

export const Availability = z.object({
  /** The place that was asked about. */
  placeId: slug,
  /** IANA time zone of the place, for example `Asia/Makassar`. */
  timeZone: z.string(),
  /**
   * One entry for each calendar day that was asked for, at least one. The list ends with `until`: what
   * comes after is not published yet, neither open nor closed.
   */
  days: z.array(AvailableDay),
  /** The first day with room after these; null when no published day has any. */
  next: z.nullable(day),
  /** The last day that can be booked at present. */
  until: day,
});
/** When services can be had at a place. */
export interface Availability extends z.infer<typeof Availability> {}

export const AvailabilityQuery = z.object({
  /** One or several service ids, with commas between. */
  services: z.string().check(z.regex(/^[a-z0-9-]+(,[a-z0-9-]+){0,9}$/)),
  /** First day; today without it. */
  from: z.optional(day),
  /** How many days, `1` to `31`; 7 without it. */
  days: z.optional(z.string().check(z.regex(/^([1-9]|[12]\d|3[01])$/))),
});

export const availability = {
  /** List days, and times with room, for one or several services at a place. */
  days: {
    method: 'GET',
    path: '/places/{placeId}/availability',
    params: z.object({
      /** A place's `id`. */
      placeId: slug,
    }),
    query: AvailabilityQuery,
    result: Availability,
    errors: ['not_found', 'day_past', 'day_beyond_window'],
  },
} as const satisfies Operations;
