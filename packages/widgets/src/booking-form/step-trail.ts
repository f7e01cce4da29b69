import type { ReactiveControllerHost } from 'lit';

import { OwnHistory } from '../own-history.ts';

/** One question of the booking form. */
export type Step = 'service' | 'place' | 'time' | 'person' | 'check';

/**
 * The questions that led here, so that Back, the browser's too, goes one question back. Only the
 * names of the questions are kept in the page's history.
 */
export class StepTrail {
  readonly #host: ReactiveControllerHost;
  readonly #onMove: () => void;
  readonly #steps: OwnHistory<Step[]>;
  #trail: Step[] = ['service'];

  /** @param onMove - Another question is on the screen. */
  constructor(host: ReactiveControllerHost & Element, onMove: () => void) {
    this.#host = host;
    this.#onMove = onMove;
    this.#steps = new OwnHistory(host, (trail) => this.#show(trail));
    this.start('service');
  }

  get current(): Step {
    return this.#trail.at(-1)!;
  }

  get canGoBack(): boolean {
    return this.#trail.length > 1;
  }

  /** Begins anew. What the browser remembers of the questions before no longer counts. */
  start(step: Step): void {
    this.#steps.begin();
    this.#trail = [step];
    this.#host.requestUpdate();
  }

  go(step: Step): void {
    this.#go([...this.#trail, step]);
  }

  back(): void {
    if (this.canGoBack && !this.#steps.back()) this.#go(this.#trail.slice(0, -1));
  }

  #go(trail: Step[]) {
    this.#steps.go(this.#trail, trail);
    this.#show(trail);
  }

  #show(trail: Step[]) {
    this.#trail = trail;
    this.#onMove();
    this.#host.requestUpdate();
  }
}
