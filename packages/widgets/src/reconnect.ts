import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tries again by itself as soon as the browser is online again. */
export class Reconnect implements ReactiveController {
  readonly #again: () => void;

  constructor(host: ReactiveControllerHost, again: () => void) {
    this.#again = again;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('online', this.#again);
  }

  hostDisconnected() {
    removeEventListener('online', this.#again);
  }
}
