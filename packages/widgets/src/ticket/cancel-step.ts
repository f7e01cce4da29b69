import { initialState, Task, TaskStatus } from '@lit/task';
import type { Ticket } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import { notice } from '../form/notice.ts';
import { inLocale } from '../format/text.ts';
import { errorText } from '../messages/error-text.ts';
import { causeText } from './cause-text.ts';
import type { ActionsContext } from './ticket-context.ts';
import { whenText } from './ticket-words.ts';

interface Outcome {
  /** The seat was given back. */
  onCancelled: (ticket: Ticket) => void;
  /** The citizen keeps the booking. `unsure`: a try may have succeeded without our knowing. */
  onLeave: (unsure: boolean) => void;
}

/** “Cancel this queue number?”, asked once and clearly. */
export class CancelStep {
  readonly #context: ActionsContext;
  readonly #outcome: Outcome;
  readonly #cancel: Task<[Ticket | undefined], Ticket>;
  #ticket: Ticket | undefined;

  constructor(context: ActionsContext, outcome: Outcome) {
    this.#context = context;
    this.#outcome = outcome;
    this.#cancel = new Task(context.host, {
      autoRun: false,
      task: ([ticket], { signal }) =>
        ticket ? context.client().bookings.cancel(ticket, { signal }) : initialState,
      onComplete: (ticket) => {
        this.close();
        outcome.onCancelled(ticket);
      },
    });
  }

  open(ticket: Ticket): void {
    this.#ticket = ticket;
    void this.#cancel.run([undefined]);
  }

  close(): void {
    this.#ticket = undefined;
  }

  readonly #confirm = () => {
    if (this.#cancel.status !== TaskStatus.PENDING) void this.#cancel.run([this.#ticket]);
  };

  readonly #leave = () => this.#outcome.onLeave(this.#cancel.status === TaskStatus.ERROR);

  render() {
    const ticket = this.#ticket;
    if (!ticket) return nothing;
    const t = this.#context.messages();
    const locale = this.#context.locale();
    const cancelling = this.#cancel.status === TaskStatus.PENDING;
    return html`
      <div class="stack">
        <h2 data-heading tabindex="-1">${t.cancelQuestion}</h2>
        <p>
          <strong translate="no">${ticket.number}</strong>,
          ${inLocale(ticket.service.name, locale)}<br />
          ${whenText(ticket, locale)}
        </p>
        <p>${t.cancelWarning}</p>
        ${this.#failure()}
        <div class="row">
          <button
            type="button"
            class="danger"
            aria-disabled=${cancelling ? 'true' : nothing}
            @click=${this.#confirm}
          >
            ${cancelling ? t.cancelling : t.cancelConfirm}
          </button>
          <button type="button" @click=${this.#leave}>${t.cancelNot}</button>
        </div>
      </div>
    `;
  }

  #failure() {
    const { status, error } = this.#cancel;
    if (status !== TaskStatus.ERROR) return nothing;
    const t = this.#context.messages();
    const cause = causeText(error, t);
    return notice('negative', cause ? t.cancelUnsure(cause) : errorText(error, t));
  }
}
