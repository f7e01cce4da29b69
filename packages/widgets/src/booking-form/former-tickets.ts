import { formatCode, type Ticket } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import type { LaterContext } from './booking-step.ts';

type FormerTicket = Pick<Ticket, 'number' | 'code'>;

/**
 * Numbers taken in this tab, so that a reload does not lose them. Only number and code are kept, and
 * only until the tab is closed: a code shows where a booking stands, but not whose it is.
 */
export class FormerTickets {
  readonly #context: LaterContext;
  readonly #onClear: () => void;
  /** Where they are, should the browser keep nothing. */
  #tickets: readonly FormerTicket[] = [];

  constructor(context: LaterContext, onClear: () => void) {
    this.#context = context;
    this.#onClear = onClear;
  }

  /** One place for each server and regency. */
  get #place(): string {
    return `mpp-tickets ${this.#context.pages()}`;
  }

  get #all(): readonly FormerTicket[] {
    try {
      const kept = sessionStorage.getItem(this.#place);
      return kept ? (JSON.parse(kept) as FormerTicket[]) : [];
    } catch {
      return this.#tickets;
    }
  }

  #keep(tickets: readonly FormerTicket[]) {
    this.#tickets = tickets;
    try {
      sessionStorage.setItem(this.#place, JSON.stringify(tickets));
    } catch {
      // A sandbox without a store: they are said until the page is loaded again.
    }
  }

  /** Keeps a ticket as it now is; one that is no longer valid goes. */
  note({ number, code, state }: Ticket): void {
    const others = this.#all.filter((each) => each.code !== code);
    this.#keep(state === 'booked' ? [...others, { number, code }] : others);
  }

  /** Forgets them all. */
  clear(): void {
    this.#tickets = [];
    try {
      sessionStorage.removeItem(this.#place);
    } catch {
      // Nothing was kept.
    }
  }

  /** Says them, with the way to where they stand. */
  render() {
    const tickets = this.#all;
    if (!tickets.length) return nothing;
    const t = this.#context.messages();
    return html`
      <div class="notice positive former" part="notice">
        ${tickets.map(({ number, code }) => html`<p>${t.formerTicket(number, formatCode(code))}</p>`)}
        <div class="row">
          <a href=${this.#context.page('lacak')}>${t.trackBooking}</a>
          <button type="button" class="plain" @click=${this.#onClear}>${t.clear}</button>
        </div>
      </div>
    `;
  }
}
