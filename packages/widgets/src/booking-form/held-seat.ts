import type { Slot, Ticket } from '@mpp-digital/contract';
import { type MppClient, MppError } from '@mpp-digital/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface HeldSeatOptions {
  client: () => MppClient;
  /** A minute is left. */
  onEnding: () => void;
  /** The time is up. */
  onExpired: () => void;
}

/** Seconds before the end from which the countdown is shown. */
const ending = 60;

/**
 * The seat that is kept while the form is filled in. How long is judged by the server's clock: the
 * phone's may be wrong, so it only measures what has passed since the answer.
 */
export class HeldSeat implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: HeldSeatOptions;
  #ticket: Ticket | undefined;
  /** Where it was held: the widget may have been sent to another server since. */
  #bookings: MppClient['bookings'] | undefined;
  #slot: Slot | undefined;
  #received = 0;
  #turn = 0;
  #shown = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, options: HeldSeatOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#lookAgain);
    addEventListener('pageshow', this.#lookAgain);
    if (this.#ticket) this.#watch();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#lookAgain);
    removeEventListener('pageshow', this.#lookAgain);
    clearInterval(this.#timer);
  }

  /** Proves the seat ours; undefined when none is held. */
  get ticket(): Ticket | undefined {
    return this.#ticket;
  }

  get slot(): Slot | undefined {
    return this.#slot;
  }

  /** Whole seconds that it is still kept. */
  get secondsLeft(): number {
    if (!this.#ticket?.heldUntil) return 0;
    const { heldUntil, serverTime } = this.#ticket;
    const passed = performance.now() - this.#received;
    const left = Date.parse(heldUntil) - Date.parse(serverTime) - passed;
    return Math.max(0, Math.ceil(left / 1000));
  }

  get minutesLeft(): number {
    return Math.ceil(this.secondsLeft / 60);
  }

  /** Whether it is time to say how long. */
  get isEnding(): boolean {
    return this.#ticket !== undefined && this.secondsLeft <= ending;
  }

  /**
   * Keeps a seat at another time. The former is given back only when this one is won.
   *
   * @returns Whether this seat is the one that is held: false when yet another was asked for since.
   */
  async hold(slot: Slot, serviceId: string): Promise<boolean> {
    const turn = ++this.#turn;
    const { bookings } = this.#options.client();
    const ticket = await bookings.hold({ slotId: slot.id, serviceId });
    if (turn !== this.#turn) {
      giveBack(ticket, bookings);
      return false;
    }
    this.#giveBack();
    this.#slot = slot;
    this.#bookings = bookings;
    this.#keep(ticket);
    return true;
  }

  /** Another seat that was asked for is no longer wanted: what is held stays. */
  stay(): void {
    this.#turn += 1;
  }

  /** Keeps the seat once more as long. */
  async extend(): Promise<void> {
    const ticket = this.#ticket;
    if (!ticket) return;
    const extended = await this.#bookings!.extendHold(ticket);
    if (this.#ticket === ticket) this.#keep(extended);
  }

  /** Gives the seat back. */
  release(): void {
    this.#giveBack();
    this.forget();
  }

  /** The seat is booked, or lost. */
  forget(): void {
    this.stay();
    this.#ticket = this.#slot = undefined;
    clearInterval(this.#timer);
    this.#host.requestUpdate();
  }

  #keep(ticket: Ticket) {
    this.#ticket = ticket;
    this.#received = performance.now();
    this.#shown = this.secondsLeft;
    this.#watch();
    this.#host.requestUpdate();
  }

  #watch() {
    clearInterval(this.#timer);
    this.#timer = setInterval(this.#tick, 250);
  }

  readonly #tick = () => {
    const left = this.secondsLeft;
    if (left > 0 && left === this.#shown) return;
    if (left <= ending && this.#shown > ending) this.#options.onEnding();
    if (left <= ending || left % 60 === 0) this.#host.requestUpdate();
    this.#shown = left;
    if (left <= 0) this.#end();
  };

  #end() {
    clearInterval(this.#timer);
    this.#options.onExpired();
  }

  /** While a phone sleeps, its clocks may stand still: ask how long it really was. */
  readonly #lookAgain = () => {
    const ticket = this.#ticket;
    if (document.hidden || !ticket) return;
    this.#bookings!.show(ticket).then(
      (now) => {
        if (this.#ticket !== ticket) return;
        if (now.state === 'held') this.#keep(now);
        else if (now.state === 'expired') this.#end();
      },
      (error: unknown) => {
        const isGone = error instanceof MppError && error.code === 'not_found';
        if (isGone && this.#ticket === ticket) this.#end();
        // Else nobody answered, and the count goes on as it was.
      },
    );
  };

  #giveBack() {
    if (this.#ticket) giveBack(this.#ticket, this.#bookings!);
  }
}

/** In the background: when it fails, the seat comes free by itself in a few minutes. */
function giveBack(ticket: Ticket, bookings: MppClient['bookings']) {
  bookings.cancel(ticket).catch(() => {});
}
