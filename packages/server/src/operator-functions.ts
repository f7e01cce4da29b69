import type { ApplicationClock } from './application-functions.ts';
import type { Refused } from './database-functions.ts';
import type { OutboxRow } from './outbox/consumer.ts';

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

  /** Ids of those in line, where `booking` was just called, who have so many before or one fewer. */
  near_in_line(regency: string, booking: string, before: number): string[];

  /** How many messages it forgot, of at most `most`. */
  forget_messages(regency: string, most: number): number;

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
