import { initialState, Task, TaskStatus } from '@lit/task';
import type { OfferedAt, Service } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { html, type TemplateResult } from 'lit';

import type { FinderClient } from '../finder-client.ts';
import { notice } from '../form/notice.ts';
import { Waiting } from '../form/waiting.ts';
import { inLocale } from '../format/text.ts';
import { numberRanges } from '../format/number-ranges.ts';
import { errorText } from '../messages/error-text.ts';
import { Reconnect } from '../reconnect.ts';
import type { BookingContext } from './booking-step.ts';

/** What is to be booked, and where. */
export class Offer {
  /** Id of the chosen place. */
  placeId = '';

  readonly #context: BookingContext;
  readonly #serviceId: () => string;
  readonly #task: Task<[FinderClient, string], Service>;
  readonly #waiting: Waiting;

  constructor(context: BookingContext, serviceId: () => string) {
    this.#context = context;
    this.#serviceId = serviceId;
    this.#waiting = new Waiting(context.host);
    this.#task = new Task(context.host, {
      args: () => [context.client(), serviceId()],
      task: ([client, id], { signal }) =>
        id ? this.#waiting.for(client.catalogue.service(id, { signal })) : initialState,
    });
    new Reconnect(context.host, () => {
      if (this.#task.status === TaskStatus.ERROR) void this.#task.run();
    });
  }

  /** The service, once it is known. */
  get service(): Service | undefined {
    const service = this.#task.value;
    return service?.id === this.#serviceId() ? service : undefined;
  }

  /** Places where it can be booked. */
  get places(): readonly OfferedAt[] {
    return this.service?.bookable ? this.service.places : [];
  }

  /** The chosen place, or the only one. */
  get place(): OfferedAt | undefined {
    const { places } = this;
    return places.length === 1 ? places[0] : places.find(({ placeId }) => placeId === this.placeId);
  }

  /** The server knows no such service. */
  get isUnknown(): boolean {
    const { status, error } = this.#task;
    const code = status === TaskStatus.ERROR && error instanceof MppError && error.code;
    return code === 'not_found' || code === 'invalid_request';
  }

  get serviceName(): string {
    return this.service ? inLocale(this.service.name, this.#context.locale()) : '';
  }

  /** Who serves, and answers for what is asked. */
  get agencyName(): string {
    return this.service ? inLocale(this.service.agency.name, this.#context.locale()) : '';
  }

  /** `MPP Among Warga Kota Batu, loket 1–4`. */
  get placeName(): string {
    const { place } = this;
    if (!place) return '';
    const name = inLocale(place.name, this.#context.locale());
    const { counters } = this.#context.messages();
    return place.counters.length ? `${name}, ${counters(numberRanges(place.counters))}` : name;
  }

  /** What is being booked, in two lines; or that it is not known yet, or cannot be booked. */
  render(): TemplateResult {
    const t = this.#context.messages();
    const { service } = this;
    if (!service) {
      return this.#task.status === TaskStatus.ERROR
        ? notice('negative', errorText(this.#task.error, t), {
            label: t.retry,
            run: () => void this.#task.run(),
          })
        : this.#waiting.render(t);
    }
    if (this.places.length === 0) {
      return html` ${notice('information', t.notBookable(this.serviceName))} ${this.renderLink()} `;
    }
    return html`
      <div class="about">
        <p>
          <strong>${this.serviceName}</strong>
          ${service.verified ? '' : html`<span class="badge">${t.example}</span>`}
        </p>
        <p class="muted">${this.placeName}</p>
      </div>
    `;
  }

  /** The service's own page: other ways to be served, and whom to ask. */
  renderLink(): TemplateResult {
    const { messages, page } = this.#context;
    return html`<p>
      <a href=${page(`layanan/${this.#serviceId()}`)}>${messages().aboutService}</a>
    </p>`;
  }
}
