import { bookingMoves, type Ticket } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { announce } from '../announce.ts';
import { CancelledEvent, RescheduledEvent } from '../events.ts';
import { notice } from '../form/notice.ts';
import { ticketActions } from '../messages/id/ticket-actions.ts';
import { timeChoice } from '../messages/id/time-choice.ts';
import { adopt } from '../styles/adopt.ts';
import { timeChoiceStyles } from '../time-choice/time-choice.styles.ts';
import { CancelStep } from './cancel-step.ts';
import { PapersToBring } from './papers-to-bring.ts';
import { RescheduleStep } from './reschedule-step.ts';
import { ticketActionsStyles } from './ticket-actions.styles.ts';
import type { ActionsContext, TicketContext } from './ticket-context.ts';
import { TicketKeeping } from './ticket-keeping.ts';
import { whenText } from './ticket-words.ts';

/** What the actions need from the ticket's view. */
export interface TicketOwner {
  ticket: () => Ticket | undefined;
  /** The ticket is another now. */
  onChange: (ticket: Ticket) => void;
  onBookAgain: (serviceId: string) => void;
}

type Step = 'ticket' | 'reschedule' | 'cancel' | 'cancelled';

/**
 * What to bring, and what can be done with a ticket: keep it, move it, give it back. Fetched after
 * the first view, because a ticket is the last thing that comes on the screen.
 */
export class TicketActions {
  readonly #context: ActionsContext;
  readonly #owner: TicketOwner;
  readonly #papers: PapersToBring;
  readonly #keeping: TicketKeeping;
  readonly #reschedule: RescheduleStep;
  readonly #cancel: CancelStep;
  #step: Step = 'ticket';
  #hasMoved = false;

  constructor(context: TicketContext, owner: TicketOwner) {
    // Other languages come whole, and a site's own words win over both.
    const messages = () => ({ ...timeChoice, ...ticketActions, ...context.messages() });
    this.#context = { ...context, messages };
    this.#owner = owner;
    const onLeave = (unsure: boolean) => {
      this.#go('ticket');
      if (unsure) void this.#reload();
    };
    this.#papers = new PapersToBring(this.#context, () => owner.ticket()?.service.id);
    this.#keeping = new TicketKeeping(this.#context);
    this.#reschedule = new RescheduleStep(this.#context, { onMoved: this.#moved, onLeave });
    this.#cancel = new CancelStep(this.#context, { onCancelled: this.#cancelled, onLeave });
    adopt(context.host, [timeChoiceStyles, ticketActionsStyles]);
  }

  /** Whether a question of its own is on the screen. */
  get asks(): boolean {
    return this.#step !== 'ticket';
  }

  /** Begins anew, with another ticket. */
  reset(): void {
    this.#show('ticket');
  }

  #show(step: Step) {
    this.#step = step;
    this.#hasMoved = false;
    this.#keeping.reset();
    this.#reschedule.close();
    this.#cancel.close();
    this.#context.host.requestUpdate();
  }

  #go(step: Step) {
    const ticket = this.#owner.ticket();
    if (!ticket) return;
    this.#show(step);
    if (step === 'reschedule') this.#reschedule.open(ticket);
    if (step === 'cancel') this.#cancel.open(ticket);
    const { host } = this.#context;
    void host.updateComplete.then(() => host.focus());
  }

  /** It may have been moved or cancelled although no answer said so. */
  async #reload() {
    const known = this.#owner.ticket()!;
    const { tracking, bookings } = this.#context.client();
    try {
      const { bookingId: id } = await tracking.status(known.code);
      const ticket = await bookings.show({ id, secret: known.secret });
      if (this.#owner.ticket() === known) this.#owner.onChange(ticket);
    } catch {
      // What is known stays on the screen.
    }
  }

  readonly #moved = (ticket: Ticket) => {
    const { host, messages, locale } = this.#context;
    this.#go('ticket');
    this.#owner.onChange(ticket);
    this.#hasMoved = true;
    announce(messages().changedTime(whenText(ticket, locale())));
    host.dispatchEvent(new RescheduledEvent(ticket.service.id, ticket.startsAt));
  };

  readonly #cancelled = (ticket: Ticket) => {
    const { host, messages } = this.#context;
    this.#owner.onChange(ticket);
    this.#go('cancelled');
    announce(messages().cancelled);
    host.dispatchEvent(new CancelledEvent(ticket.service.id));
  };

  /** The question that has the whole screen, while there is one. */
  question(ticket: Ticket): TemplateResult {
    if (this.#step === 'cancelled') return this.#farewell(ticket);
    return html`${this.#step === 'cancel' ? this.#cancel.render() : this.#reschedule.render()}`;
  }

  #farewell({ service }: Ticket) {
    const t = this.#context.messages();
    return html`
      <div class="stack">
        <h2 data-heading tabindex="-1">${t.cancelled}</h2>
        <p>${t.cancelledNote}</p>
        <div class="row">
          <button type="button" class="primary" @click=${() => this.#owner.onBookAgain(service.id)}>
            ${t.bookAgain}
          </button>
        </div>
      </div>
    `;
  }

  /** That it was moved, above the ticket. */
  news(ticket: Ticket) {
    const { messages, locale } = this.#context;
    return this.#hasMoved
      ? notice('positive', messages().changedTime(whenText(ticket, locale())))
      : nothing;
  }

  copyButton(ticket: Ticket): TemplateResult {
    return this.#keeping.copyButton(ticket);
  }

  render(ticket: Ticket): TemplateResult {
    return html`
      ${this.#papers.render()} ${this.#keeping.render(ticket)} ${this.#changes(ticket)}
    `;
  }

  /** Only what the contract still allows, and only before its time is over. */
  #changes({ state, endsAt, serverTime }: Ticket) {
    const allowed = Date.parse(endsAt) > Date.parse(serverTime) ? bookingMoves[state] : [];
    const t = this.#context.messages();
    if (!allowed.includes('cancelled')) return nothing;
    return html`
      <div class="row ticket-changes">
        ${
          allowed.includes('rescheduled')
            ? html`<button type="button" class="plain" @click=${() => this.#go('reschedule')}>
                ${t.changeTime}
              </button>`
            : nothing
        }
        <button type="button" class="plain" @click=${() => this.#go('cancel')}>
          ${t.cancelTicket}
        </button>
      </div>
    `;
  }
}
