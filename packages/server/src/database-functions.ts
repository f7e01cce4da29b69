import type { BookingState } from '@mpp-digital/contract';

import type { ApplicationFunctions } from './application-functions.ts';
import type { CounterFunctions } from './counter-functions.ts';
import type { FeedbackFunctions } from './feedback-functions.ts';
import type { WebhookFunctions } from './webhook-functions.ts';
import type { KioskFunctions } from './kiosk-functions.ts';
import type { MessageFunctions } from './messages/message-functions.ts';

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
    MessageFunctions,
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
