import * as z from '#schema';

import { codePattern } from './code.ts';
import type { Operations } from './operation.ts';
import { bookingStates } from './states.ts';
import { moment, slug, Text } from './text.ts';

const named = z.object({ id: slug, name: Text });
const count = z.int().check(z.nonnegative());

export const Wait = z.object({
  /** Least, in minutes. */
  from: count,
  /** Most, in minutes: as a rule, half of all visits fall between the two. */
  to: count,
});
/** How long it may take until one is called: a range, because nobody knows. */
export interface Wait extends z.infer<typeof Wait> {}

export const CounterCall = z.object({
  /** Boards go by booking: a number is given again after a cancel. */
  bookingId: z.uuid(),
  /** The agency's prefix and three digits, `A012`. */
  number: z.string(),
  /** Number of the counter. */
  counter: z.int(),
  /** `called` until somebody has come to the counter. */
  state: z.enum(['called', 'serving']),
  /** When it was called last. */
  at: moment,
  /** How often it was called at this counter. */
  calls: z.int(),
});
/** A number at a counter. */
export interface CounterCall extends z.infer<typeof CounterCall> {}

export const NumberShares = z.object({
  /** So many are for those who book. */
  booked: count,
  /** To so many for those who come without a booking. */
  walkIns: count,
});
/** How numbers are shared: of 5, 4 are booked and 1 is for who walks in. */
export interface NumberShares extends z.infer<typeof NumberShares> {}

export const AgencyQueue = z.object({
  /** Whose line it is. */
  agency: named,
  /** Who is at the counters, latest call first. */
  calls: z.array(CounterCall),
  /** How many are here and wait. */
  waiting: count,
  /** How many of them are old, disabled, pregnant or with an infant: they are called first. */
  waitingPriority: count,
  /** How many have booked for today and may still come. */
  expected: count,
  /** How many were served today. */
  served: count,
  /** How the numbers of each time are shared; null where all can be booked. */
  shares: z.nullable(NumberShares),
  /** How long one who comes now may wait; null when too few were served to know. */
  wait: z.nullable(Wait),
});
/** The line of one agency. */
export interface AgencyQueue extends z.infer<typeof AgencyQueue> {}

export const Queue = z.object({
  /** Which place. */
  placeId: slug,
  /** All that serve there, by their ids. */
  agencies: z.array(AgencyQueue),
  /** IANA time zone of the place. */
  timeZone: z.string(),
  /** When this was said, by the server's clock. */
  serverTime: moment,
});
/** The lines of a place today. */
export interface Queue extends z.infer<typeof Queue> {}

export const PeopleBefore = z.object({
  /** Those who are here. */
  here: count,
  /** Those who booked an earlier time, and may still come. */
  expected: count,
});
/** How many are called before somebody. */
export interface PeopleBefore extends z.infer<typeof PeopleBefore> {}

export const QueuePosition = z.object({
  /** The code that was asked with. */
  code: z.string().check(z.regex(codePattern)),
  /** The agency's prefix and three digits, `A012`. */
  number: z.string(),
  /** Where the booking stands. */
  state: z.enum(bookingStates),
  /** In whose line. */
  agency: named,
  /** At which place. */
  placeId: slug,
  /** Where the number is called; null until it is. */
  counter: z.nullable(z.int()),
  /** How many are called before; null when one does not wait today. */
  before: z.nullable(PeopleBefore),
  /** How long it may take; null when nobody can know, or one does not wait. */
  wait: z.nullable(Wait),
  /** Who is at the agency's counters, latest call first. */
  calls: z.array(CounterCall),
  /** When this was said, by the server's clock. */
  serverTime: moment,
});
/** One's own place in the line. */
export interface QueuePosition extends z.infer<typeof QueuePosition> {}

const at = z.object({ placeId: slug });

export const queue = {
  /** See who is called at a place, and how many wait. */
  status: {
    method: 'GET',
    path: '/places/{placeId}/queue',
    params: at,
    result: Queue,
    errors: ['not_found'],
  },
  /** See one's own place in the line, by the code. */
  position: {
    method: 'GET',
    path: '/queue',
    auth: 'code',
    result: QueuePosition,
    errors: ['not_found'],
  },
  /** Follow who is called at a place: server-sent events, one whenever something has changed. */
  watch: {
    method: 'GET',
    path: '/places/{placeId}/queue/events',
    params: at,
    streams: true,
    result: Queue,
    errors: ['not_found'],
  },
} as const satisfies Operations;
