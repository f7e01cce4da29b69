import { availability, type Availability as Times } from '@mpp-digital/contract';

import { Resource } from '../resource.ts';
import type { RequestOptions } from '../transport.ts';

/** What to look for. */
export interface Wanted {
  /** Id of the place. */
  placeId: string;
  /** Ids of one or several services, to be had on one day. */
  services: readonly string[];
  /** First day, `YYYY-MM-DD` in the place's time zone; today without it. */
  from?: string | undefined;
  /** How many days, 1 to 31; 7 without it. */
  days?: number | undefined;
}

/** When services can be had. Reached as `client.availability`. */
export class Availability extends Resource {
  /**
   * Lists days, and the times that have room.
   *
   * @throws {@link MppError} `not_found` for an unknown place or service, `day_past`,
   *   `day_beyond_window`.
   */
  days({ placeId, services, from, days }: Wanted, options?: RequestOptions): Promise<Times> {
    return this.call(
      availability.days,
      {
        params: { placeId },
        query: { services: services.join(','), from, days: days?.toString() },
      },
      options,
    );
  }
}
