import { availability, type Availability as AvailabilityAnswer } from '@mpp-digital/contract';

import type { RequestOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** Where, what and when to look for room. */
export interface AvailabilityQuestion {
  /** For example `mpp-among-warga`. */
  placeId: string;
  /** One to ten service ids; a time is free when all of them can be had in one visit. */
  services: readonly string[];
  /** First day, `2026-12-01`; today in the place's time zone without it. */
  from?: string | undefined;
  /** How many days, 1 to 31; 7 without it. */
  days?: number | undefined;
}

/**
 * When services can be had. Reached as `client.availability`.
 *
 * @example
 * ```ts
 * const { days, timeZone } = await client.availability.days({
 *   placeId: 'mpp-among-warga',
 *   services: ['ktp-el-baru'],
 * });
 * for (const { date, slots } of days) console.log(date, slots.length, timeZone);
 * ```
 */
export class Availability extends Resource implements MethodsFor<typeof availability> {
  /**
   * Lists days, and the times with room, for one or several services at a place. Says the next day
   * with room when these have none.
   *
   * @throws {@link MppError} `not_found`, `day_past`, or `day_beyond_window`.
   */
  days(
    { placeId, services, from, days }: AvailabilityQuestion,
    options?: RequestOptions,
  ): Promise<AvailabilityAnswer> {
    const query = { services: services.join(','), from, days: days?.toString() };
    return this.call(availability.days, { params: { placeId }, query }, options);
  }
}
