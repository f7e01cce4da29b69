import {
  bookings,
  type NewBooking,
  type NewHold,
  type Person,
  type Ticket,
  type Unlock,
} from '@mpp-digital/contract';

import { Resource } from '../resource.ts';
import type { RequestOptions } from '../transport.ts';

/** What lets one show and change a booking: a ticket, or just these two parts of it. */
export type TicketKey = Pick<Ticket, 'id' | 'secret'>;

/**
 * Seats: hold, book, move, give back. Reached as `client.bookings`.
 *
 * Calls that create something are made once, even when an answer is lost: they are repeated with
 * the same key.
 *
 * @example
 * ```ts
 * import { MppClient, normalisePhone } from '@mpp-digital/sdk';
 *
 * const client = new MppClient({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
 * const { days } = await client.availability.days({
 *   placeId: 'mpp-among-warga',
 *   services: ['ktp-el-hilang'],
 * });
 * const slot = days.flatMap((day) => day.slots)[0];
 * if (slot) {
 *   const held = await client.bookings.hold({ slotId: slot.id, serviceId: 'ktp-el-hilang' });
 *   const ticket = await client.bookings.bookHold(held, {
 *     name: 'Sari Wulandari',
 *     phone: normalisePhone('0812-3456-7890')!,
 *   });
 *   console.log(`Your number is ${ticket.number}`);
 * }
 * ```
 */
export class Bookings extends Resource {
  /**
   * Keeps a seat for a few minutes while the form is filled in.
   *
   * @throws {@link MppError} `slot_full`, or `slot_closed` when the time has begun, was closed or is
   *   not for this service.
   */
  hold(seat: NewHold, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.hold, { body: seat }, options);
  }

  /**
   * Keeps a held seat once more as long.
   *
   * @throws {@link MppError} `hold_expired`, `wrong_state` the second time, `not_found`.
   */
  extendHold({ id, secret }: TicketKey, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.extendHold, { params: { bookingId: id } }, options, secret);
  }

  /**
   * Turns a held seat into a booking.
   *
   * @throws {@link MppError} `hold_expired`, `already_booked`, `wrong_state`, `not_found`.
   */
  bookHold({ id, secret }: TicketKey, person: Person, options?: RequestOptions): Promise<Ticket> {
    const input = { params: { bookingId: id }, body: person };
    return this.call(bookings.bookHold, input, options, secret);
  }

  /**
   * Takes a seat at once.
   *
   * @throws {@link MppError} `slot_full`, `slot_closed`, `already_booked`.
   */
  book(booking: NewBooking, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.book, { body: booking }, options);
  }

  /**
   * Reads a ticket.
   *
   * @throws {@link MppError} `not_found`, also when the secret is not the booking's.
   */
  show({ id, secret }: TicketKey, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.show, { params: { bookingId: id } }, options, secret);
  }

  /**
   * Moves to another time. The old seat is kept until the new one is won. Code and secret stay, the
   * id is a new one.
   *
   * @throws {@link MppError} `slot_full`, `slot_closed`, `same_slot`, `already_booked`,
   *   `wrong_state`, `not_found`.
   */
  reschedule({ id, secret }: TicketKey, slotId: string, options?: RequestOptions): Promise<Ticket> {
    const input = { params: { bookingId: id }, body: { slotId } };
    return this.call(bookings.reschedule, input, options, secret);
  }

  /**
   * Gives a seat back. Cancelling twice is the same as cancelling once.
   *
   * @throws {@link MppError} `wrong_state` once the number has been called, `not_found`.
   */
  cancel({ id, secret }: TicketKey, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.cancel, { params: { bookingId: id } }, options, secret);
  }

  /**
   * Gets the ticket by its code and the last four digits of the phone number.
   *
   * @throws {@link MppError} `not_found` when either is wrong, `too_many_requests` after a few tries.
   */
  unlock(proof: Unlock, options?: RequestOptions): Promise<Ticket> {
    return this.call(bookings.unlock, { body: proof }, options);
  }

  /**
   * Reads a booking as an iCalendar file (RFC 5545), for `text/calendar`.
   *
   * @throws {@link MppError} `not_found`.
   */
  calendar({ id, secret }: TicketKey, options?: RequestOptions): Promise<string> {
    return this.call(bookings.calendar, { params: { bookingId: id } }, options, secret);
  }
}
