import * as z from '#schema';

import type { Operations } from './operation.ts';
import { day, slug, Text, villageCode, wallTime } from './text.ts';

export const Village = z.object({
  /** Kemendagri code: `35.79.02.2003`. */
  code: villageCode,
  /** Its name, without what it is: `Tulungrejo`. */
  name: z.string(),
});
/** A village or an urban ward (_desa, kelurahan_). */
export interface Village extends z.infer<typeof Village> {}

const named = z.object({
  /** Its name in addresses. */
  id: slug,
  /** Its name as people read it. */
  name: Text,
});

const standing = {
  /** Where it stops, as one would ask the way. */
  place: z.string(),
  /** In which village. */
  village: Village,
  /** From when on, on the wall clock there: `08:30`. */
  opens: wallTime,
  /** Until when. */
  closes: wallTime,
};

export const Whereabouts = z.object(standing);
/** Where a van stops, and from when until when. */
export interface Whereabouts extends z.infer<typeof Whereabouts> {}

export const DatedStop = z.object({
  /** The same however often the stop is moved: `dukcapil-keliling-2026-12-01-0830`. */
  id: slug,
  /** In the regency's time zone: `2026-12-01`. */
  date: day,
  ...standing,
  /** The van, or who else comes. */
  unit: named,
  /** What one can come for. */
  services: z.array(named),
  /** `planned` as every week, `moved` to here for this once, `cancelled` for this once. */
  state: z.enum(['planned', 'moved', 'cancelled']),
  /** With `moved`: where and when it is in other weeks. */
  movedFrom: z.optional(Whereabouts),
  /** With `cancelled`: why, for example the holiday's name. */
  reason: z.optional(Text),
  /** Where its times are booked; null where one just comes, and while they cannot be booked. */
  placeId: z.nullable(slug),
  /** What can be done there, beyond the names of the services. */
  canDo: z.optional(Text),
  /** What one has to go elsewhere for. */
  cannotDo: z.optional(Text),
});
/** What comes to a village on a day. */
export interface DatedStop extends z.infer<typeof DatedStop> {}

export const MobileSchedule = z.object({
  /** IANA time zone of the regency, for example `Asia/Jakarta`. */
  timeZone: z.string(),
  /** The first day that was asked for. */
  from: day,
  /** The last. */
  until: day,
  /** Earliest first. What is over today is left out; what was called off is not. */
  stops: z.array(DatedStop),
});
/** What comes where, on some days. */
export interface MobileSchedule extends z.infer<typeof MobileSchedule> {}

export const VillageList = z.object({
  /** By name. */
  villages: z.array(Village),
});
/** The villages that something comes to. */
export interface VillageList extends z.infer<typeof VillageList> {}

/** Which stops: all, or those of a village, of a unit, or of both. */
const which = {
  /** A village's `code`. A stop that was moved out of it is among its stops, too. */
  village: z.optional(villageCode),
  /** A unit's `id`. */
  unit: z.optional(slug),
};

export const StopsQuery = z.object({
  ...which,
  /** First day; today without it. */
  from: z.optional(day),
  /** How many days, `1` to `31`; 14 without it. */
  days: z.optional(z.string().check(z.regex(/^([1-9]|[12]\d|3[01])$/))),
});

export const StopCalendarQuery = z.object({
  ...which,
  /** In which language; Indonesian without it. Calendars are the same for all who subscribe. */
  lang: z.optional(z.enum(['id', 'en'])),
});

export const mobile = {
  /** List the villages that something comes to. */
  villages: {
    method: 'GET',
    path: '/mobile/villages',
    cached: true,
    result: VillageList,
  },
  /** List what comes, by date. */
  stops: {
    method: 'GET',
    path: '/mobile/stops',
    query: StopsQuery,
    cached: true,
    result: MobileSchedule,
    errors: ['not_found', 'day_past'],
  },
  /** Read what comes in the next three months as an iCalendar file, to subscribe to. */
  calendar: {
    method: 'GET',
    path: '/mobile/calendar',
    query: StopCalendarQuery,
    cached: true,
    media: 'text/calendar',
    result: z.string(),
    errors: ['not_found'],
  },
} as const satisfies Operations;
