import { bookingMoves, parseCode, tracking, type Status } from '@mpp-digital/contract';

import { MppError } from '../errors.ts';
import type { RequestOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';
import { watching, type WatchingOptions } from '../watching.ts';

/** How to watch a status. */
export interface WatchOptions extends WatchingOptions<Status> {}

/**
 * Where a booking stands, for anyone who has its code and without personal data. Reached as
 * `client.tracking`. Where an application stands, `Applications` of `@mpp-digital/sdk/resources` says.
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
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped;
   *   `wrong_kind` when it is an application's.
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
   * @throws {@link MppError} `not_found`, `wrong_kind`, and whatever else will not pass by waiting.
   *
   * @example
   * ```ts
   * for await (const { state } of client.tracking.watch('7K3M-9QXT-2BHR')) console.log(state);
   * ```
   */
  watch(code: string, options: WatchOptions = {}): AsyncGenerator<Status, void, void> {
    return watching((request) => this.status(code, request), isOver, options);
  }
}

const isOver = ({ state }: Status) => bookingMoves[state].length === 0;
