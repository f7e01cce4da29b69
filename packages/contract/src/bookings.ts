import * as z from '#schema';

import { bookingFacts } from './booking-facts.ts';
import { codePattern, secretPattern } from './code.ts';
import { emailPattern } from './email.ts';
import type { Operations } from './operation.ts';
import { phonePattern } from './phone.ts';
import { slug } from './text.ts';

/** One letter at least, and no character that cannot be seen. */
export const namePattern = /^(?=.*\p{L})[^\p{C}]+$/u;

const person = {
  /** Name of the one who comes, as on the identity card; one word is enough. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(namePattern)),
  /** Indonesian number in international form, `+62…`; see `normalisePhone`. */
  phone: z.string().check(z.regex(phonePattern)),
  /** Where news of the booking may be written to as well, if the mall sends any. Nobody must give one. */
  email: z.optional(z.string().check(z.maxLength(120), z.regex(emailPattern))),
  /** Old, disabled, pregnant or with an infant: served first. False without it. */
  priority: z.optional(z.boolean()),
};

export const Person = z.object(person);
/** Who comes. Encrypted before it is stored, and never sent back. */
export interface Person extends z.infer<typeof Person> {}

const seat = {
  /** Which time: a slot's `id` in `availability.days`. */
  slotId: z.uuid(),
  /** What one comes for: one of the slot's `serviceIds`. */
  serviceId: slug,
};

export const NewHold = z.object(seat);
/** Which seat to keep. */
export interface NewHold extends z.infer<typeof NewHold> {}

export const NewBooking = z.object({ ...seat, ...person });
/** Which seat to take, and who comes. */
export interface NewBooking extends z.infer<typeof NewBooking> {}

export const Move = z.object({
  /** The new time: a slot's `id` in `availability.days`, of the same service. */
  slotId: z.uuid(),
});
/** Where to move a booking. */
export interface Move extends z.infer<typeof Move> {}

export const Unlock = z.object({
  /** The booking's code: twelve characters, see `parseCode`. */
  code: z.string().check(z.regex(codePattern)),
  /** The last four digits of the phone that was given. */
  phoneEnding: z.string().check(z.regex(/^\d{4}$/)),
});
/** What proves a booking one's own when the ticket is not at hand. */
export interface Unlock extends z.infer<typeof Unlock> {}

export const Ticket = z.object({
  /** The booking's id: what its address is made of. It proves nothing, the `secret` does. */
  id: z.uuid(),
  /** Shows and changes the booking. Keep it as a password: never in a path, a query or a log. */
  secret: z.string().check(z.regex(secretPattern)),
  ...bookingFacts,
  /** Whether one is served first. */
  priority: z.boolean(),
  /** Whether a held seat may be kept once more. */
  extendable: z.boolean(),
  /** The server's page for this ticket, with the secret in the fragment: for a QR code. */
  link: z.string(),
});
/** A seat that is held or taken, for the one whose it is. */
export interface Ticket extends z.infer<typeof Ticket> {}

const byId = z.object({
  /** A ticket's `id`. */
  bookingId: z.uuid(),
});

export const bookings = {
  /** Keep a seat for a few minutes while the form is filled in. */
  hold: {
    method: 'POST',
    path: '/holds',
    body: NewHold,
    idempotent: true,
    result: Ticket,
    errors: ['slot_full', 'slot_closed'],
  },
  /** Keep a held seat once more as long. */
  extendHold: {
    method: 'POST',
    path: '/bookings/{bookingId}/extend',
    auth: 'secret',
    params: byId,
    result: Ticket,
    errors: ['not_found', 'hold_expired', 'wrong_state'],
  },
  /** Turn a held seat into a booking. */
  bookHold: {
    method: 'POST',
    path: '/bookings/{bookingId}/book',
    auth: 'secret',
    params: byId,
    body: Person,
    idempotent: true,
    result: Ticket,
    errors: ['not_found', 'hold_expired', 'already_booked', 'wrong_state'],
  },
  /** Take a seat at once. */
  book: {
    method: 'POST',
    path: '/bookings',
    body: NewBooking,
    idempotent: true,
    result: Ticket,
    errors: ['slot_full', 'slot_closed', 'already_booked'],
  },
  /** Read a ticket. */
  show: {
    method: 'GET',
    path: '/bookings/{bookingId}',
    auth: 'secret',
    params: byId,
    result: Ticket,
    errors: ['not_found'],
  },
  /** Move to another time; the old seat is kept until the new one is won. */
  reschedule: {
    method: 'POST',
    path: '/bookings/{bookingId}/reschedule',
    auth: 'secret',
    params: byId,
    body: Move,
    idempotent: true,
    result: Ticket,
    errors: ['not_found', 'slot_full', 'slot_closed', 'same_slot', 'already_booked', 'wrong_state'],
  },
  /** Give a seat back; asked twice, it answers the same. */
  cancel: {
    method: 'POST',
    path: '/bookings/{bookingId}/cancel',
    auth: 'secret',
    params: byId,
    result: Ticket,
    errors: ['not_found', 'wrong_state'],
  },
  /** Get the ticket by its code and the end of the phone number; few tries. */
  unlock: {
    method: 'POST',
    path: '/unlock',
    body: Unlock,
    result: Ticket,
    errors: ['not_found'],
  },
  /** Read a booking as an iCalendar file. */
  calendar: {
    method: 'GET',
    path: '/bookings/{bookingId}/calendar',
    auth: 'secret',
    params: byId,
    media: 'text/calendar',
    result: z.string(),
    errors: ['not_found'],
  },
} as const satisfies Operations;
