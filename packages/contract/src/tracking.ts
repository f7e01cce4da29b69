import * as z from '#schema';

import { bookingFacts } from './booking-facts.ts';
import type { Operations } from './operation.ts';
import { bookingStates } from './states.ts';
import { moment } from './text.ts';

export const StatusEvent = z.object({
  /** When it came to stand there, RFC 3339 with offset. */
  at: moment,
  /** Where it then stood. */
  state: z.enum(bookingStates),
});
/** One line of the timeline. */
export interface StatusEvent extends z.infer<typeof StatusEvent> {}

export const BookingStatus = z.object({
  /** What has this code. */
  kind: z.literal('booking'),
  /** The booking's id: what its address is made of. Reading that takes the ticket's secret. */
  bookingId: z.uuid(),
  ...bookingFacts,
  /** Oldest first; it goes on through a reschedule. */
  timeline: z.array(StatusEvent),
});
/** Where a booking stands. Says nothing of the person. */
export interface BookingStatus extends z.infer<typeof BookingStatus> {}

export const Status = z.discriminatedUnion('kind', [BookingStatus]);
/** Where the thing with this code stands. */
export type Status = z.infer<typeof Status>;

export const tracking = {
  /**
   * See where a booking stands, by its code and without personal data. The code of an application is
   * refused with `wrong_kind`: `applications.status` knows it.
   */
  status: {
    method: 'GET',
    path: '/status',
    auth: 'code',
    result: Status,
    errors: ['not_found', 'wrong_kind'],
  },
} as const satisfies Operations;
