import type { Slot } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { html, nothing } from 'lit';

import { announce } from '../announce.ts';
import { errorSummary } from '../form/error-summary.ts';
import { problem, problemId } from '../form/problem.ts';
import { dayAndClock } from '../format/moments.ts';
import { errorText } from '../messages/error-text.ts';
import type { TimeChoice } from '../time-choice/time-choice.ts';
import type { BookingStep, LaterContext } from './booking-step.ts';
import { offeredTimes } from './first-view.ts';
import { HeldSeat } from './held-seat.ts';
import type { Offer } from './offer.ts';

interface TimeStepOptions {
  /** Whether the held seat turns out to be booked: then no other is wanted. */
  isBooked: () => Promise<boolean>;
  /** The citizen goes on, with a seat that is held. */
  onDone: () => void;
  /** The seat's time is up. */
  onExpired: () => void;
}

/** Milliseconds that a choice must stand, so that arrow keys do not hold every time they pass. */
const settled = 300;

/** “When can you come?”: the times, and the seat that a choice holds at once. */
export class TimeStep implements BookingStep {
  readonly number = 1;
  readonly seat: HeldSeat;

  readonly #context: LaterContext;
  readonly #offer: Offer;
  readonly #options: TimeStepOptions;
  readonly #times: TimeChoice;
  /** The time that is chosen but not held yet. */
  #wanted: Slot | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Why a time could not be had, and which. */
  #lost: { error: unknown; slot: Slot; isFresh: boolean } | undefined;
  #extendError: unknown;
  #isMissing = false;
  /** The citizen pressed on before the seat was held. */
  #isLeaving = false;

  constructor(context: LaterContext, offer: Offer, times: TimeChoice, options: TimeStepOptions) {
    this.#context = context;
    this.#offer = offer;
    this.#options = options;
    this.#times = times;
    this.seat = new HeldSeat(context.host, {
      client: context.client,
      onEnding: () => announce(context.messages().lastMinute),
      onExpired: options.onExpired,
    });
  }

  get heading() {
    return this.#context.messages().askTime;
  }

  get action() {
    const { holding, next } = this.#context.messages();
    if (!this.#times.hasRoom) return undefined;
    return this.isBusy ? holding : next;
  }

  get isBusy() {
    return this.#isLeaving;
  }

  /** When the held seat's time is, as people read it. */
  get when(): string {
    return this.seat.slot ? this.#say(this.seat.slot) : '';
  }

  /** Gives back what is held. */
  reset(): void {
    this.seat.release();
    this.#forget();
  }

  /** The seat is booked: nothing is to be given back, and one place fewer is free. */
  finish(): void {
    this.seat.forget();
    this.#forget();
    void this.#times.refresh();
  }

  /** The seat came free: says so, with a fresh list. */
  expire(): void {
    const { slot } = this.seat;
    this.seat.forget();
    this.#times.slot = undefined;
    if (slot) void this.#lose(new MppError('hold_expired'), slot);
  }

  /** Goes on if a seat is held, or as soon as it is. */
  submit(): void {
    if (this.#wanted) {
      this.#isLeaving = true;
      if (this.#timer !== undefined) void this.#hold();
      this.#context.host.requestUpdate();
    } else if (this.seat.ticket) {
      this.#forget();
      this.#options.onDone();
    } else {
      this.#isMissing = true;
      this.#context.focusOn('error-summary');
    }
  }

  leave() {
    this.#isMissing = this.#isLeaving = false;
    this.#lost = undefined;
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#wanted = this.#lost = this.#timer = this.#extendError = undefined;
    this.#isMissing = this.#isLeaving = false;
    this.#times.slot = this.seat.slot;
  }

  /** Holds the time that was chosen. */
  choose(slot: Slot): void {
    this.#forget();
    this.#times.slot = slot;
    if (slot.id === this.seat.slot?.id) {
      this.seat.stay();
      return;
    }
    this.#wanted = slot;
    this.#timer = setTimeout(() => void this.#hold(), settled);
  }

  async #hold() {
    const slot = this.#wanted!;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      if (await this.#options.isBooked()) return;
      const isHeld = await this.seat.hold(slot, this.#offer.service!.id);
      if (!isHeld || slot !== this.#wanted) return;
      this.#wanted = undefined;
      this.#context.host.requestUpdate();
      announce(this.#context.messages().heldFor(this.when, this.seat.minutesLeft));
      if (this.#isLeaving) this.submit();
    } catch (error) {
      if (slot === this.#wanted) await this.#lose(error, slot);
    }
  }

  async #lose(error: unknown, slot: Slot) {
    this.#forget();
    this.#lost = { error, slot, isFresh: false };
    this.#context.focusOn(problemId);
    if (!isGone(error)) return;
    await this.#times.refresh();
    if (this.#lost?.slot === slot) this.#lost.isFresh = true;
    this.#context.host.requestUpdate();
  }

  readonly #extend = async () => {
    this.#extendError = undefined;
    try {
      await this.seat.extend();
      announce(this.#context.messages().extended(this.seat.minutesLeft));
      this.#context.host.focus();
    } catch (error) {
      this.#extendError = error;
      this.#context.host.requestUpdate();
    }
  };

  #say({ startsAt }: Slot) {
    return dayAndClock(startsAt, this.#times.timeZone, this.#context.locale());
  }

  /** What went wrong, above the question. */
  renderProblem() {
    const t = this.#context.messages();
    if (this.#isMissing) {
      const first = this.#context.host.renderRoot.querySelector('input[name=time]');
      return errorSummary(t.errorSummary, new Map([[first?.id ?? '', t.timeMissing]]));
    }
    if (!this.#lost) return nothing;
    const { error, slot, isFresh } = this.#lost;
    const held = this.seat.ticket ? ` ${t.stillHeld(this.when)}` : '';
    const nearest = isFresh ? this.#times.nearest(slot.startsAt) : undefined;
    const action = nearest
      ? { label: t.takeNearest(this.#say(nearest)), run: () => this.#times.choose(nearest) }
      : { label: t.retry, run: () => this.#times.choose(slot) };
    return problem(errorText(error, t) + held, nearest || !isGone(error) ? action : undefined);
  }

  /** How long the seat is kept: quietly until its last minute, then as a calm countdown. */
  renderSeat() {
    const t = this.#context.messages();
    const { ticket, isEnding, secondsLeft } = this.seat;
    if (!isEnding || !ticket) return nothing;
    // The announcer says once that a minute is left: a live region here would count aloud.
    return html`
      <div class="notice warning" part="notice">
        <p role="timer" aria-live="off">${t.heldBriefly(secondsLeft)}</p>
        ${this.#extendError ? html`<p role="alert">${errorText(this.#extendError, t)}</p>` : nothing}
        ${
          ticket.extendable
            ? html`<button type="button" @click=${this.#extend}>${t.moreTime}</button>`
            : nothing
        }
      </div>
    `;
  }

  render() {
    const t = this.#context.messages();
    const { ticket, isEnding, minutesLeft } = this.seat;
    const held = this.#wanted
      ? html`<p class="muted">${t.holding}</p>`
      : ticket && !isEnding
        ? html`<p class="held">${t.heldFor(this.when, minutesLeft)}</p>`
        : nothing;
    return offeredTimes(this.#offer, this.#times, held);
  }
}

/** Somebody else has it, or it is over: asking again does not help. */
const isGone = (error: unknown) =>
  error instanceof MppError && ['slot_full', 'slot_closed', 'hold_expired'].includes(error.code);
