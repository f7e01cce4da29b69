import type { Slot } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { html, nothing } from 'lit';

import { announce } from '../announce.ts';
import { errorSummary } from '../form/error-summary.ts';
import { problem, problemId } from '../form/problem.ts';
import { clock, dayAndClock } from '../format/moments.ts';
import { patiently } from '../patience.ts';
import { Reconnect } from '../reconnect.ts';
import { nearestTime } from '../time-choice/nearest-time.ts';
import type { TimeChoice } from '../time-choice/time-choice.ts';
import type { BookingStep, LaterContext } from './booking-step.ts';
import { offeredTimes } from './first-view.ts';
import { HeldSeat } from './held-seat.ts';
import type { Offer } from './offer.ts';
import { refusalText } from './refusal-text.ts';

interface TimeStepOptions {
  /** Whether the held seat turns out to be booked: then no other is wanted. */
  isBooked: () => Promise<boolean>;
  /** The citizen goes on, with a seat that is held. */
  onDone: () => void;
  /** The seat's time is up. */
  onExpired: () => void;
}

/** Milliseconds that a choice must stand, so that arrow keys do not hold every time they pass. */
const settled = 600;

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
  /** The time whose seat is being asked for. */
  #holding: Slot | undefined;
  #isSlow = false;
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
    new Reconnect(context.host, () => {
      if (this.#lost && this.#wanted) void this.#hold();
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
      if (!this.#holding) void this.#hold();
      this.#context.host.requestUpdate();
    } else if (this.seat.ticket && this.#times.slot) {
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
    this.#wanted = this.#holding = this.#lost = this.#timer = this.#extendError = undefined;
    this.#isMissing = this.#isLeaving = false;
    this.#times.slot = this.seat.slot;
  }

  /** Holds the time that was chosen. With another day no time is: what is held stays, for a while. */
  choose(slot: Slot | undefined): void {
    this.#forget();
    if (!slot || slot.id === this.seat.slot?.id) {
      this.seat.stay();
      return;
    }
    this.#times.slot = this.#wanted = slot;
    this.#timer = setTimeout(() => void this.#hold(), settled);
  }

  async #hold() {
    const slot = this.#wanted!;
    clearTimeout(this.#timer);
    this.#timer = this.#lost = undefined;
    this.#holding = slot;
    this.#isSlow = false;
    this.#context.host.requestUpdate();
    try {
      if (await this.#options.isBooked()) return;
      const held = this.seat.hold(slot, this.#offer.service!.id);
      const isHeld = await patiently(held, this.#tellSlow);
      if (!isHeld || slot !== this.#wanted) return;
      this.#wanted = this.#holding = undefined;
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
    if (!isGone(error)) {
      // It may still be free: the choice stands, for another try.
      this.#times.slot = this.#wanted = slot;
      return;
    }
    await this.#times.refresh();
    if (this.#lost?.slot === slot) this.#lost.isFresh = true;
    this.#context.host.requestUpdate();
  }

  readonly #tellSlow = () => {
    this.#isSlow = true;
    announce(this.#context.messages().slow);
    this.#context.host.requestUpdate();
  };

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

  /** Tries another time, or the same again; the notice that led to it goes, and the focus with it. */
  #take(slot: Slot) {
    this.#times.choose(slot);
    this.#context.focusOn(`time-${slot.id}`);
  }

  #say({ startsAt }: Slot) {
    return dayAndClock(startsAt, this.#times.timeZone, this.#context.locale());
  }

  #why(error: unknown, { startsAt }: Slot) {
    const t = this.#context.messages();
    const isTaken = error instanceof MppError && error.code === 'slot_full';
    return isTaken
      ? t.timeTaken(clock(startsAt, this.#times.timeZone, this.#context.locale()))
      : refusalText(error, t);
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
    const nearest = isFresh ? nearestTime(slot.startsAt, this.#times.others) : undefined;
    const action = nearest
      ? { label: t.takeNearest(this.#say(nearest)), run: () => this.#take(nearest) }
      : { label: t.retry, run: () => this.#take(slot) };
    return problem(this.#why(error, slot) + held, nearest || !isGone(error) ? action : undefined);
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
        ${this.#extendError ? html`<p role="alert">${refusalText(this.#extendError, t)}</p>` : nothing}
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
    const held =
      this.#holding || this.#timer !== undefined
        ? html`<p class="muted">${this.#isSlow ? t.slow : t.holding}</p>`
        : ticket && !isEnding && !this.#wanted && this.#times.slot
          ? html`<p class="held">${t.heldFor(this.when, minutesLeft)}</p>`
          : nothing;
    return offeredTimes(this.#offer, this.#times, held);
  }
}

/** Somebody else has it, or it is over: asking again does not help. */
const isGone = (error: unknown) =>
  error instanceof MppError && ['slot_full', 'slot_closed', 'hold_expired'].includes(error.code);
