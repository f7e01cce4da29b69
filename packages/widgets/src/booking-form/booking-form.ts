import { formatCode, type Ticket } from '@mpp-digital/contract';
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { announce } from '../announce.ts';
import { citizenClient } from '../citizen-client.ts';
import { MppElement } from '../element.ts';
import { BookedEvent } from '../events.ts';
import { notice } from '../form/notice.ts';
import { bookingForm, type BookingFormMessages } from '../messages/id/booking-form.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { ticketStyles } from '../ticket/ticket.styles.ts';
import { TicketView } from '../ticket/ticket.ts';
import { whenText } from '../ticket/ticket-words.ts';
import { styles } from './booking-form.styles.ts';
import type { BookingContext, BookingStep } from './booking-step.ts';
import { CheckStep } from './check-step.ts';
import { Offer } from './offer.ts';
import { PersonStep } from './person-step.ts';
import { PlaceStep } from './place-step.ts';
import { ServiceStep } from './service-step.ts';
import { stepFrame } from './step-frame.ts';
import { type Step, StepTrail } from './step-trail.ts';
import { TimeStep } from './time-step.ts';

/**
 * Lets a citizen take a queue number: service, place, day and time, name and phone, check, ticket.
 * The chosen seat is held while the rest is filled in. What is typed stays in memory only.
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
  static override styles = [tokens, controls, ticketStyles, styles];

  static override properties: PropertyDeclarations = { service: {} };

  /** Id of the service; without it the form asks. Changed, the form starts anew. */
  declare service: string;

  protected readonly texts = {
    id: bookingForm,
    en: () => import('../messages/en/booking-form.ts').then((m) => m.bookingForm),
  };

  readonly #context: BookingContext = {
    host: this,
    client: () => citizenClient(this.transport),
    messages: () => this.messages,
    locale: () => this.locale,
    page: (path) => this.page(path),
    focusOn: (id) => this.#focusOn(id),
  };

  readonly #trail = new StepTrail(this, () => {
    for (const step of Object.values(this.#steps)) step.leave();
    this.#focusOn('heading');
  });

  readonly #offer = new Offer(this.#context, () => this.service);

  readonly #service = new ServiceStep(this.#context, {
    isAsked: () => this.#step === 'service',
    isUnknown: () => this.#offer.isUnknown,
    onDone: (id) => this.#chooseService(id),
  });

  readonly #place = new PlaceStep(this.#context, this.#offer, (id) => this.#choosePlace(id));

  readonly #time: TimeStep = new TimeStep(this.#context, this.#offer, {
    isBooked: () => this.#check.settle(),
    onDone: () => this.#next(),
    onExpired: () => {
      // Nobody knows yet whether the seat is booked: the server will say.
      if (!this.#check.isUnsure) this.#expire();
    },
  });

  readonly #person = new PersonStep(this.#context, () => this.#next());

  readonly #check: CheckStep = new CheckStep(this.#context, {
    answers: () => this.#answers,
    onChange: (step, field) => this.#change(step, field),
    onBooked: (ticket) => this.#finish(ticket),
    onExpired: () => this.#expire(),
    onFieldsRefused: (fields) => {
      this.#trail.go('person');
      this.#person.refuse(fields);
    },
  });

  readonly #steps: Record<Step, BookingStep> = {
    service: this.#service,
    place: this.#place,
    time: this.#time,
    person: this.#person,
    check: this.#check,
  };

  readonly #view = new TicketView({ ...this.#context, onBookAgain: () => this.#begin() });

  /** The service that the questions on the screen are about. */
  #started = '';
  #former: Ticket | undefined;
  /** Id of what wants the focus when it is on the screen. */
  #focus = '';

  constructor() {
    super();
    this.service = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') && this.service !== this.#started) this.#begin();
  }

  protected override updated(): void {
    const wanted = this.#focus;
    this.#focus = '';
    if (wanted === 'heading') this.focus();
    else if (wanted) this.renderRoot.querySelector<HTMLElement>(`#${wanted}`)?.focus();
  }

  #focusOn(id: string) {
    this.#focus = id;
    this.requestUpdate();
  }

  /** The question on the screen: the wanted one, or the first before it that is still open. */
  get #step(): Step {
    const wanted = this.#trail.current;
    const { service, place, places, isUnknown } = this.#offer;
    if (!this.service || isUnknown || wanted === 'service') return 'service';
    if (places.length > 1 && (wanted === 'place' || !place)) return 'place';
    if (!service || wanted === 'place' || wanted === 'time' || !this.#time.seat.ticket)
      return 'time';
    return wanted === 'check' && this.#person.person ? 'check' : 'person';
  }

  get #answers() {
    const { serviceName: service, placeName: place, places } = this.#offer;
    const { when, seat } = this.#time;
    const { person } = this.#person;
    return person && seat.ticket
      ? { service, place, when, person, seat: seat.ticket, manyPlaces: places.length > 1 }
      : undefined;
  }

  /** Starts anew. What was typed stays, and so does a number that was taken. */
  #begin() {
    const { ticket } = this.#view;
    if (ticket?.state === 'booked') this.#former = ticket;
    this.#view.ticket = undefined;
    this.#started = this.#service.draft = this.service;
    this.#offer.placeId = this.#place.draft = '';
    this.#time.reset();
    this.#trail.start(this.service ? 'place' : 'service');
    if (ticket) this.#focusOn('heading');
  }

  #chooseService(id: string) {
    if (id !== this.service) {
      this.service = this.#started = id;
      this.#offer.placeId = this.#place.draft = '';
      this.#time.reset();
    }
    this.#next();
  }

  #choosePlace(id: string) {
    if (id !== this.#offer.placeId) this.#time.reset();
    this.#offer.placeId = id;
    this.#next();
  }

  /** Goes to the first question that is still open; to the check when all are answered. */
  #next() {
    if (!this.#offer.place) this.#trail.go('place');
    else if (!this.#time.seat.ticket) this.#trail.go('time');
    else this.#trail.go(this.#person.person ? 'check' : 'person');
  }

  /** Back to one question; its button leads to the check again. */
  #change(step: Step, field?: string) {
    this.#trail.go(step);
    if (field) this.#focusOn(field);
  }

  #expire() {
    this.#trail.go('time');
    this.#time.expire();
  }

  #finish(ticket: Ticket) {
    this.#time.finish();
    this.#view.ticket = ticket;
    this.#focusOn('heading');
    announce(this.messages.bookedSaid(ticket.number, whenText(ticket, this.locale)));
    this.dispatchEvent(new BookedEvent(ticket.service.id, ticket.startsAt));
  }

  override render() {
    if (this.#view.ticket) return this.#booked();
    const t = this.messages;
    const step = this.#step;
    const back = this.#trail.canGoBack
      ? { label: t.back, run: () => this.#trail.back() }
      : step === 'service'
        ? undefined
        : { label: t.otherService, run: () => this.#trail.go('service') };
    return html`
      ${
        this.#former
          ? notice('positive', t.formerTicket(this.#former.number, formatCode(this.#former.code)))
          : nothing
      }
      ${
        // A new question in new elements: in the old ones a browser's translation may stand.
        keyed(step, stepFrame(this.#steps[step], t, { back, seat: this.#time.renderSeat() }))
      }
    `;
  }

  #booked() {
    if (this.#view.asks) return this.#view.render();
    const t = this.messages;
    return html`
      <div class="stack">
        <h2 class="booked" data-heading tabindex="-1">
          <span aria-hidden="true">✓</span> ${t.booked}
        </h2>
        ${this.#view.render()}
        <p>
          <button type="button" class="plain" @click=${this.#another}>${t.another}</button>
        </p>
      </div>
    `;
  }

  readonly #another = () => {
    this.service = '';
    this.#begin();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-booking-form': BookingForm;
  }
}
