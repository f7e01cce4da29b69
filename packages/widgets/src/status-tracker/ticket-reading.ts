import { initialState, Task, TaskStatus } from '@lit/task';
import type { Status, Ticket } from '@mpp-digital/contract';
import { MppError, type MppClient } from '@mpp-digital/sdk';
import type { LitElement } from 'lit';

import type { TicketView } from '../ticket/ticket.ts';

/** How the ticket is coming along; undefined where only the code is known. */
export type TicketState = 'loading' | 'failed' | 'refused' | 'open' | undefined;

/** Reads the ticket for one who has its secret, again whenever it stands otherwise. */
export class TicketReading {
  readonly #view: TicketView;
  readonly #task: Task<[id?: string, secret?: string], Ticket>;
  #secret: string | undefined;

  constructor(host: LitElement, client: () => MppClient, view: TicketView) {
    this.#view = view;
    this.#task = new Task(host, {
      autoRun: false,
      task: ([id, secret], { signal }) =>
        id && secret ? client().bookings.show({ id, secret }, { signal }) : initialState,
      onComplete: (ticket) => (view.ticket = ticket),
    });
  }

  get state(): TicketState {
    if (this.#view.ticket) return 'open';
    if (!this.#secret) return undefined;
    const { status, error } = this.#task;
    if (status !== TaskStatus.ERROR) return 'loading';
    return error instanceof MppError && error.code === 'not_found' ? 'refused' : 'failed';
  }

  /** Begins with a secret, or without one, and forgets what was before. */
  start(secret?: string): void {
    this.#secret = secret;
    this.#view.ticket = undefined;
    void this.#task.run([]);
  }

  /** Goes on with a ticket that was got otherwise. */
  take(ticket: Ticket): void {
    this.#secret = ticket.secret;
    this.#view.ticket = ticket;
  }

  /** Reads the ticket, unless the one on show already says what the status says. */
  follow({ bookingId, state, startsAt }: Status): void {
    const known = this.#view.ticket;
    if (known?.id === bookingId && known.state === state && known.startsAt === startsAt) return;
    if (this.#secret) void this.#task.run([bookingId, this.#secret]);
  }
}
