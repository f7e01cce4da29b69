import type { AnswerCache } from './answer-cache.ts';
import { Availability } from './resources/availability.ts';
import { Bookings } from './resources/bookings.ts';
import { Catalogue } from './resources/catalogue.ts';
import { Tracking } from './resources/tracking.ts';
import { Transport, type Deprecation } from './transport.ts';

/** How a client is made. */
export interface MppClientOptions {
  /** Where the server is: `https://mpp.example.go.id`. */
  baseUrl: string;
  /** Kemendagri code of the regency or city: `35.79`. */
  regency: string;
  /**
   * Replaces how requests are sent. By default each attempt may take 8 seconds, and what is safe to
   * repeat is tried up to three times, with random pauses or as the server's `Retry-After` says.
   */
  fetch?: typeof globalThis.fetch;
  /** Keeps the catalogue for when the server is away, for example `caches.open('mpp-digital')`. */
  cache?: AnswerCache | Promise<AnswerCache>;
  /** Hears once of each operation that the server has announced to end; by default a warning. */
  onDeprecation?: (deprecation: Deprecation) => void;
}

/**
 * A regency's public services: what there is, when it can be had, and the bookings.
 *
 * @example
 * ```ts
 * import { MppClient } from '@mpp-digital/sdk';
 *
 * const client = new MppClient({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
 * const { name, places } = await client.catalogue.service('ktp-el-hilang');
 * const { days } = await client.availability.days({
 *   placeId: places[0]!.placeId,
 *   services: ['ktp-el-hilang'],
 * });
 * console.log(name.en, days.find((day) => day.state === 'open')?.date);
 * ```
 */
export class MppClient {
  /** What services there are, and what each needs. */
  readonly catalogue: Catalogue;
  /** When services can be had. */
  readonly availability: Availability;
  /** Seats: hold, book, move, give back. */
  readonly bookings: Bookings;
  /** Where a booking stands, for anyone with its code. */
  readonly tracking: Tracking;

  constructor(options: MppClientOptions) {
    const transport = new Transport(options);
    this.catalogue = new Catalogue(transport);
    this.availability = new Availability(transport);
    this.bookings = new Bookings(transport);
    this.tracking = new Tracking(transport);
  }
}
