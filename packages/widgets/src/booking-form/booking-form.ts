import type { Ticket } from '@mpp-digital/contract';
import { html, type PropertyDeclarations, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { MppElement } from '../element.ts';
import { BookedEvent } from '../events.ts';
import { finderClient } from '../finder-client.ts';
import { Later } from '../later.ts';
import { bookingForm, type BookingFormMessages } from '../messages/id/booking-form.ts';
import { Reconnect } from '../reconnect.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { timeChoiceStyles } from '../time-choice/time-choice.styles.ts';
import { TimeChoice } from '../time-choice/time-choice.ts';
import { styles } from './booking-form.styles.ts';
import type { BookingContext } from './booking-step.ts';
import type { LaterSteps } from './later-steps.ts';
import { FirstView } from './first-view.ts';
import { keptService } from './kept-service.ts';
import { Offer } from './offer.ts';
import { stepFrame } from './step-frame.ts';
import { type Step, StepTrail } from './step-trail.ts';
import { waitingStep } from './waiting-step.ts';

/**
 * Lets a citizen take a queue number: service, place, day and time, name and phone, check, ticket.
 * The chosen seat is held while the rest is filled in. What is typed stays in memory only. Numbers
 * that were taken are said again after a reload, with their codes, until the tab is closed or someone
 * presses "Bersihkan".
 *
 * @summary Booking form, from the service to the ticket.
 *
 * @tag mpp-booking-form
 *
 * @event {BookedEvent} mpp-booked - A seat was taken.
 * @event {RescheduledEvent} mpp-rescheduled - The booking on show was moved to another time.
 * @event {CancelledEvent} mpp-cancelled - The booking on show was cancelled.
 *
 * @csspart field - One question with its hint, error and control.
 * @csspart choice - One day, time or place to choose.
 * @csspart notice - A sentence that matters.
 * @csspart ticket - The number, time, place and code.
 *
 * @cssproperty [--mpp-color-brand=#0b5cad] - Colour of what can be pressed.
 *
 * @example
 * ```html
 * <mpp-booking-form
 *   api="https://mpp.example.go.id"
 *   regency="35.79"
 *   service="ktp-el-hilang"
 * ></mpp-booking-form>
 * ```
 */
export class BookingForm extends MppElement<BookingFormMessages> {
  /** @internal */
  static override styles = [tokens, controls, timeChoiceStyles, styles];

  static override properties: PropertyDeclarations = {
    // The same once more begins anew, too, when the ticket of the last time is on the screen.
    service: { hasChanged: () => true },
  };

  /**
   * Id of the service; without it the form asks. The form starts anew when it changes, and when it is
   * set again while a ticket is on the screen.
   */
  declare service: string;

  protected readonly texts = {
    id: bookingForm,
    en: () => import('../messages/en/booking-form.ts').then((m) => m.bookingForm),
  };

  readonly #context: BookingContext = {
    host: this,
    client: () => finderClient(this.transport),
    messages: () => this.messages,
    locale: () => this.locale,
    page: (path) => this.page(path),
    pages: () => this.pages,
    focusOn: (id) => this.#focusOn(id),
  };

  readonly #trail = new StepTrail(this, () => {
    this.#first.leave();
    this.#later.value?.leave();
    this.#later.fetch();
    this.#focusOn('heading');
  });

  readonly #offer = new Offer(this.#context, () => this.service);

  readonly #times = new TimeChoice(this, {
    ...this.#context,
    wanted: () => {
      const { service, place } = this.#offer;
      return service && place && { placeId: place.placeId, serviceId: service.id };
    },
    onChoose: (slot) => (this.#later.value?.time ?? this.#first).choose(slot),
  });

  readonly #later: Later<LaterSteps> = new Later(this, async () => {
    const { LaterSteps } = await import('./later-steps.ts');
    const later = new LaterSteps(this.#context, {
      offer: this.#offer,
      times: this.#times,
      transport: () => this.transport,
      isServiceAsked: () => this.#step === 'service',
      onService: (id) => this.#chooseService(id),
      onPlace: (id) => this.#choosePlace(id),
      onDone: () => this.#next(),
      onChange: (step, field) => this.#change(step, field),
      onBooked: (ticket) => this.#finish(ticket),
      onAgain: (service) => this.#again(service),
    });
    this.#handOver(later);
    return later;
  });

  readonly #first: FirstView = new FirstView(this.#context, this.#offer, this.#times, this.#later);

  /** What the questions on the screen are about. */
  #started = '';
  /** Id of what wants the focus when it is on the screen. */
  #focus = '';
  /** What had the focus before an update. */
  #focused: Element | null | undefined;

  constructor() {
    super();
    this.service = '';
    new Reconnect(this, () => this.#later.fetch());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#focused = this.shadowRoot?.activeElement;
    if (!this.hasUpdated) this.service = keptService(this) ?? this.service;
    const isAgain = changed.has('service') && this.#later.value?.ticket;
    if (isAgain || this.#subject !== this.#started) this.#begin();
  }

  protected override updated(): void {
    // What went away takes the focus along: it must not be lost.
    if (this.#focused?.isConnected === false) this.#focus ||= 'heading';
    if (!this.#focus) return;
    const wanted = this.#focus === 'heading' ? '[data-heading]' : `#${this.#focus}`;
    const part = this.renderRoot.querySelector<HTMLElement>(wanted);
    part?.focus();
    // What is not on the screen yet gets the focus when it is.
    if (part) this.#focus = '';
  }

  #focusOn(id: string) {
    this.#focus = id;
    this.requestUpdate();
  }

  /** The service, and where it is. */
  get #subject(): string {
    return this.pages + this.service;
  }

  /** The seat that is held. */
  get #seat(): Ticket | undefined {
    return this.#later.value?.time.seat.ticket;
  }

  /** The question on the screen: the wanted one, or the first before it that is still open. */
  get #step(): Step {
    const wanted = this.#trail.current;
    const { service, place, places, isUnknown } = this.#offer;
    if (!this.service || isUnknown || wanted === 'service') return 'service';
    if (places.length > 1 && (wanted === 'place' || !place)) return 'place';
    if (!service || wanted === 'place' || wanted === 'time' || !this.#seat) return 'time';
    return wanted === 'check' && this.#later.value?.person.person ? 'check' : 'person';
  }

  /** What was done before the rest was here. */
  #handOver(later: LaterSteps) {
    later.begin(this.service);
    const { slot, isBusy } = this.#first;
    if (slot) later.time.choose(slot);
    if (isBusy) later.time.submit();
    // The question that was waited for begins to be read only now.
    if (this.#trail.canGoBack && this.#step !== 'time') this.#focusOn('heading');
  }

  /** Starts anew. What was typed stays, and so does a number that was taken. */
  #begin() {
    this.#started = this.#subject;
    this.#first.slot = undefined;
    this.#trail.start(this.service ? 'place' : 'service');
    this.#later.value?.begin(this.service);
  }

  #again(service: string) {
    this.service = service;
    this.#begin();
  }

  #chooseService(id: string) {
    if (id !== this.service) {
      this.service = id;
      this.#started = this.#subject;
      this.#later.value!.begin(id);
    }
    this.#next();
  }

  #choosePlace(id: string) {
    if (id !== this.#offer.placeId) this.#later.value!.time.reset();
    this.#offer.placeId = id;
    this.#next();
  }

  /** Goes to the first question that is still open; to the check when all are answered. */
  #next() {
    if (!this.#offer.place) this.#trail.go('place');
    else if (!this.#seat) this.#trail.go('time');
    else this.#trail.go(this.#later.value?.person.person ? 'check' : 'person');
  }

  /** Back to one question; its button leads to the check again. */
  #change(step: Step, field?: string) {
    this.#trail.go(step);
    if (field) this.#focusOn(field);
  }

  #finish(ticket: Ticket) {
    this.#focusOn('heading');
    this.dispatchEvent(new BookedEvent(ticket.service.id, ticket.startsAt));
  }

  override render() {
    const later = this.#later.value;
    if (later?.ticket) return later.renderTicket();
    const t = this.messages;
    const step = this.#step;
    const back = this.#trail.canGoBack
      ? { label: t.back, run: () => this.#trail.back() }
      : step === 'service'
        ? undefined
        : { label: t.otherService, run: () => this.#trail.go('service') };
    const question = later?.[step] ?? (step === 'time' ? this.#first : undefined);
    const frame = question ?? waitingStep(this.#later, t);
    return html`
      ${later?.renderFormer()}
      ${
        // A new question in new elements: in the old ones a browser's translation may stand.
        keyed(
          question && step,
          stepFrame(frame, t, {
            back,
            seat: later?.time.renderSeat(),
            onPress: later?.onPress,
          }),
        )
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-booking-form': BookingForm;
  }
}
