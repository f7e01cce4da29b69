import {
  mall,
  type CatalogueFile,
  type Mall as MallState,
  type MallChange,
  type NewCatalogue,
  type NewClosure,
  type NewCounters,
  type NewHours,
  type NewServing,
  type NewStopDays,
  type Reopening,
} from '@mpp-digital/contract';

import type { RequestOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/**
 * What managers do to run the mall: hours, closures, quotas, counters, the days of mobile units, and the
 * whole catalogue. Officers who are no managers are refused with `forbidden`, and so are managers of
 * some agencies in what concerns all; what belongs to another agency is `not_found`.
 *
 * A change that leaves people without the time they booked answers with a preview first (`done` is
 * false, and nothing has changed). Ask again with its fingerprint and a choice. When somebody has booked
 * meanwhile, another preview comes: nobody is decided about unseen.
 *
 * @example
 * ```ts
 * import { Mall, Transport } from '@mpp-digital/sdk/resources';
 *
 * const mall = new Mall(new Transport({ baseUrl: location.origin, regency: '35.79' }));
 * const reason = { id: 'Listrik padam', en: 'Power cut' };
 * const closed = { date: '2026-12-01', agencyId: null, reason, hours: [] };
 * const { done, fingerprint, affected } = await mall.close(closed);
 * if (!done && fingerprint !== null) {
 *   console.log(`${affected.length} have booked`);
 *   await mall.close({ ...closed, decision: { fingerprint, choice: 'move', reason } });
 * }
 * ```
 */
export class Mall extends Resource implements MethodsFor<typeof mall> {
  /** Reads how the mall is run: what the manager may change, and what holds for all. */
  read(options?: RequestOptions): Promise<MallState> {
    return this.call(mall.read, {}, options);
  }

  /**
   * Changes opening hours and breaks, of the mall or of an agency.
   *
   * @throws {@link MppError} `invalid_request` when hours overlap or a break lies outside of them.
   */
  setHours(hours: NewHours, options?: RequestOptions): Promise<MallChange> {
    return this.call(mall.setHours, { body: hours }, options);
  }

  /**
   * Changes how long an agency's times are, in minutes, how many it serves on a day, and how many of
   * them may walk in, in percent.
   *
   * @throws {@link MppError} `invalid_request` when no time is that long between two breaks.
   */
  setServing(agencyId: string, serving: NewServing, options?: RequestOptions): Promise<MallChange> {
    return this.call(mall.setServing, { params: { agencyId }, body: serving }, options);
  }

  /**
   * Makes these the counters of an agency: adds those that are new, gives known ones the name that is
   * said, and closes all others. Who is at a counter that closes is served there.
   *
   * @throws {@link MppError} `invalid_request` when another agency has the number.
   */
  setCounters(
    agencyId: string,
    counters: NewCounters['counters'],
    options?: RequestOptions,
  ): Promise<MallChange> {
    return this.call(mall.setCounters, { params: { agencyId }, body: { counters } }, options);
  }

  /**
   * Closes the mall or an agency on a day, or lets it keep other hours. Holidays need none.
   *
   * @throws {@link MppError} `invalid_request` when the hours overlap, or no reason is given.
   */
  close(closure: NewClosure, options?: RequestOptions): Promise<MallChange> {
    return this.call(mall.close, { body: closure }, options);
  }

  /**
   * Lets the hours of the week hold again on a day.
   *
   * @throws {@link MppError} `not_found` when there is no such closure.
   */
  reopen(day: Reopening, options?: RequestOptions): Promise<MallChange> {
    return this.call(mall.reopen, { body: day }, options);
  }

  /**
   * Makes these the days on which stops of a mobile unit are moved or cancelled.
   *
   * @throws {@link MppError} `invalid_request` when the unit does not stop on such a day.
   */
  setStopDays(unitId: string, days: NewStopDays, options?: RequestOptions): Promise<MallChange> {
    return this.call(mall.setStopDays, { params: { unitId }, body: days }, options);
  }

  /** Reads the catalogue as the file that `mpp-server import` takes. */
  exportCatalogue(options?: RequestOptions): Promise<CatalogueFile> {
    return this.call(mall.exportCatalogue, {}, options);
  }

  /**
   * Makes the catalogue be this file, of at most 8 MiB.
   *
   * @throws {@link MppError} `invalid_request` with everything that is wrong in it, by JSON pointer.
   */
  importCatalogue(file: NewCatalogue, options?: RequestOptions): Promise<MallChange> {
    return this.call(mall.importCatalogue, { body: file }, options);
  }
}
