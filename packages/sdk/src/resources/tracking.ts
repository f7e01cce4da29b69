import { bookingMoves, parseCode, tracking, type Status } from '@mpp-digital/contract';

import { MppError } from '../errors.ts';
import type { RequestOptions } from '../options.ts';
import { pause } from '../pause.ts';
import { isFinal } from '../refusal.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** How to watch a status. */
export interface WatchOptions extends RequestOptions {
  /** Milliseconds between looks; 30,000 without it. Each look is up to a tenth late, at random. */
  interval?: number | undefined;
  /**
   * Called when a look fails in a way that may pass; watching goes on, more slowly. Called without
   * an error when looks succeed again.
   */
  onTrouble?: ((error: MppError | undefined) => void) | undefined;
  /** Called after each look that succeeds, also when nothing has changed: it was known then. */
  onLook?: ((status: Status) => void) | undefined;
}

/** The longest wait between looks while they fail, in milliseconds. */
const longestInterval = 300_000;

/**
 * Where a booking stands, for anyone who has its code and without personal data. Reached as
 * `client.tracking`.
 *
 * @example
 * ```ts
 * const { state, number } = await client.tracking.status('7k3m 9qxt 2bhr');
 * console.log(state, number);
 * ```
 */
export class Tracking extends Resource implements MethodsFor<typeof tracking> {
  /**
   * Sees where a booking stands.
   *
   * @param code - As it was typed, or a ticket's secret; see `parseCode`.
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped.
   */
  async status(code: string, options?: RequestOptions): Promise<Status> {
    const bearer = parseCode(code);
    if (bearer === undefined) throw new MppError('not_found');
    return this.call(tracking.status, { bearer }, options);
  }

  /**
   * Watches a booking: gives where it stands, and again whenever that changes, until it has ended.
   *
   * The first look fails as `status()` does. Later ones are patient: a lost line, a busy or failing
   * server are waited for.
   *
   * @throws {@link MppError} `not_found`, and whatever else will not pass by waiting.
   *
   * @example
   * ```ts
   * for await (const { state } of client.tracking.watch('7K3M-9QXT-2BHR')) console.log(state);
   * ```
   */
  async *watch(code: string, options: WatchOptions = {}): AsyncGenerator<Status, void, void> {
    const { signal, interval = 30_000, onTrouble, onLook } = options;
    let status = await this.status(code, { signal });
    let wait = interval;
    let isTroubled = false;
    onLook?.(status);
    yield status;
    while (bookingMoves[status.state].length > 0) {
      await pause(wait * (1 + Math.random() / 10), signal);
      const before = facts(status);
      try {
        status = await this.status(code, { signal });
        onLook?.(status);
        if (isTroubled) onTrouble?.(undefined);
        isTroubled = false;
        wait = interval;
      } catch (error) {
        if (!(error instanceof MppError) || isFinal(error)) throw error;
        isTroubled = true;
        const longer = Math.max(interval, Math.min(wait * 2, longestInterval));
        wait = Math.max(longer, (error.retryAfter ?? 0) * 1000);
        onTrouble?.(error);
      }
      if (facts(status) !== before) yield status;
    }
  }
}

const facts = (status: Status) => JSON.stringify({ ...status, serverTime: '' });
