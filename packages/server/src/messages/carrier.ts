import type { PersonalData } from '../secrets.ts';
import type { Language } from '../handler.ts';
import type { MessageKind } from './kinds.ts';

/** A message as it goes out. */
export interface Message {
  /** A UUID: the same when it is sent once more, because nobody knew whether it had arrived. */
  id: string;
  kind: MessageKind;
  regency: string;
  language: Language;
  subject: string;
  text: string;
}

/** How a person can be reached. */
export type Recipient = Pick<PersonalData, 'phone' | 'email'>;

/** Something that takes messages to people. */
export interface Carrier {
  readonly name: CarrierName;

  /** Whether it can take one to this person. */
  reaches(person: Recipient): boolean;

  /**
   * Hands a message over.
   *
   * @throws Undeliverable when it can never arrive; anything else is tried again. No error names the
   *   person.
   */
  send(message: Message, person: Recipient, signal: AbortSignal): Promise<void>;

  /** Gives back what it holds. */
  close(): void;
}

export type CarrierName = 'gateway' | 'mail';

/** A message was refused for good: to send it again would change nothing. */
export class Undeliverable extends Error {
  override name = 'Undeliverable';
  /** In a word of ours: `http-422`, `smtp-550`. */
  readonly reason: string;

  constructor(reason: string) {
    super(`refused (${reason})`);
    this.reason = reason;
  }
}

/** A message was not taken, this time. */
export class NotTaken extends Error {
  override name = 'NotTaken';
  /** As in {@link Undeliverable}; for the log. */
  readonly code: string;

  constructor(reason: string) {
    super(`not taken (${reason})`);
    this.code = reason;
  }
}
