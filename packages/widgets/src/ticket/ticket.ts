import type { Ticket } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { Later } from '../later.ts';
import type { QrCode } from './qr-code.ts';
import type { TicketActions } from './ticket-actions.ts';
import type { TicketContext } from './ticket-context.ts';
import { ticketFacts } from './ticket-facts.ts';

/** What a widget gives to a ticket, and hears of it. */
export interface TicketViewOptions extends TicketContext {
  /** The citizen wants a new time for the service of a cancelled ticket. */
  onBookAgain: (serviceId: string) => void;
  /** The ticket is another now: moved, cancelled, or found changed. */
  onChange?: (ticket: Ticket) => void;
}

/**
 * A ticket as a citizen keeps it: the number, when, where, code and QR code, what to bring, and what
 * can be done with it. Moving and cancelling are questions of their own, which take the whole screen:
 * while `asks` is true, a widget renders nothing but this.
 *
 * Number, time, place and code are there at once; the rest is fetched before it is wanted. Nothing
 * of it is stored anywhere but in memory.
 */
export class TicketView {
  readonly #options: TicketViewOptions;
  readonly #actions: Later<TicketActions>;
  #ticket: Ticket | undefined;
  #qr: QrCode | 'missing' | undefined;

  constructor(options: TicketViewOptions) {
    this.#options = options;
    this.#actions = new Later(options.host, async () => {
      const { TicketActions } = await import('./ticket-actions.ts');
      return new TicketActions(options, {
        ticket: () => this.#ticket,
        onBookAgain: options.onBookAgain,
        onChange: (ticket) => {
          this.ticket = ticket;
          options.onChange?.(ticket);
        },
      });
    });
  }

  /** The ticket on show. Setting another one begins anew; undefined forgets everything. */
  get ticket(): Ticket | undefined {
    return this.#ticket;
  }

  set ticket(ticket: Ticket | undefined) {
    if (ticket?.id !== this.#ticket?.id) this.#actions.value?.reset();
    if (ticket?.link !== this.#ticket?.link) {
      this.#qr = undefined;
      if (ticket) void this.#draw(ticket.link);
    }
    this.#ticket = ticket;
    if (ticket) this.#actions.fetch();
    this.#options.host.requestUpdate();
  }

  /** Whether a question of the ticket's own is on the screen, with its own heading. */
  get asks(): boolean {
    return this.#actions.value?.asks ?? false;
  }

  async #draw(link: string) {
    const drawn = await import('./qr-code.ts').then(
      ({ qrCode }) => qrCode(link),
      () => 'missing' as const,
    );
    if (this.#ticket?.link === link) this.#qr = drawn;
    this.#options.host.requestUpdate();
  }

  /** @param beside - Stands next to the number and the code, or below them on a small screen. */
  render(beside?: TemplateResult): TemplateResult | typeof nothing {
    const ticket = this.#ticket;
    if (!ticket) return nothing;
    const { value: actions } = this.#actions;
    if (actions?.asks) return actions.question(ticket);
    const { messages, locale } = this.#options;
    return html`
      <div class="ticket">
        ${actions?.news(ticket) ?? nothing}
        ${ticketFacts(ticket, messages(), locale(), {
          qr: this.#qrCode(ticket),
          actions: actions?.copyButton(ticket),
        })}
        <div class="ticket-more">
          ${beside ?? nothing} ${actions?.render(ticket) ?? this.#waiting()}
        </div>
      </div>
    `;
  }

  /** The actions are on their way; without them the ticket is as good at the door. */
  #waiting() {
    const t = this.#options.messages();
    return this.#actions.error
      ? html`<button type="button" @click=${() => this.#actions.fetch()}>${t.moreActions}</button>`
      : nothing;
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
}
