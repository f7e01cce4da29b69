import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

import { errorSummary } from '../form/error-summary.ts';
import { inLocale } from '../format/text.ts';
import type { BookingStep, LaterContext } from './booking-step.ts';
import type { Offer } from './offer.ts';

/** “Where?”, when there are several places. The only one is never asked for. */
export class PlaceStep implements BookingStep {
  /** The chosen place, before the citizen goes on with it. */
  draft = '';

  readonly #context: LaterContext;
  readonly #offer: Offer;
  readonly #onDone: (placeId: string) => void;
  #isMissing = false;

  constructor(context: LaterContext, offer: Offer, onDone: (placeId: string) => void) {
    this.#context = context;
    this.#offer = offer;
    this.#onDone = onDone;
  }

  get heading() {
    return this.#context.messages().askPlace;
  }

  get action() {
    return this.#context.messages().next;
  }

  submit() {
    this.#isMissing = !this.draft;
    if (this.draft) this.#onDone(this.draft);
    else this.#context.focusOn('error-summary');
  }

  leave() {
    this.#isMissing = false;
  }

  renderProblem() {
    const t = this.#context.messages();
    return this.#isMissing
      ? errorSummary(t.errorSummary, new Map([['place-0', t.placeMissing]]))
      : nothing;
  }

  render() {
    const t = this.#context.messages();
    return html`
      <fieldset aria-describedby=${this.#isMissing ? 'place-error' : nothing}>
        <legend>${t.pickPlace}</legend>
        ${
          this.#isMissing
            ? html`<p class="field-error" id="place-error">${t.placeMissing}</p>`
            : nothing
        }
        ${this.#offer.places.map(
          ({ placeId, name, address }, position) => html`
            <label class="choice open" part="choice">
              <input
                type="radio"
                name="place"
                id="place-${position}"
                value=${placeId}
                .checked=${live(placeId === this.draft)}
                @change=${() => this.#choose(placeId)}
              />
              <span class="place-name">
                ${inLocale(name, this.#context.locale())}<br /><span class="muted">${address}</span>
              </span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #choose(placeId: string) {
    this.draft = placeId;
    this.#isMissing = false;
    this.#context.host.requestUpdate();
  }
}
