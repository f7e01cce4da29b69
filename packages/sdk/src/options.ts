import type { Deprecation } from './deprecation.ts';
import type { MppError } from './errors.ts';
import type { AnswerCache } from './kept-answers.ts';

/**
 * Hears that an answer came from the cache, because the server could not give one.
 *
 * @param savedAt - When the answer was had. Tell people, for example “data of 08:30”.
 * @param error - Why the server could not answer.
 */
export type OnStale = (savedAt: Date, error: MppError) => void;

/** How a client works. Only the first two are needed. */
export interface MppClientOptions {
  /** Where the server is, for example `https://mpp.example.go.id`; a path before `/v1` is kept. */
  baseUrl: string;
  /** Kemendagri code of the regency or city, for example `35.79`. */
  regency: string;
  /** Sends each attempt in place of the global `fetch`: for tests, proxies, frameworks. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for one attempt, from sending to the last byte of the answer; 10,000 without it. */
  timeout?: number | undefined;
  /** How often to try again what is safe to repeat; 2 without it, 0 for never. */
  retries?: number | undefined;
  /**
   * Keeps the catalogue for days on which the server cannot be reached or fails; nothing about a
   * person goes in. For example `caches.open('mpp')`.
   */
  cache?: AnswerCache | Promise<AnswerCache> | undefined;
  /** Called when an answer comes from the cache; a call's own `onStale` is called in its place. */
  onStale?: OnStale | undefined;
  /** Called once for each operation that will go; without it, a warning on the console. */
  onDeprecation?: ((deprecation: Deprecation) => void) | undefined;
}

/** What one call may ask for: the last argument of every method. */
export interface RequestOptions {
  /** Stops the call, also while it waits; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** For answers that are written for people. */
export interface SpokenOptions extends RequestOptions {
  /** The language wanted, as in `Accept-Language`; without it, what the runtime sends by itself. */
  language?: string | undefined;
}

/** For calls that can be answered from the client's `cache`. */
export interface CachedOptions extends RequestOptions {
  /** Called when this answer comes from the cache. */
  onStale?: OnStale | undefined;
}

/** For calls that are done once, however often they are sent. */
export interface OnceOptions extends RequestOptions {
  /**
   * A UUID. Each call makes one, so give your own only to repeat a call that you cannot tell the
   * end of: with the same key and input it is done once. See `newKey`.
   */
  idempotencyKey?: string | undefined;
}

/** For lists: where to begin, and how much to send at once. */
export interface ListOptions extends CachedOptions {
  /** The `next` of the page before. */
  cursor?: string | undefined;
  /** How many in one page, 1 to 100; 50 without it. */
  limit?: number | undefined;
}
