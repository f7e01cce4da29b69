import type { Operator } from '../database.ts';

/** A line of the outbox. It says nothing of a person. */
export interface OutboxRow {
  /** A UUID of version 7, in the order of time; the same however often the event is told. */
  id: string;
  kind: 'booking' | 'application';
  /** The booking's id, or the application's. */
  subjectId: string;
  /** Which line of its history this is, from 1 on: what comes later has more. */
  seq: number;
  /** The state that it came into: a `BookingState` or an `ApplicationState`. */
  state: string;
  /** RFC 3339 with offset. */
  at: string;
}

/** Something that happened in a regency. */
export interface OutboxEvent extends OutboxRow {
  regency: string;
}

/** One who must hear of what happens. */
export interface OutboxConsumer {
  /** For the log: `messages`. */
  readonly name: string;

  /**
   * Writes down what is to be done about events, in the transaction in which the outbox forgets them:
   * either both happen, or neither. So do nothing here but write to the database, through `operator`:
   * rows of your own, or jobs (`enqueue`). It may be called again with the same events if the
   * transaction was given up, and must not throw for an event that it cannot use.
   *
   * @param events - All of one regency, oldest first.
   */
  take(events: readonly OutboxEvent[], operator: Operator): Promise<void>;
}
