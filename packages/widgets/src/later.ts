import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Code that the first view does without: fetched when the browser has come to rest, unless few people
 * come to need it, and at the latest when it is wanted.
 */
export class Later<T> implements ReactiveController {
  /** Undefined as long as it is not here. */
  value: T | undefined;
  /** Why it could not be fetched the last time. */
  error: unknown;

  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  readonly #isLikely: boolean;
  #loading: Promise<T> | undefined;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>, isLikely = true) {
    this.#host = host;
    this.#load = load;
    this.#isLikely = isLikely;
    host.addController(this);
  }

  hostConnected() {
    if (!this.#isLikely) return;
    // Safari knows no idle time; a moment after the first view does as well. What cannot be fetched
    // now is fetched when it is wanted.
    const soon = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300));
    soon(() => this.fetch());
  }

  /** Fetches it, and leaves it to {@link Later.error} to say why it could not. */
  fetch(): void {
    this.want().catch(() => undefined);
  }

  /** Fetches it unless that has failed: then only somebody who asks again tries again. */
  prepare(): void {
    if (!this.error) this.fetch();
  }

  /** Does something once it is here, and says nothing until then. */
  whenHere(run: () => void): '' {
    this.want().then(run, () => undefined);
    return '';
  }

  /** Fetches it, unless it is here. A failure is not kept: asked again, it tries again. */
  want(): Promise<T> {
    this.#loading ??= this.#load().then(
      (value) => {
        this.value = value;
        this.error = undefined;
        this.#host.requestUpdate();
        return value;
      },
      (error: unknown) => {
        this.#loading = undefined;
        this.error = error;
        this.#host.requestUpdate();
        throw error;
      },
    );
    return this.#loading;
  }
}
