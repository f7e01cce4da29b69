import * as z from '#schema';

import { codePattern } from './code.ts';
import { bookingStates } from './states.ts';
import { moment, slug, Text } from './text.ts';

const named = z.object({
  /** Its name in addresses. */
  id: slug,
  /** Its name as people read it. */
  name: Text,
});

/** What a ticket and the public status have in common. */
export const bookingFacts = {
  /** What one types to see where the booking stands: twelve characters, see `formatCode`. */
  code: z.string().check(z.regex(codePattern)),
  /** Where it stands; see `bookingMoves` for what may follow. */
  state: z.enum(bookingStates),
  /** The number that will be called: the agency's prefix and three digits, `A012`. */
  number: z.string(),
  /** What one comes for. */
  service: named,
  /** Who serves. */
  agency: named,
  /** Where to go. */
  place: z.object({
    /** Its name in addresses. */
    id: slug,
    /** Its name as people read it. */
    name: Text,
    /** Street and town, on one line. */
    address: z.string(),
    /** Numbers of the agency's counters there. */
    counters: z.array(z.int()),
  }),
  /** When it begins, RFC 3339 with offset: `2026-12-01T09:20:00+07:00`. */
  startsAt: moment,
  /** When it ends, RFC 3339 with offset. */
  endsAt: moment,
  /** IANA time zone of the place: show times in it. */
  timeZone: z.string(),
  /** Until when a held seat is kept, RFC 3339 with offset; null for others. */
  heldUntil: z.nullable(moment),
  /**
   * When this was said by the server's clock, RFC 3339 with offset: count down from it, not from the
   * phone's clock.
   */
  serverTime: moment,
  /** Why officers cancelled the booking, or moved it to this time; not there when they did not. */
  reason: z.optional(Text),
};
