import { MppError } from './errors.ts';
import type { RequestOptions } from './options.ts';
import { pause } from './pause.ts';
import { isFinal } from './refusal.ts';

/** How to watch where something stands. */
export interface WatchingOptions<T> extends RequestOptions {
  /** Milliseconds between looks; 30,000 without it. Each look is up to a tenth late, at random. */
  interval?: number | undefined;
  /**
   * Called when a look fails in a way that may pass; watching goes on, more slowly. Called without
   * an error when looks succeed again.
   */
  onTrouble?: ((error: MppError | undefined) => void) | undefined;
  /** Called after each look that succeeds, also when nothing has changed: it was known then. */
  onLook?: ((status: T) => void) | undefined;
}

/** The longest wait between looks while they fail, in milliseconds. */
const longestInterval = 300_000;

/** Looks again and again, until it is over; the first look fails as `look` does. */
export async function* watching<T extends object>(
  look: (options: RequestOptions) => Promise<T>,
  isOver: (status: T) => boolean,
  options: WatchingOptions<T>,
): AsyncGenerator<T, void, void> {
  const { signal, interval = 30_000, onTrouble, onLook } = options;
  let status = await look({ signal });
  let wait = interval;
  let isTroubled: boolean | undefined;
  onLook?.(status);
  yield status;
  while (!isOver(status)) {
    await pause(wait * (1 + Math.random() / 10), signal);
    const before = facts(status);
    try {
      status = await look({ signal });
      onLook?.(status);
      if (isTroubled) onTrouble?.(undefined);
      isTroubled = false;
      wait = interval;
    } catch (error) {
      if (!(error instanceof MppError) || isFinal(error)) throw error;
      isTroubled = true;
      wait = Math.max(
        interval,
        Math.min(wait * 2, longestInterval),
        (error.retryAfter ?? 0) * 1000,
      );
      onTrouble?.(error);
    }
    if (facts(status) !== before) yield status;
  }
}

const facts = (status: object) => JSON.stringify({ ...status, serverTime: '' });
