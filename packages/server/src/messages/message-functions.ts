import type { Actor, Refused, TicketRow } from '../database-functions.ts';
import type { CarrierName } from './carrier.ts';
import type { MessageKind } from './kinds.ts';

/** A booking as a message tells of it. */
export interface LetterRow extends TicketRow {
  /** What is stored in place of the code, and what was encrypted, in hexadecimal. */
  code: string;
  personal: string | null;
  /** Whose doing it was; null when that line of history is none. */
  actor: Actor | 'clock' | null;
  /** Whether this message was sent, or given up. */
  done: boolean;
}

/** The functions for messages. */
export interface MessageFunctions {
  letter(
    regency: string,
    message: string,
    booking: string,
    seq: number,
  ): LetterRow | Refused<'not_found'>;

  /** `failure`: why it was given up, null when it was sent. */
  note_message(
    regency: string,
    message: string,
    kind: MessageKind,
    subject: string,
    carrier: CarrierName,
    failure: string | null,
  ): object;
}
