/**
 * What changes at places, for all who watch. However many watch a place, this server looks once a
 * second; nobody watches, it does not look.
 */
export class QueueFeeds {
  readonly #interval: number;
  readonly #feeds = new Map<string, Feed<unknown>>();

  /** @param interval - Milliseconds between looks. */
  constructor(interval = 1_000) {
    this.#interval = interval;
  }

  /**
   * Gives what a look finds at first, and again whenever that has changed, until the signal aborts.
   *
   * @param name - Watchers with the same name share a look.
   * @throws What the first look throws; later ones are tried again.
   */
  async *watch<T>(
    name: string,
    look: () => Promise<T>,
    signal: AbortSignal,
  ): AsyncGenerator<T, void, void> {
    let feed = this.#feeds.get(name) as Feed<T> | undefined;
    if (!feed) {
      feed = new Feed(look, this.#interval, () => this.#feeds.delete(name));
      this.#feeds.set(name, feed);
    }
    yield* feed.watch(signal);
  }
}

class Feed<T> {
  readonly #look: () => Promise<T>;
  readonly #interval: number;
  readonly #onEnd: () => void;
  #watchers = 0;
  #timer: NodeJS.Timeout | undefined;
  #latest: Promise<T> | undefined;
  #text = '';
  readonly #waiting = new Set<() => void>();

  constructor(look: () => Promise<T>, interval: number, onEnd: () => void) {
    this.#look = look;
    this.#interval = interval;
    this.#onEnd = onEnd;
  }

  /** Who is slow misses what came between: nothing piles up for them. */
  async *watch(signal: AbortSignal): AsyncGenerator<T, void, void> {
    this.#watchers++;
    try {
      this.#latest ??= this.#begin();
      for (let given: Promise<T> | undefined; !signal.aborted;) {
        if (given === this.#latest) await this.#change(signal);
        else yield await (given = this.#latest);
      }
    } finally {
      if (--this.#watchers === 0) {
        clearTimeout(this.#timer);
        this.#onEnd();
      }
    }
  }

  /** Waits until there is something newer, or the watcher has gone. */
  async #change(signal: AbortSignal): Promise<void> {
    let wake = () => {};
    await new Promise<void>((resolve) => {
      wake = resolve;
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
    this.#waiting.delete(wake);
    signal.removeEventListener('abort', wake);
  }

  async #begin(): Promise<T> {
    const found = await this.#look();
    this.#text = JSON.stringify(found);
    this.#schedule();
    return found;
  }

  #schedule() {
    this.#timer = setTimeout(() => void this.#again(), this.#interval);
    this.#timer.unref();
  }

  async #again() {
    try {
      const found = await this.#look();
      const text = JSON.stringify(found);
      if (text !== this.#text) {
        this.#text = text;
        this.#latest = Promise.resolve(found);
        for (const wake of this.#waiting) wake();
      }
    } catch {
      // A busy database is asked again a second later.
    }
    if (this.#watchers > 0) this.#schedule();
  }
}
