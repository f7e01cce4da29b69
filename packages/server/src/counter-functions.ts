import type { Actor, Refused, TicketRow } from './database-functions.ts';

/** A booking as officers see it. */
export interface VisitRow extends Omit<TicketRow, 'slotId' | 'heldUntil' | 'extendable'> {
  counter: number | null;
  calledAt: string | null;
  calls: number;
  skips: number;
}

/** A number at a counter. */
export interface CallRow {
  bookingId: string;
  number: number;
  counter: number;
  state: 'called' | 'serving';
  at: string;
  calls: number;
}

/** What an agency's counters do at present. */
export interface CountersRow {
  calls: CallRow[];
  /** How many counters called somebody lately. */
  counters: number;
  /** How long a visit takes, in seconds: the middle half. */
  seconds: { from: number; to: number } | null;
}

/** The line of one agency. */
export interface AgencyQueueRow extends CountersRow {
  agencyId: string;
  waiting: number;
  waitingPriority: number;
  expected: number;
  served: number;
  /** Percent of each time's seats for people who walk in. */
  walkInShare: number;
}

/** One's own place in the line; the two counts are null for one who does not wait today. */
export interface QueuePositionRow extends Omit<VisitRow, 'calls'>, CountersRow {
  here: number | null;
  expected: number | null;
}

/**
 * The functions for the counters and the lines before them. `officer` is the id that the sign-in gave,
 * `agencies` those that the officer may act for, null for all.
 */
export interface CounterFunctions {
  walk_in(
    regency: string,
    key: string,
    request: Uint8Array,
    booking: string,
    place: string,
    service: string,
    code: Uint8Array,
    secret: Uint8Array,
    person: Uint8Array | null,
    personal: Uint8Array | null,
    phoneEnding: Uint8Array | null,
    priority: boolean,
    actor: Actor,
    officer: string | null,
  ): VisitRow | Refused<'slot_full' | 'already_booked' | 'key_reused'>;

  receive(
    regency: string,
    code: Uint8Array,
    priority: boolean | null,
    officer: string,
    agencies: readonly string[] | null,
  ): VisitRow | Refused<'not_found' | 'not_today' | 'wrong_state'>;

  call_next(
    regency: string,
    key: string,
    request: Uint8Array,
    place: string,
    agency: string,
    counter: number,
    officer: string,
  ): VisitRow | Refused<'queue_empty' | 'counter_busy' | 'key_reused'>;

  call_again(
    regency: string,
    key: string,
    request: Uint8Array,
    booking: string,
    officer: string,
    agencies: readonly string[] | null,
  ): VisitRow | Refused<'not_found' | 'wrong_state' | 'key_reused'>;

  advance(
    regency: string,
    booking: string,
    state: 'serving' | 'served' | 'no-show' | 'checked-in',
    officer: string,
    agencies: readonly string[] | null,
  ): VisitRow | Refused<'not_found' | 'wrong_state'>;

  transfer(
    regency: string,
    key: string,
    request: Uint8Array,
    booking: string,
    newBooking: string,
    service: string,
    officer: string,
    agencies: readonly string[] | null,
  ):
    VisitRow | Refused<'not_found' | 'wrong_state' | 'slot_full' | 'already_booked' | 'key_reused'>;

  queue(regency: string, place: string): { agencies: AgencyQueueRow[] } | Refused<'not_found'>;

  queue_position(regency: string, code: Uint8Array): QueuePositionRow | Refused<'not_found'>;

  line(regency: string, place: string, agency: string): { visits: VisitRow[] };

  /** Code and what was encrypted, in hexadecimal. */
  visitor(
    regency: string,
    booking: string,
    agencies: readonly string[] | null,
  ): { code: string; personal: string | null } | Refused<'not_found'>;
}
