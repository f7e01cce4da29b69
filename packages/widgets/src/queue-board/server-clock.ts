import type { ReactiveController, ReactiveControllerHost } from 'lit';

const minute = 60_000;

/** The server's clock, whatever the device's says. Shows each new minute. */
export class ServerClock implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #ahead = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#tick();
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  /** This moment, RFC 3339. */
  get now(): string {
    return new Date(Date.now() + this.#ahead).toISOString();
  }

  /** Sets it by an answer that has just come. */
  set(serverTime: string): void {
    this.#ahead = Date.parse(serverTime) - Date.now();
  }

  #tick() {
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    const left = minute - ((Date.now() + this.#ahead) % minute);
    this.#timer = setTimeout(() => this.#tick(), left);
  }
}
