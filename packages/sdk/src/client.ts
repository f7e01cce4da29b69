import type { MppClientOptions } from './options.ts';
import { Availability } from './resources/availability.ts';
import { Bookings } from './resources/bookings.ts';
import { Catalogue } from './resources/catalogue.ts';
import { Tracking } from './resources/tracking.ts';
import { Transport } from './transport.ts';

/**
 * Calls the MPP Digital API of one regency, from browsers, Node, Deno, Bun and Workers.
 *
 * @example
 * ```ts
 * const mpp = new MppClient({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
 * for await (const service of mpp.catalogue.services()) console.log(service.name.id);
 * ```
 */
export class MppClient {
  /** What the regency offers. */
  readonly catalogue: Catalogue;

  /** When services can be had. */
  readonly availability: Availability;

  /** Seats: held, taken, moved and given back. */
  readonly bookings: Bookings;

  /** Where a booking stands. */
  readonly tracking: Tracking;

  /** @throws TypeError when `baseUrl` is not an address. */
  constructor(options: MppClientOptions) {
    const transport = new Transport(options);
    this.catalogue = new Catalogue(transport);
    this.availability = new Availability(transport);
    this.bookings = new Bookings(transport);
    this.tracking = new Tracking(transport);
  }
}
