import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Lets the browser ask before the page is left while something that was typed is not sent: it is
 * nowhere but in memory.
 */
export class Unsent implements ReactiveController {
  readonly #isUnsent: () => boolean;

  constructor(host: ReactiveControllerHost, isUnsent: () => boolean) {
    this.#isUnsent = isUnsent;
    host.addController(this);
  }

  // Only while it is needed: some browsers keep no page that listens to this for Back.
  hostUpdated() {
    if (this.#isUnsent()) addEventListener('beforeunload', ask);
    else this.hostDisconnected();
  }

  hostDisconnected() {
    removeEventListener('beforeunload', ask);
  }
}

const ask = (event: Event) => event.preventDefault();
