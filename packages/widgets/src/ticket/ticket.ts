import { bookingMoves, type Ticket } from '@mpp-digital/contract';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';

import { announce } from '../announce.ts';
import { CancelledEvent, RescheduledEvent } from '../events.ts';
import { notice } from '../form/notice.ts';
import { CancelStep } from './cancel-step.ts';
import { PapersToBring } from './papers-to-bring.ts';
import type { QrCode } from './qr-code.ts';
import { RescheduleStep } from './reschedule-step.ts';
import type { TicketContext } from './ticket-context.ts';
import { ticketFacts } from './ticket-facts.ts';
import { TicketKeeping } from './ticket-keeping.ts';
import { whenText } from './ticket-words.ts';

/** What a widget gives to a ticket, and hears of it. */
export interface TicketViewOptions extends TicketContext {
  /** The citizen wants a new time for the service of a cancelled ticket. */
  onBookAgain: (serviceId: string) => void;
  /** The ticket is another now: moved, cancelled, or found changed. */
  onChange?: (ticket: Ticket) => void;
}

type Step = 'ticket' | 'reschedule' | 'cancel' | 'cancelled';

/**
 * A ticket as a citizen keeps it: the number, when, where, code and QR code, what to bring, and what
 * can be done with it. Moving and cancelling are questions of their own, which take the whole screen:
 * while `asks` is true, a widget renders nothing but this.
 *
 * Nothing of it is stored anywhere but in memory.
 */
export class TicketView implements ReactiveController {
  readonly #options: TicketViewOptions;
  readonly #papers: PapersToBring;
  readonly #keeping: TicketKeeping;
  readonly #reschedule: RescheduleStep;
  readonly #cancel: CancelStep;
  #ticket: Ticket | undefined;
  #step: Step = 'ticket';
  #qr: QrCode | 'missing' | undefined;
  #hasMoved = false;

  constructor(options: TicketViewOptions) {
    this.#options = options;
    const onLeave = (unsure: boolean) => {
      this.#go('ticket');
      if (unsure) void this.reload();
    };
    this.#papers = new PapersToBring(options, () => this.#ticket?.service.id);
    this.#keeping = new TicketKeeping(options);
    this.#reschedule = new RescheduleStep(options, { onMoved: this.#moved, onLeave });
    this.#cancel = new CancelStep(options, { onCancelled: this.#cancelled, onLeave });
    options.host.addController(this);
  }

  hostDisconnected() {
    this.#qr = undefined;
  }

  /** The ticket on show. Setting another one begins anew; undefined forgets everything. */
  get ticket(): Ticket | undefined {
    return this.#ticket;
  }

  set ticket(ticket: Ticket | undefined) {
    if (ticket?.id !== this.#ticket?.id) {
      this.#step = 'ticket';
      this.#hasMoved = false;
      this.#keeping.reset();
      this.#reschedule.close();
      this.#cancel.close();
    }
    if (ticket?.link !== this.#ticket?.link) {
      this.#qr = undefined;
      if (ticket) void this.#draw(ticket.link);
    }
    this.#ticket = ticket;
    this.#options.host.requestUpdate();
  }

  /** Whether a question of the ticket's own is on the screen, with its own heading. */
  get asks(): boolean {
    return this.#step !== 'ticket';
  }

  /** Reads the ticket again: it may have been moved or cancelled elsewhere. */
  async reload(): Promise<void> {
    const known = this.#ticket;
    if (!known) return;
    const { tracking, bookings } = this.#options.client();
    try {
      const { bookingId: id } = await tracking.status(known.code);
      const ticket = await bookings.show({ id, secret: known.secret });
      if (this.#ticket === known) this.#take(ticket);
    } catch {
      // What is known stays on the screen.
    }
  }

  async #draw(link: string) {
    const drawn = await import('./qr-code.ts').then(
      ({ qrCode }) => qrCode(link),
      () => 'missing' as const,
    );
    if (this.#ticket?.link === link) this.#qr = drawn;
    this.#options.host.requestUpdate();
  }

  #take(ticket: Ticket) {
    this.ticket = ticket;
    this.#options.onChange?.(ticket);
  }

  #go(step: Step) {
    const ticket = this.#ticket!;
    if (step === 'reschedule') this.#reschedule.open(ticket);
    else this.#reschedule.close();
    if (step === 'cancel') this.#cancel.open(ticket);
    else this.#cancel.close();
    this.#hasMoved = false;
    this.#keeping.reset();
    this.#step = step;
    const { host } = this.#options;
    host.requestUpdate();
    void host.updateComplete.then(() => host.focus());
  }

  readonly #moved = (ticket: Ticket) => {
    const { host, messages, locale } = this.#options;
    this.#go('ticket');
    this.#take(ticket);
    this.#hasMoved = true;
    announce(messages().changedTime(whenText(ticket, locale())));
    host.dispatchEvent(new RescheduledEvent(ticket.service.id, ticket.startsAt));
  };

  readonly #cancelled = (ticket: Ticket) => {
    const { host, messages } = this.#options;
    this.#take(ticket);
    this.#go('cancelled');
    announce(messages().cancelled);
    host.dispatchEvent(new CancelledEvent(ticket.service.id));
  };

  /** @param beside - Stands next to the number and the code, or below them on a small screen. */
  render(beside?: TemplateResult): TemplateResult | typeof nothing {
    const ticket = this.#ticket;
    if (!ticket) return nothing;
    if (this.#step === 'reschedule') return html`${this.#reschedule.render()}`;
    if (this.#step === 'cancel') return html`${this.#cancel.render()}`;
    if (this.#step === 'cancelled') return this.#farewell(ticket);
    const t = this.#options.messages();
    const locale = this.#options.locale();
    return html`
      <div class="ticket">
        ${this.#hasMoved ? notice('positive', t.changedTime(whenText(ticket, locale))) : nothing}
        ${ticketFacts(ticket, t, locale, {
          qr: this.#qrCode(ticket),
          actions: this.#keeping.copyButton(ticket),
        })}
        <div class="ticket-more">
          ${beside ?? nothing} ${this.#papers.render()} ${this.#keeping.render(ticket)}
          ${this.#changes(ticket)}
        </div>
      </div>
    `;
  }

  #farewell(ticket: Ticket) {
    const t = this.#options.messages();
    return html`
      <div class="stack">
        <h2 data-heading tabindex="-1">${t.cancelled}</h2>
        <p>${t.cancelledNote}</p>
        <div class="row">
          <button
            type="button"
            class="primary"
            @click=${() => this.#options.onBookAgain(ticket.service.id)}
          >
            ${t.bookAgain}
          </button>
        </div>
      </div>
    `;
  }

  #qrCode({ number }: Ticket): TemplateResult {
    const t = this.#options.messages();
    if (this.#qr === 'missing') return html`<p class="muted">${t.qrMissing}</p>`;
    if (!this.#qr) return html`<div class="qr"></div>`;
    const { size, path } = this.#qr;
    return html`
      <svg
        class="qr"
        part="qr"
        role="img"
        aria-label=${t.qrLabel(number)}
        viewBox="0 0 ${size} ${size}"
        shape-rendering="crispEdges"
      >
        <path d=${path}></path>
      </svg>
    `;
  }

  /** Only what the contract still allows, and only before its time is over. */
  #changes({ state, endsAt, serverTime }: Ticket) {
    const allowed = Date.parse(endsAt) > Date.parse(serverTime) ? bookingMoves[state] : [];
    const t = this.#options.messages();
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
