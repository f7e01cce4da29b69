import type { BookingState } from '@mpp-digital/contract';

import type { ApplicationClock, ApplicationFunctions } from './application-functions.ts';
import type { CounterFunctions } from './counter-functions.ts';
import type { FeedbackFunctions } from './feedback-functions.ts';
import type { OutboxRow } from './outbox/consumer.ts';
import type { WebhookFunctions } from './webhook-functions.ts';
import type { KioskFunctions } from './kiosk-functions.ts';

/** A booking as its owner may see it. Moments are RFC 3339 with offset. */
export interface TicketRow {
  id: string;
  slotId: string;
  state: BookingState;
  /** The queue number, without the agency's prefix. */
  number: number;
  serviceId: string;
  agencyId: string;
  placeId: string;
  startsAt: string;
  endsAt: string;
  heldUntil: string | null;
  priority: boolean;
  extendable: boolean;
  /** Why officers moved or cancelled it; not there when they did not. */
  reason?: { id: string; en: string };
}

/** A booking as anyone with its code may see it. */
export interface StatusRow extends Omit<TicketRow, 'slotId' | 'priority' | 'extendable'> {
  /** Oldest first, through all reschedules. */
  timeline: { at: string; state: BookingState }[];
}

/** When services can be had; days as `2026-12-01`. */
export interface AvailabilityRow {
  today: string;
  until: string;
  timeZone: string;
  days: {
    date: string;
    state: 'open' | 'full' | 'closed';
    free: number;
    reason?: { id: string; en: string };
    slots: {
      id: string;
      startsAt: string;
      endsAt: string;
      agencyId: string;
      serviceIds: string[];
      free: number;
    }[];
  }[];
  next: string | null;
}

/** What turns weekly stops into dated ones; days as `2026-12-01`. */
export interface DaysOfRestRow {
  today: string;
  /** The clock on the wall: `09:20`. */
  now: string;
  from: string;
  /** The last day that can be booked. */
  bookableUntil: string;
  /** Holidays from `from` on. */
  rest: { date: string; reason: { id: string; en: string } }[];
}

/** What a change of the mall did or, if it is not `done`, would do. Days as `2026-12-01`. */
export interface ChangeRow {
  done: boolean;
  fingerprint: string | null;
  affected: {
    bookingId: string;
    number: number;
    serviceId: string;
    agencyId: string;
    placeId: string;
    date: string;
    startsAt: string;
    movesTo: string | null;
  }[];
  keptDays: { placeId: string; agencyId: string; date: string }[];
}

/** Why an operation did nothing. */
export interface Refused<Code extends string> {
  refused: Code;
}

/** Asked too often: `retryAfter` says in how many seconds to come back. */
export interface RefusedForNow extends Refused<'too_many_requests'> {
  retryAfter: number;
}

/** Whoever changes a booking without being its owner is an officer who was let in. */
export type Actor = 'citizen' | 'officer';

/**
 * The functions of the schema `mpp` that the server serves citizens with: each is one call, one
 * transaction and one answer. `request` is a hash of operation and body; `code`, `secret`, `person`
 * and `phoneEnding` are HMACs, `personal` is encrypted.
 */
export interface DatabaseFunctions
  extends
    CounterFunctions,
    FeedbackFunctions,
    KioskFunctions,
    ApplicationFunctions,
    WebhookFunctions {
  hold(
    regency: string,
    key: string,
    request: Uint8Array,
    booking: string,
    slot: string,
    service: string,
    code: Uint8Array,
    secret: Uint8Array,
  ): TicketRow | Refused<'slot_full' | 'slot_closed' | 'key_reused'>;

  extend_hold(
    regency: string,
    booking: string,
    secret: Uint8Array,
  ): TicketRow | Refused<'not_found' | 'hold_expired' | 'wrong_state'>;

  book(
    regency: string,
    key: string,
    request: Uint8Array,
    booking: string,
    slot: string,
    service: string,
    code: Uint8Array,
    secret: Uint8Array,
    person: Uint8Array,
    personal: Uint8Array,
    phoneEnding: Uint8Array,
    priority: boolean,
  ):
    | TicketRow
    | Refused<'slot_full' | 'slot_closed' | 'already_booked' | 'key_reused'>
    | RefusedForNow;

  book_hold(
    regency: string,
    key: string,
    request: Uint8Array,
    booking: string,
    secret: Uint8Array,
    person: Uint8Array,
    personal: Uint8Array,
    phoneEnding: Uint8Array,
    priority: boolean,
  ):
    | TicketRow
    | Refused<'not_found' | 'hold_expired' | 'already_booked' | 'wrong_state' | 'key_reused'>
    | RefusedForNow;

  show_booking(
    regency: string,
    booking: string,
    secret: Uint8Array,
  ): TicketRow | Refused<'not_found'>;

  reschedule(
    regency: string,
    key: string,
    request: Uint8Array,
    booking: string,
    secret: Uint8Array,
    newBooking: string,
    newSlot: string,
    actor: Actor,
    officer?: string,
  ):
    | TicketRow
    | Refused<
        | 'not_found'
        | 'slot_full'
        | 'slot_closed'
        | 'same_slot'
        | 'already_booked'
        | 'wrong_state'
        | 'key_reused'
      >
    | RefusedForNow;

  cancel(
    regency: string,
    booking: string,
    secret: Uint8Array,
    actor: Actor,
  ): TicketRow | Refused<'not_found' | 'wrong_state'>;

  check_in(
    regency: string,
    booking: string,
    secret: Uint8Array,
    actor: Actor,
    priority: boolean | null,
  ): TicketRow | Refused<'not_found' | 'not_today' | 'wrong_state'>;

  unlock(
    regency: string,
    code: Uint8Array,
    phoneEnding: Uint8Array,
  ): TicketRow | Refused<'not_found'> | RefusedForNow;

  track(regency: string, code: Uint8Array): StatusRow | Refused<'not_found'>;

  /** `from` is today when null. */
  availability(
    regency: string,
    place: string,
    services: string[],
    from: string | null,
    days: number,
  ): AvailabilityRow | Refused<'not_found' | 'day_past' | 'day_beyond_window'>;

  /** `from` is today when null. */
  days_of_rest(
    regency: string,
    from: string | null,
    days: number,
  ): DaysOfRestRow | Refused<'day_past'>;
}

/** The functions that only an operator may call, inside `Database.operate`. */
export interface OperatorFunctions extends ApplicationClock {
  /** `kept`: days that kept their slots, because somebody has booked. */
  publish_schedule(
    regency: string,
    place: string,
    agency: string,
  ): { created: number; kept: string[] };

  /** How many rows it erased or forgot, of at most `most` of each. */
  erase_past(regency: string, most: number): number;

  /** The oldest lines of the outbox, of at most `most`: they are gone from it when the work is done. */
  take_outbox(regency: string, most: number): OutboxRow[];

  /** `events`: JSON of lines of the outbox. How many deliveries it wrote. */
  note_deliveries(regency: string, events: string): number;

  /** How many deliveries of 30 days ago it forgot, of at most `most`. */
  forget_deliveries(regency: string, most: number): number;

  /** How many days it looked at, of at most `most`. */
  mark_no_shows(regency: string, most: number): number;

  /**
   * JSON: `schedules` is `[{ placeId, agencyId, dates }]`, `gone` `[{ placeId, serviceId }]`, `reason` a
   * text. `change` is a hash.
   */
  carry_out(
    regency: string,
    schedules: string,
    gone: string,
    change: Uint8Array,
    fingerprint: string | null,
    choice: string | null,
    reason: string | null,
    officer: string | null,
  ): ChangeRow;

  /** `slots`: JSON of `[{ startsAt, endsAt, capacity, walkIn? }]`, in order. */
  publish_day(
    regency: string,
    place: string,
    agency: string,
    day: string,
    slots: string,
  ): { created: number; kept: boolean };

  close_slot(
    regency: string,
    slot: string,
    cancel: boolean,
  ):
    | { id: string; cancelled: number }
    | Refused<'not_found'>
    | (Refused<'slot_has_bookings'> & { bookings: number });

  /** Refused with the least capacity that is possible, or because another slot has the numbers. */
  set_capacity(
    regency: string,
    slot: string,
    capacity: number,
  ):
    | { id: string; capacity: number }
    | Refused<'not_found' | 'numbers_taken'>
    | (Refused<'slot_has_bookings'> & { capacity: number });
}
