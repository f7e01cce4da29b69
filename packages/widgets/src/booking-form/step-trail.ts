import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One question of the booking form. */
export type Step = 'service' | 'place' | 'time' | 'person' | 'check';

interface Entry {
  /** Which use of the form it belongs to. */
  use: string;
  trail: Step[];
}

let forms = 0;

/**
 * The questions that led here, so that Back, the browser's too, goes one question back. Only the
 * state of the page's history entries is used, and only for the names of the questions: the host
 * page's address stays as it is.
 */
export class StepTrail implements ReactiveController {
  readonly #key = `mpp-booking-form-${++forms}`;
  readonly #host: ReactiveControllerHost;
  readonly #onMove: () => void;
  #trail: Step[] = ['service'];
  #use = '';
  #uses = 0;

  /** @param onMove - Another question is on the screen. */
  constructor(host: ReactiveControllerHost, onMove: () => void) {
    this.#host = host;
    this.#onMove = onMove;
    this.start('service');
    host.addController(this);
  }

  hostConnected() {
    addEventListener('popstate', this.#return);
  }

  hostDisconnected() {
    removeEventListener('popstate', this.#return);
  }

  get current(): Step {
    return this.#trail.at(-1)!;
  }

  get canGoBack(): boolean {
    return this.#trail.length > 1;
  }

  /** Begins anew. What the browser remembers of the questions before no longer counts. */
  start(step: Step): void {
    this.#use = `${performance.timeOrigin} ${++this.#uses}`;
    this.#trail = [step];
    this.#host.requestUpdate();
  }

  go(step: Step): void {
    this.#write('replaceState');
    this.#trail = [...this.#trail, step];
    this.#write('pushState');
    this.#moved();
  }

  back(): void {
    if (this.#entry?.use === this.#use && this.#entry.trail.length === this.#trail.length) {
      history.back();
    } else if (this.canGoBack) {
      this.#trail = this.#trail.slice(0, -1);
      this.#moved();
    }
  }

  get #entry(): Entry | undefined {
    return (history.state as Record<string, Entry> | null)?.[this.#key];
  }

  #write(method: 'replaceState' | 'pushState') {
    const entry: Entry = { use: this.#use, trail: this.#trail };
    try {
      history[method]({ ...(history.state as object | null), [this.#key]: entry }, '');
    } catch {
      // A sandbox that forbids it, or too many steps in a short time: the form's own Back still works.
    }
  }

  readonly #return = () => {
    const entry = this.#entry;
    // An entry of the host's own, or from before a reload, changes nothing here.
    if (entry?.use !== this.#use) return;
    this.#trail = entry.trail;
    this.#moved();
  };

  #moved() {
    this.#onMove();
    this.#host.requestUpdate();
  }
}
