import { initialState, Task, TaskStatus } from '@lit/task';
import type { CatalogueIndex, ServiceSummary } from '@mpp-digital/contract';
import type { MppClient } from '@mpp-digital/sdk';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

import { errorSummary } from '../form/error-summary.ts';
import { notice } from '../form/notice.ts';
import { inLocale } from '../format/text.ts';
import { errorText } from '../messages/error-text.ts';
import { Reconnect } from '../reconnect.ts';
import type { BookingStep, LaterContext } from './booking-step.ts';

interface ServiceStepOptions {
  /** Whether the list is wanted: it is not fetched before. */
  isAsked: () => boolean;
  /** The page named a service that does not exist. */
  isUnknown: () => boolean;
  onDone: (serviceId: string) => void;
}

/** “Which service do you need?”: a list by agency, and the finder for who does not know the name. */
export class ServiceStep implements BookingStep {
  /** The chosen service, before the citizen goes on with it. */
  draft = '';

  readonly #context: LaterContext;
  readonly #options: ServiceStepOptions;
  readonly #index: Task<[MppClient, boolean], CatalogueIndex>;
  #isMissing = false;

  constructor(context: LaterContext, options: ServiceStepOptions) {
    this.#context = context;
    this.#options = options;
    this.#index = new Task(context.host, {
      args: () => [context.client(), options.isAsked()],
      task: ([client, isAsked], { signal }) =>
        isAsked ? client.catalogue.index({ signal }) : initialState,
    });
    new Reconnect(context.host, () => {
      if (this.#index.status === TaskStatus.ERROR) void this.#index.run();
    });
  }

  get heading() {
    return this.#context.messages().askService;
  }

  get action() {
    return this.#index.value && this.#context.messages().next;
  }

  submit() {
    this.#isMissing = !this.draft;
    if (this.draft) this.#options.onDone(this.draft);
    else this.#context.focusOn('error-summary');
  }

  leave() {
    this.#isMissing = false;
  }

  renderProblem() {
    const t = this.#context.messages();
    if (this.#isMissing)
      return errorSummary(t.errorSummary, new Map([['service', t.serviceMissing]]));
    return this.#options.isUnknown() ? notice('negative', t.unknownService) : nothing;
  }

  render() {
    const t = this.#context.messages();
    return html`
      ${this.#index.value ? this.#list(this.#index.value) : this.#waiting()}
      <p><a href=${this.#context.page('layanan')}>${t.findService}</a></p>
    `;
  }

  #waiting() {
    const t = this.#context.messages();
    return this.#index.status === TaskStatus.ERROR
      ? notice('negative', errorText(this.#index.error, t), {
          label: t.retry,
          run: () => void this.#index.run(),
        })
      : html`<p class="muted" role="status">${t.loading}</p>`;
  }

  #list({ agencies, services }: CatalogueIndex) {
    const t = this.#context.messages();
    return html`
      <div class="field" part="field">
        <label for="service">${t.pickService}</label>
        ${
          this.#isMissing
            ? html`<p class="field-error" id="service-error">${t.serviceMissing}</p>`
            : nothing
        }
        <select
          id="service"
          name="service"
          aria-describedby=${this.#isMissing ? 'service-error' : nothing}
          aria-invalid=${this.#isMissing ? 'true' : nothing}
          .value=${live(this.draft)}
          @change=${this.#choose}
        >
          <option value="" ?selected=${!this.draft}>${t.pickServiceFirst}</option>
          ${agencies.map(({ id, shortName }) => {
            const offered = services.filter((each) => each.bookable && each.agencyId === id);
            return offered.length
              ? html`<optgroup label=${shortName}>${offered.map(this.#option)}</optgroup>`
              : nothing;
          })}
        </select>
      </div>
    `;
  }

  readonly #option = ({ id, name }: ServiceSummary) =>
    html`<option value=${id} ?selected=${id === this.draft}>
      ${inLocale(name, this.#context.locale())}
    </option>`;

  readonly #choose = (event: Event) => {
    this.draft = (event.target as HTMLSelectElement).value;
    this.#isMissing = false;
    this.#context.host.requestUpdate();
  };
}
