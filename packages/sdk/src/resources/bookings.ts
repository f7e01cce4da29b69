import {
  bookings,
  parseCode,
  parseSecret,
  type NewBooking,
  type NewHold,
  type Person,
  type Ticket,
  type Unlock,
} from '@mpp-digital/contract';

import { MppError } from '../errors.ts';
import type { OnceOptions, RequestOptions, SpokenOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** What proves a booking one's own: a whole ticket, or these two of it. */
export type TicketKey = Pick<Ticket, 'id' | 'secret'>;

/**
 * Seats: held, taken, moved and given back. Reached as `client.bookings`.
 *
 * @example
 * ```ts
 * const ticket = await client.bookings.book({
 *   slotId: '0b1f2c1e-58a4-4d2e-9d3a-0f5a4c7b9e11',
 *   serviceId: 'ktp-el-baru',
 *   name: 'Sari Wulandari',
 *   phone: '+6281234567890',
 * });
 * console.log(`Your number is ${ticket.number}`);
 * ```
 */
export class Bookings extends Resource implements MethodsFor<typeof bookings> {
  /**
   * Keeps a seat for a few minutes while the form is filled in, until the ticket's `heldUntil`.
   *
   * @throws {@link MppError} `slot_full`, or `slot_closed`.
   */
  hold(seat: NewHold, options?: OnceOptions): Promise<Ticket> {
    return this.call(bookings.hold, { body: seat }, options);
  }

  /**
   * Keeps a held seat once more as long. Only while the ticket is `extendable`.
   *
   * @throws {@link MppError} `not_found`, `hold_expired`, or `wrong_state`.
   */
  async extendHold(ticket: TicketKey, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.extendHold, owned(ticket), options);
  }

  /**
   * Turns a held seat into a booking. Lost answers are asked for again with the same key.
   *
   * @param person - Who comes; `phone` in international form, see `normalisePhone`.
   * @param options - With `language: 'en'`, what is sent to the person later is in English; else in
   *   Indonesian.
   * @throws {@link MppError} `not_found`, `hold_expired`, `already_booked`, or `wrong_state`;
   *   `invalid_request` with `fieldErrors` when name, phone or e-mail do not fit.
   */
  async bookHold(
    ticket: TicketKey,
    person: Person,
    options?: OnceOptions & SpokenOptions,
  ): Promise<Ticket> {
    return this.call(bookings.bookHold, { ...owned(ticket), body: person }, options);
  }

  /**
   * Takes a seat at once. Lost answers are asked for again with the same key, so one call is at
   * most one seat.
   *
   * @param options - With `language: 'en'`, what is sent to the person later is in English; else in
   *   Indonesian.
   * @throws {@link MppError} `slot_full` when the last seat went to someone else, `slot_closed`, or
   *   `already_booked`; `invalid_request` with `fieldErrors` when name, phone or e-mail do not fit.
   */
  book(booking: NewBooking, options?: OnceOptions & SpokenOptions): Promise<Ticket> {
    return this.call(bookings.book, { body: booking }, options);
  }

  /**
   * Reads a ticket.
   *
   * @throws {@link MppError} `not_found`, also when the secret does not fit.
   */
  async show(ticket: TicketKey, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.show, owned(ticket), options);
  }

  /**
   * Moves a booking to another time. The old seat is kept until the new one is won.
   *
   * @returns The new ticket.
   * @throws {@link MppError} `not_found`, `slot_full`, `slot_closed`, `same_slot`,
   *   `already_booked`, or `wrong_state`.
   */
  async reschedule(ticket: TicketKey, slotId: string, options?: OnceOptions): Promise<Ticket> {
    return this.call(bookings.reschedule, { ...owned(ticket), body: { slotId } }, options);
  }

  /**
   * Gives a seat back. Cancelling twice is the same as cancelling once.
   *
   * @throws {@link MppError} `not_found`, or `wrong_state` once it is too late.
   */
  async cancel(ticket: TicketKey, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.cancel, owned(ticket), options);
  }

  /**
   * Gets a ticket by its code and the last four digits of the phone number. Few tries are allowed.
   *
   * @param proof - The code as it was typed; see `parseCode`.
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped; or
   *   `too_many_requests`.
   */
  async unlock({ code, phoneEnding }: Unlock, options?: RequestOptions): Promise<Ticket> {
    const body = { code: exactly(parseCode(code)), phoneEnding };
    return this.call(bookings.unlock, { body }, options);
  }

  /**
   * Reads a booking as an iCalendar file (`text/calendar`).
   *
   * @throws {@link MppError} `not_found`.
   */
  async calendar(ticket: TicketKey, options?: SpokenOptions): Promise<string> {
    return this.call(bookings.calendar, owned(ticket), options);
  }
}

const owned = ({ id, secret }: TicketKey) => ({
  params: { bookingId: id },
  bearer: exactly(parseSecret(secret)),
});

/** What is mistyped cannot be found: no need to ask. */
const exactly = (parsed: string | undefined) => {
  if (parsed === undefined) throw new MppError('not_found');
  return parsed;
};
