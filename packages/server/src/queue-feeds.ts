import { EventEmitter, on } from 'node:events';

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
  readonly #changes = new EventEmitter();
  #watchers = 0;
  #timer: NodeJS.Timeout | undefined;
  #first: Promise<T> | undefined;
  #last = '';

  constructor(look: () => Promise<T>, interval: number, onEnd: () => void) {
    this.#look = look;
    this.#interval = interval;
    this.#onEnd = onEnd;
    this.#changes.setMaxListeners(0);
  }

  async *watch(signal: AbortSignal): AsyncGenerator<T, void, void> {
    this.#watchers++;
    try {
      // Listens before it looks, so that no change is missed between the two.
      const changes = on(this.#changes, 'change', { signal });
      yield await (this.#first ??= this.#begin());
      for await (const [found] of changes as AsyncIterable<[T]>) yield found;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (--this.#watchers === 0) {
        clearTimeout(this.#timer);
        this.#onEnd();
      }
    }
  }

  async #begin(): Promise<T> {
    const found = await this.#look();
    this.#last = JSON.stringify(found);
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
      if (text !== this.#last) {
        this.#last = text;
        this.#first = Promise.resolve(found);
        this.#changes.emit('change', found);
      }
    } catch {
      // A busy database is asked again a second later.
    }
    if (this.#watchers > 0) this.#schedule();
  }
}
