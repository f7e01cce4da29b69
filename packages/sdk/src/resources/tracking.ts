import { parseCode, tracking, type Status } from '@mpp-digital/contract';

import { MppError } from '../errors.ts';
import { Resource } from '../resource.ts';
import type { RequestOptions } from '../transport.ts';

/** How patiently to watch. */
export interface WatchOptions extends RequestOptions {
  /** Milliseconds between two looks; 30,000 without it. */
  interval?: number | undefined;
  /** Hears of each look that failed and will be repeated, and of the first that succeeds again. */
  onTrouble?: ((error: MppError | undefined) => void) | undefined;
}

/** Where a booking stands, for anyone with its code. Reached as `client.tracking`. */
export class Tracking extends Resource {
  /**
   * Sees where a booking stands.
   *
   * @param code - As it was typed: small letters, spaces and dashes do no harm.
   * @throws {@link MppError} `not_found`; for a code that cannot be one, without asking the server.
   */
  status(code: string, options?: RequestOptions): Promise<Status> {
    const parsed = parseCode(code);
    return parsed
      ? this.call(tracking.status, {}, options, parsed)
      : Promise.reject(new MppError('not_found', 'This is not a code'));
  }

  /**
   * Watches a booking: yields where it stands, and again whenever that changes. A server that cannot
   * be reached is asked again later. Ends by the signal, by `break`, or with an error that no
   * waiting will cure.
   *
   * @example
   * ```ts
   * import { MppClient } from '@mpp-digital/sdk';
   *
   * const client = new MppClient({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
   * for await (const { state } of client.tracking.watch('7K3M-9QXT-2BHA')) {
   *   console.log(state);
   *   if (state === 'served') break;
   * }
   * ```
   *
   * @throws {@link MppError} `not_found`.
   */
  async *watch(code: string, options: WatchOptions = {}): AsyncGenerator<Status, void, undefined> {
    const { interval = 30_000, signal, onTrouble } = options;
    let last = '';
    let failures = 0;
    while (!signal?.aborted) {
      try {
        const status = await this.status(code, options);
        if (failures > 0) onTrouble?.(undefined);
        failures = 0;
        const said = JSON.stringify({ ...status, serverTime: '' });
        if (said !== last) yield status;
        last = said;
      } catch (error) {
        if (signal?.aborted) return;
        if (!(error instanceof MppError) || !passing(error)) throw error;
        failures++;
        onTrouble?.(error);
      }
      await pause(interval * 2 ** Math.min(failures, 3) * (0.9 + 0.2 * Math.random()), signal);
    }
  }
}

const passing = ({ status, code }: MppError) =>
  code === 'unexpected_answer' || status === undefined
    ? code !== 'not_found'
    : status === 429 || status >= 500;

const pause = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', done);
  });
