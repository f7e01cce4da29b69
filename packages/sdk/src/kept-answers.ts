import type { Answer } from './answer.ts';

/**
 * Where answers that are the same for everyone may be kept: the Web's `Cache`, or anything with
 * its `match` and `put`. It never gets anything about a person.
 */
export interface AnswerCache {
  /** Finds what was kept for an address. */
  match(url: string): Promise<Response | undefined>;
  /** Keeps an answer. */
  put(url: string, response: Response): Promise<void>;
}

/** An answer from the cache, and when it was put there. */
export interface KeptAnswer {
  readonly body: string;
  readonly savedAt: Date;
}

const most = 50;

/** What `cached` operations answered: in memory to save bytes, in the caller's cache for bad days. */
export class KeptAnswers {
  readonly #recent = new Map<string, { readonly etag: string; readonly body: string }>();
  readonly #cache: Promise<AnswerCache | undefined>;

  constructor(cache: AnswerCache | Promise<AnswerCache> | undefined) {
    // Browsers refuse a cache in some private windows: then there is none.
    this.#cache = Promise.resolve(cache).catch(() => undefined);
  }

  /** The ETag to ask with, or undefined. */
  etag(url: string): string | undefined {
    return this.#recent.get(url)?.etag;
  }

  /** What a 304 says is still true. */
  unchanged(url: string): string | undefined {
    return this.#recent.get(url)?.body;
  }

  /** Keeps an answer that was found good. */
  keep(url: string, { headers, body }: Answer): void {
    const etag = headers.get('etag');
    // Pages and their workers have a location. There the browser asks again by itself, and without
    // the preflight that our own header would cost.
    if (etag && typeof location === 'undefined') {
      this.#recent.delete(url);
      this.#recent.set(url, { etag, body });
      for (const oldest of this.#recent.keys()) {
        if (this.#recent.size <= most) break;
        this.#recent.delete(oldest);
      }
    }
    const date = new Date().toUTCString();
    const type = headers.get('content-type') ?? '';
    const copy = () => new Response(body, { headers: { 'content-type': type, date } });
    // A full disk is no reason to fail.
    this.#cache.then((cache) => cache?.put(url, copy())).catch(() => undefined);
  }

  /** What the cache has for an address. */
  async saved(url: string): Promise<KeptAnswer | undefined> {
    try {
      const response = await (await this.#cache)?.match(url);
      return (
        response && {
          body: await response.text(),
          savedAt: new Date(response.headers.get('date') ?? 0),
        }
      );
    } catch {
      return undefined;
    }
  }
}
