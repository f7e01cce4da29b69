import { formatCode, type Ticket } from '@mpp-digital/contract';
import type { Transport } from '@mpp-digital/sdk/resources';
import { html, nothing } from 'lit';

import { announce } from '../announce.ts';
import { citizenClient } from '../citizen-client.ts';
import { notice } from '../form/notice.ts';
import { bookingSteps } from '../messages/id/booking-steps.ts';
import { adopt } from '../styles/adopt.ts';
import { whenText } from '../ticket/ticket-words.ts';
import type { TimeChoice } from '../time-choice/time-choice.ts';
import { TicketView } from '../ticket/ticket.ts';
import { ticketStyles } from '../ticket/ticket.styles.ts';
import type { BookingContext, LaterContext } from './booking-step.ts';
import { CheckStep } from './check-step.ts';
import { laterStyles } from './later-steps.styles.ts';
import type { Offer } from './offer.ts';
import { PersonStep } from './person-step.ts';
import { PlaceStep } from './place-step.ts';
import { ServiceStep } from './service-step.ts';
import type { Step } from './step-trail.ts';
import { TimeStep } from './time-step.ts';

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
  /** The citizen wants another number: for the same service again, or for another. */
  onAgain: (isSameService: boolean) => void;
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
  #former: Ticket | undefined;

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
    this.person = new PersonStep(context, () => {
      // At hand before the ticket is, should the line drop in between.
      import('../ticket/qr-code.ts').catch(() => undefined);
      onDone();
    });
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
    this.#view = new TicketView({ ...context, onBookAgain: () => options.onAgain(true) });
  }

  get #answers() {
    const { offer } = this.#options;
    const { serviceName: service, placeName: place, places } = offer;
    const { person } = this.person;
    const { when, seat } = this.time;
    return person && seat.ticket
      ? { service, place, when, person, seat: seat.ticket, manyPlaces: places.length > 1 }
      : undefined;
  }

  /** The ticket on the screen. A number that makes room for another question stays valid. */
  get ticket(): Ticket | undefined {
    return this.#view.ticket;
  }

  set ticket(ticket: Ticket | undefined) {
    if (!ticket && this.#view.ticket?.state === 'booked') this.#former = this.#view.ticket;
    this.#view.ticket = ticket;
  }

  #expire() {
    this.#options.onChange('time');
    this.time.expire();
  }

  #finish(ticket: Ticket) {
    const { messages, locale } = this.#context;
    this.time.finish();
    this.ticket = ticket;
    announce(messages().bookedSaid(ticket.number, whenText(ticket, locale())));
    this.#options.onBooked(ticket);
  }

  /** What went wrong is no longer said. */
  leave(): void {
    for (const step of [this.time, this.service, this.place, this.person, this.check]) step.leave();
  }

  /** Says that the number taken before is still there. */
  renderFormer() {
    if (!this.#former) return nothing;
    const { number, code } = this.#former;
    return notice('positive', this.#context.messages().formerTicket(number, formatCode(code)));
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
          <button type="button" class="plain" @click=${() => this.#options.onAgain(false)}>
            ${t.another}
          </button>
        </p>
      </div>
    `;
  }
}
