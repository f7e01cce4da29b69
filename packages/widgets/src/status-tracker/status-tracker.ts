import { formatCode, type Status, type Ticket } from '@mpp-digital/contract';
import { html, type PropertyDeclarations, type PropertyValues } from 'lit';

import { announce } from '../announce.ts';
import { citizenClient } from '../citizen-client.ts';
import { MppElement } from '../element.ts';
import { statusTracker, type StatusTrackerMessages } from '../messages/id/status-tracker.ts';
import { book } from '../service-finder/book.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { ticketStyles } from '../ticket/ticket.styles.ts';
import { TicketView } from '../ticket/ticket.ts';
import { CodeScanner } from './code-scanner.ts';
import { readEntry } from './entry.ts';
import { PageFragment } from './page-fragment.ts';
import { type Problem, question } from './question.ts';
import { result } from './result.ts';
import { standingTitle } from './standing.ts';
import { styles } from './status-tracker.styles.ts';
import { StatusWatch } from './status-watch.ts';
import { TicketReading } from './ticket-reading.ts';
import { UnlockForm } from './unlock-form.ts';

/**
 * Shows where a booking stands, by its code, its ticket's link or its QR code: what happened, what
 * comes next, how long it takes, what to do. Who has the link, or the code and the end of the phone
 * number, gets the whole ticket, and can move or cancel it.
 *
 * Stores nothing: closing the page, or "Bersihkan", forgets it all.
 *
 * @summary Status of a booking, and its ticket.
 *
 * @slot help - Shown when the server cannot be reached: for instance the office's phone number.
 *
 * @event {BookEvent} mpp-book - Someone wants a new time for the service. Cancel it to lead
 *   elsewhere; otherwise the booking form on the page gets the service, or the server's page opens.
 * @event {RescheduledEvent} mpp-rescheduled - The booking was moved to another time.
 * @event {CancelledEvent} mpp-cancelled - The booking was cancelled.
 *
 * @csspart field - A label with its hint and control.
 * @csspart ticket - Number, time, place and code.
 * @csspart number - The queue number.
 * @csspart code - The code.
 * @csspart qr - The QR code.
 * @csspart timeline - What happened, what is now, what comes next.
 * @csspart notice - Where it stands, and what went wrong.
 *
 * @cssproperty [--mpp-color-brand=#0b5cad] - Colour of links and of the main button.
 *
 * @example
 * ```html
 * <mpp-status-tracker api="https://mpp.example.go.id" regency="35.79"></mpp-status-tracker>
 * ```
 *
 * @tag mpp-status-tracker
 */
export class StatusTracker extends MppElement<StatusTrackerMessages> {
  static override styles = [tokens, controls, ...ticketStyles, styles];

  static override properties: PropertyDeclarations = {
    code: {},
    fragment: { type: Boolean },
    typed: { state: true, attribute: false },
    problem: { state: true, attribute: false },
  };

  /** The code to look up at once, written in any fashion. */
  declare code: string;

  /**
   * Reads a ticket's secret from the fragment of the page's address, `…#<secret>`, and removes it
   * from there. For the page that ticket links lead to.
   */
  declare fragment: boolean;

  declare private typed: string;
  declare private problem: Problem | undefined;

  protected override readonly texts = {
    id: statusTracker,
    en: () => import('../messages/en/status-tracker.ts').then((module) => module.statusTracker),
  };

  #movesFocus = false;
  /** What was announced, so that it is not said again when nothing has changed. */
  #told = '';

  readonly #context = {
    host: this,
    client: () => citizenClient(this.transport),
    messages: () => this.messages,
    locale: () => this.locale,
  };

  readonly #watch = new StatusWatch(this, {
    client: this.#context.client,
    onStatus: (status) => this.#onStatus(status),
  });

  readonly #ticket = new TicketView({
    ...this.#context,
    onBookAgain: (serviceId) => this.#bookAgain(serviceId),
    onChange: () => this.#watch.again(),
  });

  readonly #unlock = new UnlockForm(this, {
    ...this.#context,
    onUnlocked: (ticket) => this.#onUnlocked(ticket),
  });

  readonly #scanner = new CodeScanner(this, {
    ...this.#context,
    onRead: (text) => this.#onScan(text),
  });

  readonly #fragment = new PageFragment(
    this,
    () => this.fragment,
    (fragment) => this.#enter(fragment, 'linkBroken'),
  );

  readonly #reading = new TicketReading(this, this.#context.client, this.#ticket);

  constructor() {
    super();
    this.code = '';
    this.fragment = false;
    this.typed = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('fragment')) this.#fragment.read();
    if (changed.has('code') && this.code) {
      const entry = readEntry(this.code);
      // A secret is not for the screen.
      this.typed = entry ? formatCode(entry.code) : this.code;
      this.#enter(this.code);
    } else if (changed.get('code')) this.#forget();
    else if (changed.has('api') || changed.has('regency')) this.#watch.again();
  }

  #enter(given: string, whenWrong: Problem = 'entryMistyped') {
    this.#forgetBooking();
    const entry = readEntry(given);
    if (!entry) {
      this.problem = given.trim() ? whenWrong : 'entryMissing';
      return;
    }
    this.#reading.start(entry.secret);
    this.#watch.start(entry.code);
  }

  #forgetBooking() {
    this.problem = undefined;
    this.#told = '';
    this.#watch.forget();
    this.#reading.start();
    this.#unlock.forget();
    this.#scanner.stop();
  }

  #forget() {
    this.#forgetBooking();
    this.typed = this.code = '';
    this.removeAttribute('code');
  }

  #onStatus(status: Status) {
    this.#reading.follow(status);
    const { bookingId, state } = status;
    if (this.#movesFocus) this.#focusSoon();
    else if (this.#told !== bookingId + state) {
      announce(standingTitle(status, status.serverTime, this.messages));
    }
    this.#told = bookingId + state;
  }

  #onUnlocked(ticket: Ticket) {
    this.#reading.take(ticket);
    announce(this.messages.unlocked);
    this.#focusSoon();
  }

  #onScan(text: string): boolean {
    if (!readEntry(text)) return false;
    this.#movesFocus = true;
    this.#enter(text);
    return true;
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#movesFocus = true;
    this.#enter(this.typed);
    if (this.problem) this.#focusSoon('#entry');
  };

  readonly #onOtherCode = () => {
    this.#forgetBooking();
    this.#focusSoon();
  };

  readonly #onClear = () => {
    this.#forget();
    announce(this.messages.cleared);
    this.#focusSoon();
  };

  #bookAgain(serviceId: string) {
    book(this, serviceId, this.page(`janji?layanan=${encodeURIComponent(serviceId)}`));
  }

  #focusSoon(selector = '[data-heading]') {
    this.#movesFocus = false;
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }

  override render() {
    const { status } = this.#watch;
    if (!status) return this.#question();
    return html`
      ${this.#ticket.asks ? this.#ticket.render() : this.#result(status)} ${this.#footer()}
    `;
  }

  #question() {
    return question(
      {
        typed: this.typed,
        problem: this.problem,
        watch: this.#watch,
        scanner: this.#scanner,
        onInput: (typed) => (this.typed = typed),
        onSubmit: this.#onSubmit,
      },
      this.messages,
    );
  }

  #result(status: Status) {
    const { knownAt, trouble, again } = this.#watch;
    return result(
      {
        status,
        knownAt,
        trouble,
        ticket: this.#reading.state,
        view: this.#ticket,
        unlock: this.#unlock,
        onOtherCode: this.#onOtherCode,
        onAgain: again,
        onBookAgain: () => this.#bookAgain(status.service.id),
      },
      this.messages,
      this.locale,
    );
  }

  #footer() {
    const t = this.messages;
    return html`
      <footer>
        <p>
          ${t.complainNeed}
          <a href="https://www.lapor.go.id" rel="noopener noreferrer">${t.complain}</a>
        </p>
        <p class="muted">${t.clearNote}</p>
        <button type="button" @click=${this.#onClear}>${t.clear}</button>
      </footer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-status-tracker': StatusTracker;
  }
}
