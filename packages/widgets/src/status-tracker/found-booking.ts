import type { Status, Ticket } from '@mpp-digital/contract';
import type { Transport } from '@mpp-digital/sdk/resources';
import { html, type LitElement } from 'lit';

import { announce } from '../announce.ts';
import { citizenClient } from '../citizen-client.ts';
import type { Locale } from '../language.ts';
import { foundBooking } from '../messages/id/found-booking.ts';
import type { StatusTrackerMessages } from '../messages/id/status-tracker.ts';
import { adopt } from '../styles/adopt.ts';
import { ticketStyles } from '../ticket/ticket.styles.ts';
import { TicketView } from '../ticket/ticket.ts';
import { Complaint } from './complaint.ts';
import { foundBookingStyles } from './found-booking.styles.ts';
import type { FoundMessages } from './found-messages.ts';
import { result } from './result.ts';
import { standingTitle } from './standing.ts';
import type { StatusWatch } from './status-watch.ts';
import { TicketReading } from './ticket-reading.ts';
import { UnlockForm } from './unlock-form.ts';

/** What a booking that was found needs from the tracker. */
export interface FoundBookingOptions {
  host: LitElement;
  transport: () => Transport;
  messages: () => StatusTrackerMessages;
  locale: () => Locale;
  /** Address of one of the server's own pages. */
  page: (path: string) => string;
  watch: StatusWatch;
  onBookAgain: (serviceId: string) => void;
  onOtherCode: () => void;
  onClear: () => void;
}

/**
 * A booking that was found: where it stands, and its ticket for the one whose it is. Fetched after
 * the first view, while the citizen looks for the code.
 */
export class FoundBooking {
  readonly #options: FoundBookingOptions;
  readonly #view: TicketView;
  readonly #unlock: UnlockForm;
  readonly #reading: TicketReading;
  readonly #complaint: Complaint;
  /** What was announced, so that it is not said again when nothing has changed. */
  #told = '';

  constructor(options: FoundBookingOptions) {
    this.#options = options;
    const { host, watch } = options;
    const client = () => citizenClient(options.transport());
    this.#view = new TicketView({
      ...options,
      client,
      messages: () => this.#messages,
      onChange: watch.again,
    });
    this.#unlock = new UnlockForm(host, {
      client,
      messages: () => this.#messages,
      onUnlocked: (ticket) => this.#onUnlocked(ticket),
    });
    this.#reading = new TicketReading(host, client, this.#view);
    this.#complaint = new Complaint(
      { ...options, client, messages: () => this.#messages },
      () => watch.status?.service.id,
    );
    adopt(host, [...ticketStyles, foundBookingStyles]);
  }

  /** Other languages come whole, and a site's own words win over both. */
  get #messages(): FoundMessages {
    return { ...foundBooking, ...this.#options.messages() };
  }

  /** Begins with a code, or with a secret, and forgets what was before. */
  begin(secret?: string): void {
    this.#told = '';
    this.#reading.start(secret);
    this.#unlock.forget();
  }

  /** Where it stands now. Said aloud when that is new, unless the focus goes there and reads it. */
  follow(status: Status, isRead: boolean): void {
    this.#reading.follow(status);
    const { bookingId, state, serverTime } = status;
    if (!isRead && this.#told !== bookingId + state) {
      announce(standingTitle(status, serverTime, this.#messages));
    }
    this.#told = bookingId + state;
  }

  #onUnlocked(ticket: Ticket) {
    const { host } = this.#options;
    this.#reading.take(ticket);
    announce(this.#messages.unlocked);
    void host.updateComplete.then(() => host.focus());
  }

  render(status: Status) {
    const { watch, onOtherCode, onBookAgain, locale, page } = this.#options;
    const shown = this.#view.asks
      ? this.#view.render()
      : result(
          {
            status,
            knownAt: watch.knownAt,
            trouble: watch.trouble,
            ticket: this.#reading.state,
            view: this.#view,
            unlock: this.#unlock,
            papers: page(`layanan/${encodeURIComponent(status.service.id)}`),
            survey: `${page('survei')}#${status.code}`,
            onOtherCode,
            onAgain: watch.again,
            onBookAgain: () => onBookAgain(status.service.id),
          },
          this.#messages,
          locale(),
        );
    return html`${shown} ${this.#footer(status)}`;
  }

  #footer(status: Status) {
    const t = this.#messages;
    return html`
      <footer>
        ${this.#complaint.render(status)}
        <p class="muted">${t.clearNote}</p>
        <button type="button" @click=${this.#options.onClear}>${t.clear}</button>
      </footer>
    `;
  }
}
