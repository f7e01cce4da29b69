import { parseCode, queue, type Queue as Lines, type QueuePosition } from '@mpp-digital/contract';

import { MppError } from '../errors.ts';
import type { RequestOptions } from '../options.ts';
import { pause } from '../pause.ts';
import { pushed } from '../pushed.ts';
import { isFinal } from '../refusal.ts';
import { Resource, type MethodsFor } from '../resource.ts';
import { read } from '../transport.ts';

/** How to follow the lines of a place. */
export interface FollowOptions extends RequestOptions {
  /** Milliseconds between looks where the server cannot push; 5,000 without it. */
  interval?: number | undefined;
  /** Called when the lines cannot be had for a while, and without an error when they can again. */
  onTrouble?: ((error: MppError | undefined) => void) | undefined;
}

/**
 * Who is called at a place today, and how many wait.
 *
 * @example
 * ```ts
 * import { Queue, Transport } from '@mpp-digital/sdk/resources';
 *
 * const queue = new Queue(new Transport({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' }));
 * for await (const { agencies } of queue.watch('mpp-among-warga')) {
 *   for (const { agency, waiting } of agencies) console.log(agency.name.id, waiting);
 * }
 * ```
 */
export class Queue extends Resource implements MethodsFor<typeof queue> {
  /**
   * Sees the lines of a place.
   *
   * @throws {@link MppError} `not_found`.
   */
  status(placeId: string, options?: RequestOptions): Promise<Lines> {
    return this.call(queue.status, { params: { placeId } }, options);
  }

  /**
   * Sees one's own place in the line.
   *
   * @param code - As it was typed, or a ticket's secret; see `parseCode`.
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped.
   */
  async position(code: string, options?: RequestOptions): Promise<QueuePosition> {
    const bearer = parseCode(code);
    if (bearer === undefined) throw new MppError('not_found');
    return this.call(queue.position, { bearer }, options);
  }

  /**
   * Follows the lines of a place: gives them, and again whenever they have changed. Browsers are told
   * by server-sent events; other programs, and browsers that are cut off from these, look again and
   * again.
   *
   * The first look fails as `status()` does; later ones are patient.
   */
  async *watch(placeId: string, options: FollowOptions = {}): AsyncGenerator<Lines, void, void> {
    const { signal, interval = 5_000, onTrouble } = options;
    const asked = { params: { placeId } };
    let last = '';
    let isTroubled = false;
    let pushesAfter = 0;
    for (let isFirst = true; ; isFirst = false) {
      try {
        const lines = await this.status(placeId, { signal });
        if (isTroubled) onTrouble?.(undefined);
        isTroubled = false;
        const now = JSON.stringify({ ...lines, serverTime: '' });
        if (now !== last) yield lines;
        last = now;
        if (Date.now() >= pushesAfter) {
          // Where nothing gets through it is not worth trying each time.
          pushesAfter = Date.now() + 60_000;
          for await (const text of pushed(this.transport.address(queue.watch, asked), signal)) {
            pushesAfter = 0;
            last = '';
            yield read(queue.watch, text);
          }
        }
      } catch (error) {
        if (signal?.aborted || isFirst || (error instanceof MppError && isFinal(error)))
          throw error;
        // What was pushed and cannot be read is looked at in the other way.
        isTroubled = error instanceof MppError;
        if (error instanceof MppError) onTrouble?.(error);
      }
      await pause(interval * (1 + Math.random() / 10), signal);
    }
  }
}
