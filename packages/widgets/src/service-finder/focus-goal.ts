import type { LitElement, ReactiveController } from 'lit';

/** Moves the focus to a part of a widget as soon as that part is on the screen. */
export class FocusGoal implements ReactiveController {
  readonly #host: LitElement;
  #reach: (() => boolean) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    if (this.#reach?.()) this.#reach = undefined;
  }

  /** Goes to the first of these parts that is there, and scrolls to it. */
  set(...selectors: string[]): void {
    this.#reach = () => this.#focus(selectors, false);
    this.#host.requestUpdate();
  }

  /** The same, but places the page otherwise. */
  setAndPlace(place: () => void, ...selectors: string[]): void {
    this.#reach = () => {
      const reached = this.#focus(selectors, true);
      place();
      return reached;
    };
    this.#host.requestUpdate();
  }

  /** Forgets it: the citizen does something else by now. */
  clear(): void {
    this.#reach = undefined;
  }

  #focus(selectors: readonly string[], preventScroll: boolean): boolean {
    const parts = selectors.map((each) => this.#host.renderRoot.querySelector<HTMLElement>(each));
    const part = parts.find(Boolean);
    part?.focus({ preventScroll });
    return part !== undefined;
  }
}
