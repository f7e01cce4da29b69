import type { Person, Ticket } from '@mpp-digital/contract';
import { type MppClient, MppError, newKey } from '@mpp-digital/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { patiently } from '../patience.ts';

interface SubmissionOptions {
  client: () => MppClient;
  onBooked: (ticket: Ticket) => void;
  /** The answer takes its time. */
  onSlow: () => void;
  /** The server said no, and why. */
  onRefused: (error: unknown) => void;
}

/** `waiting`: tries again by itself. `stuck`: only the citizen, or the network's return, tries again. */
export type SubmissionStatus = 'idle' | 'sending' | 'waiting' | 'stuck';

/** Milliseconds before each try that nobody has to press for. */
const pauses = [2000, 3000, 5000, 8000, 12_000, 20_000, 30_000];

/**
 * Sends a booking until its answer is known. One key goes with all tries for the same seat and
 * person, so that an answer that was lost is given again instead of a second number.
 */
export class Submission implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SubmissionOptions;
  #status: SubmissionStatus = 'idle';
  #seat: Ticket | undefined;
  #person: Person | undefined;
  #key = '';
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The seat that was sent without an answer: it may be booked. */
  #unanswered = '';

  constructor(host: ReactiveControllerHost, options: SubmissionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('online', this.#again);
    if (this.#status === 'waiting') this.#again();
  }

  hostDisconnected() {
    removeEventListener('online', this.#again);
    clearTimeout(this.#timer);
  }

  get status(): SubmissionStatus {
    return this.#status;
  }

  /** Whether this seat was sent without an answer, so that it may be booked. */
  isUnanswered(seat: Ticket | undefined): boolean {
    return this.#unanswered !== '' && this.#unanswered === seat?.id;
  }

  /** Sends, or sends again. Pressed twice, it sends once. */
  send(seat: Ticket, person: Person): void {
    if (this.#status === 'sending') return;
    const before = JSON.stringify([this.#seat?.id, this.#person]);
    if (before !== JSON.stringify([seat.id, person])) this.#key = newKey();
    this.#seat = seat;
    this.#person = person;
    this.#tries = 0;
    void this.#try();
  }

  /** Stops trying by itself, because the citizen looks at something else. */
  pause(): void {
    clearTimeout(this.#timer);
    if (this.#status === 'waiting') this.#become('stuck');
  }

  /**
   * Asks whether the seat that was sent without an answer is booked, and then finishes.
   *
   * @throws When nobody answers.
   */
  async settle(seat: Ticket): Promise<boolean> {
    const ticket = await this.#options.client().bookings.show(seat);
    this.#unanswered = '';
    const isBooked = !['held', 'expired', 'cancelled'].includes(ticket.state);
    if (isBooked) this.#finish(ticket);
    return isBooked;
  }

  async #try() {
    const seat = this.#seat!;
    clearTimeout(this.#timer);
    this.#become('sending');
    try {
      const { bookings } = this.#options.client();
      const options = { idempotencyKey: this.#key };
      const booking = bookings.bookHold(seat, this.#person!, options);
      this.#finish(await patiently(booking, this.#options.onSlow));
    } catch (error) {
      await this.#judge(error, seat);
    }
  }

  async #judge(error: unknown, seat: Ticket) {
    try {
      if (isUnsure(error)) throw error;
      // A try before this one may have been answered with a ticket that never arrived.
      const isDoubtful = this.#unanswered === seat.id || isCode(error, 'wrong_state');
      if (isDoubtful && (await this.settle(seat))) return;
      // Refusals are not kept under a key, but this one is spoilt.
      if (isCode(error, 'key_reused')) this.#key = newKey();
      this.#become('idle');
      this.#options.onRefused(error);
    } catch (silence) {
      this.#unanswered = seat.id;
      this.#wait(silence);
    }
  }

  #finish(ticket: Ticket) {
    this.#seat = this.#person = undefined;
    this.#unanswered = '';
    this.#become('idle');
    this.#options.onBooked(ticket);
  }

  #wait(error: unknown) {
    const pause = pauses[this.#tries++];
    if (pause === undefined) {
      this.#become('stuck');
      return;
    }
    const asked = error instanceof MppError ? (error.retryAfter ?? 0) * 1000 : 0;
    this.#timer = setTimeout(this.#again, Math.max(pause, asked));
    this.#become('waiting');
  }

  readonly #again = () => {
    if (this.#status === 'waiting' || this.#status === 'stuck') void this.#try();
  };

  #become(status: SubmissionStatus) {
    this.#status = status;
    this.#host.requestUpdate();
  }
}

/** Whether the booking may have been made although there was no answer, or may yet be. */
const isUnsure = (error: unknown) =>
  isCode(error, 'unreachable', 'timed_out', 'unexpected_answer', 'internal', 'busy');

const isCode = (error: unknown, ...codes: MppError['code'][]) =>
  error instanceof MppError && codes.includes(error.code);
