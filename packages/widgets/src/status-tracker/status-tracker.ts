import { formatCode } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { Tracking } from '@mpp-digital/sdk/resources';
import { type PropertyDeclarations, type PropertyValues } from 'lit';

import { announce } from '../announce.ts';
import { MppElement } from '../element.ts';
import { Later } from '../later.ts';
import { statusTracker, type StatusTrackerMessages } from '../messages/id/status-tracker.ts';
import { book } from '../service-finder/book.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import type { CodeScanner } from './code-scanner.ts';
import { type Entry, readEntry } from './entry.ts';
import type { FoundBooking } from './found-booking.ts';
import { PageFragment } from '../page-fragment.ts';
import { type Problem, question } from './question.ts';
import { styles } from './status-tracker.styles.ts';
import { StatusWatch } from './status-watch.ts';

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
 * @csspart unlock - Asks for the end of the phone number, to open the ticket.
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
  /** @internal */
  static override styles = [tokens, controls, styles];

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

  #entry: Entry | undefined;
  #movesFocus = false;

  readonly #context = {
    host: this,
    transport: () => this.transport,
    messages: () => this.messages,
    locale: () => this.locale,
    page: (path: string) => this.page(path),
  };

  readonly #watch: StatusWatch = new StatusWatch(this, {
    tracking: () => new Tracking(this.transport),
    onStatus: () => void this.#show(),
  });

  readonly #found: Later<FoundBooking> = new Later(this, async () => {
    const { FoundBooking } = await import('./found-booking.ts');
    const found = new FoundBooking({
      ...this.#context,
      watch: this.#watch,
      onBookAgain: (serviceId) => this.#bookAgain(serviceId),
      onOtherCode: this.#onOtherCode,
      onClear: this.#onClear,
    });
    found.begin(this.#entry?.secret);
    return found;
  });

  readonly #scanner: Later<CodeScanner> = new Later(
    this,
    async () => {
      const { CodeScanner } = await import('./code-scanner.ts');
      const onRead = (text: string) => this.#onScan(text);
      return new CodeScanner(this, { ...this.#context, onRead });
    },
    Boolean(globalThis.BarcodeDetector),
  );

  readonly #fragment: PageFragment = new PageFragment(
    this,
    () => this.fragment,
    (fragment) => this.#enter(fragment, 'linkBroken'),
  );

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
    this.#entry = readEntry(given);
    if (!this.#entry) {
      this.problem = given.trim() ? whenWrong : 'entryMissing';
      return;
    }
    this.#found.value?.begin(this.#entry.secret);
    this.#watch.start(this.#entry.code);
  }

  #forgetBooking() {
    this.#entry = this.problem = undefined;
    this.#watch.forget();
    this.#found.value?.begin();
    this.#scanner.value?.stop();
  }

  #forget() {
    this.#forgetBooking();
    this.typed = this.code = '';
    this.removeAttribute('code');
  }

  /** Shows where it stands, as soon as the part that can is here. */
  async #show() {
    const found = await this.#found.want().catch(() => undefined);
    const { status } = this.#watch;
    if (!found || !status) return;
    found.follow(status, this.#movesFocus);
    if (this.#movesFocus) this.#focusSoon();
    this.requestUpdate();
  }

  #onScan(text: string): boolean {
    if (!readEntry(text)) return false;
    this.#movesFocus = true;
    this.#enter(text);
    return true;
  }

  /** What was wrong with a code is not wrong with the one that is being written. */
  readonly #onInput = (typed: string) => {
    this.typed = typed;
    if (this.problem || this.#watch.trouble) this.#forgetBooking();
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#movesFocus = true;
    this.#enter(this.typed);
    if (this.problem) this.#focusSoon('#entry');
  };

  readonly #onOtherCode = () => {
    this.#forget();
    this.#focusSoon('#entry');
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
    const { status, pending, slow, trouble, again } = this.#watch;
    const { value: found, error } = this.#found;
    if (status && found) return found.render(status);
    return question(
      {
        typed: this.typed,
        problem: this.problem,
        pending: pending || (status !== undefined && !error),
        slow,
        trouble: status && error ? new MppError('unreachable', { cause: error }) : trouble,
        scanner: this.#scanner.value,
        onInput: this.#onInput,
        onSubmit: this.#onSubmit,
        onAgain: again,
      },
      this.messages,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-status-tracker': StatusTracker;
  }
}
