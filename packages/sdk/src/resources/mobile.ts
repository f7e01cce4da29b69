import { mobile, type MobileSchedule, type VillageList } from '@mpp-digital/contract';

import type { CachedOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** Which stops: all, or those of a village, of a unit, or of both. */
export interface StopChoice {
  /** Kemendagri code of a village: `35.79.02.2003`. */
  village?: string | undefined;
  /** A unit, for example `dukcapil-keliling`. */
  unit?: string | undefined;
}

/** Which stops, and of which days. */
export interface StopOptions extends StopChoice, CachedOptions {
  /** First day, for example `2026-12-01`; today without it. */
  from?: string | undefined;
  /** How many days, 1 to 31; 14 without it. */
  days?: number | undefined;
}

/** Which stops, and in which language. */
export interface StopCalendarOptions extends StopChoice {
  /** Indonesian without it. */
  lang?: 'id' | 'en' | undefined;
}

/**
 * What comes to the villages, and when. Kept for days on which the server is down, like the catalogue.
 *
 * @example
 * ```ts
 * import { Mobile, Transport } from '@mpp-digital/sdk/resources';
 *
 * const mobile = new Mobile(new Transport({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' }));
 * const { stops } = await mobile.stops({ village: '35.79.02.2003' });
 * for (const { date, unit, state } of stops) console.log(date, unit.name.id, state);
 * ```
 */
export class Mobile extends Resource implements MethodsFor<typeof mobile> {
  /**
   * Lists the villages that something comes to.
   *
   * @throws {@link MppError}
   */
  villages(options?: CachedOptions): Promise<VillageList> {
    return this.call(mobile.villages, {}, options);
  }

  /**
   * Lists what comes, by date.
   *
   * @throws {@link MppError} `not_found` for a village or a unit that the regency does not have,
   * `day_past`.
   */
  stops(options: StopOptions = {}): Promise<MobileSchedule> {
    const { village, unit, from, days } = options;
    const query = { village, unit, from, days: days?.toString() };
    return this.call(mobile.stops, { query }, options);
  }

  /**
   * Reads what comes in the next three months as an iCalendar file.
   *
   * @throws {@link MppError} `not_found`.
   */
  calendar(choice: StopCalendarOptions = {}, options?: CachedOptions): Promise<string> {
    return this.call(mobile.calendar, { query: queryOf(choice) }, options);
  }

  /** The address of that file, for a calendar that subscribes to it. */
  calendarAddress(choice: StopCalendarOptions = {}): string {
    return this.transport.address(mobile.calendar, { query: queryOf(choice) });
  }
}

const queryOf = ({ village, unit, lang }: StopCalendarOptions) => ({ village, unit, lang });
