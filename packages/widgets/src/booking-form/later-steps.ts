import type { Ticket } from '@mpp-digital/contract';
import type { Transport } from '@mpp-digital/sdk/resources';
import { html } from 'lit';

import { announce } from '../announce.ts';
import { citizenClient } from '../citizen-client.ts';
import { bookingSteps } from '../messages/id/booking-steps.ts';
import { adopt } from '../styles/adopt.ts';
import { whenText } from '../ticket/ticket-words.ts';
import type { TimeChoice } from '../time-choice/time-choice.ts';
import { TicketView } from '../ticket/ticket.ts';
import { ticketStyles } from '../ticket/ticket.styles.ts';
import type { BookingContext, LaterContext } from './booking-step.ts';
import { CheckStep } from './check-step.ts';
import { FormerTickets } from './former-tickets.ts';
import { keepService } from './keep-service.ts';
import { laterStyles } from './later-steps.styles.ts';
import type { Offer } from './offer.ts';
import { PersonStep } from './person-step.ts';
import { PlaceStep } from './place-step.ts';
import { ServiceStep } from './service-step.ts';
import type { Step } from './step-trail.ts';
import { TimeStep } from './time-step.ts';
import { Unsent } from './unsent.ts';

/** Milliseconds after a question has appeared in which a second tap was meant for the one before. */
const doubleTap = 500;

interface LaterStepsOptions {
  offer: Offer;
  times: TimeChoice;
  transport: () => Transport;
  isServiceAsked: () => boolean;
  onService: (id: string) => void;
  onPlace: (id: string) => void;
  /** The question on the screen is answered. */
  onDone: () => void;
  /** @param field - Id of the field that the citizen wants to change. */
  onChange: (step: Step, field?: string) => void;
  onBooked: (ticket: Ticket) => void;
  /** The citizen wants another number: for this service, or for one that is asked for. */
  onAgain: (service: string) => void;
}

/** All that the form's first view does without: the other questions, and the ticket. */
export class LaterSteps {
  readonly time: TimeStep;
  readonly service: ServiceStep;
  readonly place: PlaceStep;
  readonly person: PersonStep;
  readonly check: CheckStep;

  readonly #context: LaterContext;
  readonly #options: LaterStepsOptions;
  readonly #view: TicketView;
  readonly #former: FormerTickets;
  #movedAt = -doubleTap;

  constructor(form: BookingContext, options: LaterStepsOptions) {
    const { offer, onDone, onChange } = options;
    const client = () => citizenClient(options.transport());
    const messages = () => ({ ...bookingSteps, ...form.messages() });
    const context = { ...form, client, messages };
    this.#context = context;
    this.#options = options;
    adopt(context.host, [...ticketStyles, laterStyles]);
    this.time = new TimeStep(context, offer, options.times, {
      isBooked: () => this.check.settle(),
      onDone,
      onExpired: () => {
        // Nobody knows yet whether the seat is booked: the server will say.
        if (!this.check.isUnsure) this.#expire();
      },
    });
    this.service = new ServiceStep(context, {
      isAsked: options.isServiceAsked,
      isUnknown: () => offer.isUnknown,
      onDone: options.onService,
    });
    this.place = new PlaceStep(context, offer, options.onPlace);
    this.person = new PersonStep(
      context,
      () => this.time.when,
      () => {
        // At hand before the ticket is, should the line drop in between.
        import('../ticket/qr-code.ts').catch(() => undefined);
        onDone();
      },
    );
    this.check = new CheckStep(context, {
      answers: () => this.#answers,
      onChange,
      onBooked: (ticket) => this.#finish(ticket),
      onExpired: () => this.#expire(),
      onFieldsRefused: (fields) => {
        onChange('person');
        this.person.refuse(fields);
      },
    });
    this.#view = new TicketView({
      ...context,
      onBookAgain: options.onAgain,
      onChange: (ticket) => this.#former.note(ticket),
    });
    this.#former = new FormerTickets(context, this.#clear);
    new Unsent(context.host, () => this.person.isTyped);
  }

  get #answers() {
    const { offer } = this.#options;
    const { serviceName: service, placeName: place, places } = offer;
    const { person } = this.person;
    const { when, seat } = this.time;
    const { agencyName: agency } = offer;
    return person && seat.ticket
      ? { service, agency, place, when, person, seat: seat.ticket, manyPlaces: places.length > 1 }
      : undefined;
  }

  /** The ticket on the screen. */
  get ticket(): Ticket | undefined {
    return this.#view.ticket;
  }

  #expire() {
    this.#options.onChange('time');
    this.time.expire();
  }

  #finish(ticket: Ticket) {
    const { messages, locale } = this.#context;
    this.time.finish();
    // The next one may be for somebody else.
    this.person.forget();
    this.#former.note(ticket);
    this.#view.ticket = ticket;
    announce(messages().bookedSaid(ticket.number, whenText(ticket, locale())));
    this.#options.onBooked(ticket);
  }

  /** These questions are about another service. */
  begin(serviceId: string): void {
    const { host, focusOn } = this.#context;
    this.service.draft = serviceId;
    this.#options.offer.placeId = this.place.draft = '';
    this.time.reset();
    if (this.ticket) focusOn('heading');
    this.#view.ticket = undefined;
    keepService(host, serviceId);
  }

  /** Looks over a press of the button that leads on. Keys and scripts press without a count. */
  readonly onPress = (event: MouseEvent): void => {
    if (event.detail && performance.now() - this.#movedAt < doubleTap) event.preventDefault();
  };

  /** Another question is on the screen: what went wrong is no longer said. */
  leave(): void {
    this.#movedAt = performance.now();
    for (const step of [this.time, this.service, this.place, this.person, this.check]) step.leave();
  }

  /** Leaves nothing on the screen of what somebody did here. */
  readonly #clear = () => {
    const { host, messages, focusOn } = this.#context;
    this.#former.clear();
    this.person.forget();
    this.#options.onAgain(host.getAttribute('service') ?? '');
    announce(messages().cleared);
    focusOn('heading');
  };

  /** Says which numbers were taken before. */
  renderFormer() {
    return this.#former.render();
  }

  /** What was reached: the ticket. */
  renderTicket() {
    if (this.#view.asks) return this.#view.render();
    const t = this.#context.messages();
    return html`
      <div class="stack">
        <h2 class="booked" data-heading tabindex="-1">
          <span aria-hidden="true">✓</span> ${t.booked}
        </h2>
        ${this.#view.render()}
        <p>
          <button type="button" class="plain" @click=${() => this.#options.onAgain('')}>
            ${t.another}
          </button>
        </p>
        <p class="muted">${t.clearNote}</p>
        <p><button type="button" @click=${this.#clear}>${t.clear}</button></p>
      </div>
    `;
  }
}
