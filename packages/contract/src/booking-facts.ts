import * as z from '#schema';

import { codePattern } from './code.ts';
import { bookingStates } from './states.ts';
import { moment, slug, Text } from './text.ts';

const named = z.object({ id: slug, name: Text });

/** What a ticket and the public status have in common. */
export const bookingFacts = {
  /** What one types to see where the booking stands: twelve characters, see `formatCode`. */
  code: z.string().check(z.regex(codePattern)),
  state: z.enum(bookingStates),
  /** The number that will be called: the agency's prefix and three digits, `A012`. */
  number: z.string(),
  service: named,
  agency: named,
  place: z.object({ id: slug, name: Text, address: z.string(), counters: z.array(z.int()) }),
  startsAt: moment,
  endsAt: moment,
  /** IANA time zone of the place: show times in it. */
  timeZone: z.string(),
  /** Until when a held seat is kept; null for others. */
  heldUntil: z.nullable(moment),
  /** When this was said, by the server's clock: count down from it, not from the phone's clock. */
  serverTime: moment,
};
