import type { Slot } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { notice } from '../form/notice.ts';
import type { Later } from '../later.ts';
import type { TimeChoice } from '../time-choice/time-choice.ts';
import type { BookingContext, BookingStep } from './booking-step.ts';
import type { Offer } from './offer.ts';

/**
 * Days and times of what is on offer.
 *
 * @param held - What is said of the seat.
 */
export function offeredTimes(offer: Offer, times: TimeChoice, held: unknown): TemplateResult {
  return html`
    ${offer.render()}
    ${
      offer.place
        ? html`${times.render()} ${times.isEmpty ? offer.renderLink() : nothing} ${held}`
        : nothing
    }
  `;
}

/** “When can you come?”, until what holds a seat has been fetched. */
export class FirstView implements BookingStep {
  readonly number = 1;
  /** A time that was chosen before it could be held. */
  slot: Slot | undefined;
  /** The button was pressed before anything could follow. */
  isBusy = false;

  readonly #context: BookingContext;
  readonly #offer: Offer;
  readonly #times: TimeChoice;
  readonly #later: Later<unknown>;

  constructor(context: BookingContext, offer: Offer, times: TimeChoice, later: Later<unknown>) {
    this.#context = context;
    this.#offer = offer;
    this.#times = times;
    this.#later = later;
  }

  get heading() {
    return this.#context.messages().askTime;
  }

  get action() {
    return this.#times.hasRoom ? this.#context.messages().next : undefined;
  }

  choose(slot: Slot | undefined) {
    this.slot = this.#times.slot = slot;
    this.#later.fetch();
  }

  submit() {
    this.isBusy = true;
    this.#later.fetch();
  }

  leave() {
    this.isBusy = false;
  }

  renderProblem() {
    const t = this.#context.messages();
    return this.#later.error && (this.slot || this.isBusy)
      ? notice('negative', t.errors.unreachable, {
          label: t.retry,
          run: () => this.#later.fetch(),
        })
      : nothing;
  }

  render() {
    return offeredTimes(this.#offer, this.#times, nothing);
  }
}
