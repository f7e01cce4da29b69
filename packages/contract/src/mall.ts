import * as z from '#schema';

import { closureFacts, Counter, Mall, serving, StopDay } from './mall-state.ts';
import type { Operations } from './operation.ts';
import { OpeningHours } from './service.ts';
import { day, moment, slug, Text } from './text.ts';

const named = z.object({ id: slug, name: Text });
const count = z.int().check(z.nonnegative());

export const Decision = z.object({
  /** Of the preview that is decided about. */
  fingerprint: z.string().check(z.regex(/^[\da-f]{64}$/)),
  /**
   * `move` to the nearest free time, and keep whoever finds none; `keep` to serve them although it is
   * closed; `cancel` to give their places back.
   */
  choice: z.enum(['move', 'keep', 'cancel']),
  /** With `cancel`: why, as those who booked read it. */
  reason: z.optional(Text),
});
/** What to do with the bookings that a change leaves without their time. */
export interface Decision extends z.infer<typeof Decision> {}

const decision = {
  /** Without it, a change that concerns bookings answers with a preview and changes nothing. */
  decision: z.optional(Decision),
};

export const AffectedBooking = z.object({
  /** Id of the booking. */
  bookingId: z.uuid(),
  /** The agency's prefix and three digits, `A012`. */
  number: z.string(),
  /** What it is for. */
  service: named,
  /** Who serves it. */
  agency: named,
  /** Where. */
  placeId: slug,
  /** The time that is no more. */
  startsAt: moment,
  /** The nearest free time; null when there is none, or the booking was not moved. */
  movesTo: z.nullable(moment),
});
/** A booking whose time is no more after a change. Says nothing of the person. */
export interface AffectedBooking extends z.infer<typeof AffectedBooking> {}

export const AffectedDay = z.object({
  /** Which day. */
  date: day,
  /** How many bookings of that day are concerned. */
  bookings: count,
});
/** A day on which a change concerns bookings. */
export interface AffectedDay extends z.infer<typeof AffectedDay> {}

export const MallChange = z.object({
  /** Whether it was changed. False: nothing was, decide about the bookings first. */
  done: z.boolean(),
  /** Names this very preview, for the decision. */
  fingerprint: z.nullable(z.string()),
  /** The bookings that it concerns, earliest first: as they would be moved, or as it was decided. */
  affected: z.array(AffectedBooking),
  /** How many of them on each day. */
  days: z.array(AffectedDay),
  /**
   * Days that keep their times although the schedule is another now, because somebody has booked.
   * What lies outside the new hours cannot be booked any more.
   */
  keptDays: z.array(
    z.object({
      /** Which day. */
      date: day,
      /** Where. */
      placeId: slug,
      /** Of which agency. */
      agencyId: slug,
    }),
  ),
});
/** What a change did, or would do. */
export interface MallChange extends z.infer<typeof MallChange> {}

export const NewHours = z.object({
  /** Whose hours; null for the mall's. */
  agencyId: z.nullable(slug),
  /** The hours of the week; null for an agency that is open as the mall is. */
  openingHours: z.nullable(z.array(OpeningHours)),
  ...decision,
});
/** Other opening hours. */
export interface NewHours extends z.infer<typeof NewHours> {}

export const NewServing = z.object({ ...serving, ...decision });
/** How an agency is to serve. */
export interface NewServing extends z.infer<typeof NewServing> {}

export const NewCounters = z.object({
  /** All counters that the agency has from now on. */
  counters: z.array(Counter),
});
/** Which counters an agency has. */
export interface NewCounters extends z.infer<typeof NewCounters> {}

export const NewClosure = z.object({ ...closureFacts, ...decision });
/** A day to close, or to keep other hours on: in place of what was said of it before. */
export interface NewClosure extends z.infer<typeof NewClosure> {}

export const Reopening = z.object({
  /** Which day. */
  date: day,
  /** Whose closure ends; null for that of the whole mall. */
  agencyId: z.nullable(slug),
  ...decision,
});
/** A day on which the hours of the week hold again. */
export interface Reopening extends z.infer<typeof Reopening> {}

export const NewStopDays = z.object({
  /** All days on which its stops are otherwise, from now on. */
  exceptions: z.array(StopDay),
  ...decision,
});
/** On which days a unit's stops are otherwise. */
export interface NewStopDays extends z.infer<typeof NewStopDays> {}

export const CatalogueFile = z.looseObject({});
/** A catalogue as the operator writes it: the file that `mpp-server import` reads. */
export type CatalogueFile = z.infer<typeof CatalogueFile>;

export const NewCatalogue = z.object({
  /** The whole file. */
  catalogue: CatalogueFile,
  ...decision,
});
/** A catalogue to import. */
export interface NewCatalogue extends z.infer<typeof NewCatalogue> {}

const change = { method: 'POST', auth: 'officer', result: MallChange } as const;

export const mall = {
  /** Read how the mall is run. */
  read: {
    method: 'GET',
    path: '/staff/mall',
    auth: 'officer',
    result: Mall,
    errors: ['not_found'],
  },
  /** Change the opening hours and breaks of the mall, or of an agency. */
  setHours: { ...change, path: '/staff/mall/hours', body: NewHours, errors: ['not_found'] },
  /** Change how long an agency's times are, how many it serves, and how many of them may walk in. */
  setServing: {
    ...change,
    path: '/staff/mall/agencies/{agencyId}',
    params: z.object({ agencyId: slug }),
    body: NewServing,
    errors: ['not_found'],
  },
  /** Add, rename and close counters of an agency. */
  setCounters: {
    ...change,
    path: '/staff/mall/agencies/{agencyId}/counters',
    params: z.object({ agencyId: slug }),
    body: NewCounters,
    errors: ['not_found'],
  },
  /** Close the mall or an agency on a day, or let it keep other hours. */
  close: { ...change, path: '/staff/mall/closures', body: NewClosure, errors: ['not_found'] },
  /** Let the hours of the week hold again on a day. */
  reopen: { ...change, path: '/staff/mall/reopenings', body: Reopening, errors: ['not_found'] },
  /** Say on which days the stops of a mobile unit are moved or cancelled. */
  setStopDays: {
    ...change,
    path: '/staff/mall/units/{unitId}',
    params: z.object({ unitId: slug }),
    body: NewStopDays,
    errors: ['not_found'],
  },
  /** Read the catalogue as a file, to be imported again. */
  exportCatalogue: {
    method: 'GET',
    path: '/staff/mall/catalogue',
    auth: 'officer',
    result: CatalogueFile,
    errors: ['not_found'],
  },
  /** Make the catalogue be this file. */
  importCatalogue: {
    ...change,
    path: '/staff/mall/catalogue',
    body: NewCatalogue,
    largeBody: true,
  },
} as const satisfies Operations;
