import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the widgets that a page puts into the terminal as the page wrote them. */
export class PristineChildren implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #written: Element[] | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#note();
  }

  hostUpdated() {
    this.#note();
  }

  /** A page may put them in after the terminal itself. */
  #note() {
    if (!this.#written?.length) this.#written = this.#slotted.map(copyOf);
  }

  get #slotted() {
    return [...this.#host.children].filter((child) => child.slot !== '');
  }

  /** Puts new ones in the place of those that somebody has used, and forgets the steps in them. */
  renew(): void {
    try {
      history.replaceState(null, '');
    } catch {
      // A sandboxed frame has no history to speak of.
    }
    this.#slotted.forEach((child) => child.remove());
    this.#host.append(...(this.#written ?? []).map(copyOf));
  }
}

const copyOf = (element: Element) => element.cloneNode(true) as Element;
