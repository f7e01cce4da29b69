import {
  parseCode,
  staff,
  type Arrival,
  type Line,
  type NewVisit,
  type NewVisitTicket,
  type Officer,
  type Visit,
  type Visitor,
} from '@mpp-digital/contract';

import { MppError } from '../errors.ts';
import type { OnceOptions, RequestOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** The line of an agency at a place. */
export interface LineKey {
  placeId: string;
  agencyId: string;
}

/**
 * What officers do at the counters. Not part of `MppClient`, because citizens' pages need none of it.
 *
 * An officer signs in on the server's own page `/staff`, which gives the browser a cookie: so these
 * calls succeed on the server's own pages, or where the `fetch` of the client sends the cookie.
 * Whatever belongs to an agency that the officer may not act for is `not_found`.
 *
 * @example
 * ```ts
 * import { Staff, Transport } from '@mpp-digital/sdk/resources';
 *
 * const staff = new Staff(new Transport({ baseUrl: location.origin, regency: '35.79' }));
 * const line = { placeId: 'mpp-among-warga', agencyId: 'dukcapil' };
 * const visit = await staff.callNext(line, 3);
 * console.log(`${visit.number}, please come to counter ${visit.counter}`);
 * ```
 */
export class Staff extends Resource implements MethodsFor<typeof staff> {
  /**
   * Says who is signed in.
   *
   * @throws {@link MppError} `unauthorized` when nobody is.
   */
  me(options?: RequestOptions): Promise<Officer> {
    return this.call(staff.me, {}, options);
  }

  /** Lists an agency's line: who is at the counters, who waits, who is still expected. */
  line(line: LineKey, options?: RequestOptions): Promise<Line> {
    return this.call(staff.line, { params: { ...line } }, options);
  }

  /**
   * Calls the next number: of those who are here, who was not skipped before who was, then priority,
   * then by number.
   *
   * @param counter - Number of the counter.
   * @throws {@link MppError} `queue_empty`, or `counter_busy` while the one before is not finished.
   */
  callNext(line: LineKey, counter: number, options?: OnceOptions): Promise<Visit> {
    return this.call(staff.callNext, { params: { ...line }, body: { counter } }, options);
  }

  /**
   * Calls a number once more.
   *
   * @throws {@link MppError} `wrong_state` when it is not called any more.
   */
  callAgain(bookingId: string, options?: OnceOptions): Promise<Visit> {
    return this.call(staff.callAgain, { params: { bookingId } }, options);
  }

  /**
   * Begins to serve who was called. Asked twice, it answers the same.
   *
   * @throws {@link MppError} `wrong_state`.
   */
  serve(bookingId: string, options?: RequestOptions): Promise<Visit> {
    return this.call(staff.serve, { params: { bookingId } }, options);
  }

  /**
   * Ends a visit that was served. Asked twice, it answers the same.
   *
   * @throws {@link MppError} `wrong_state`.
   */
  finish(bookingId: string, options?: RequestOptions): Promise<Visit> {
    return this.call(staff.finish, { params: { bookingId } }, options);
  }

  /**
   * Puts who was called and did not come back in line, behind those who were not skipped.
   *
   * @throws {@link MppError} `wrong_state`.
   */
  skip(bookingId: string, options?: RequestOptions): Promise<Visit> {
    return this.call(staff.skip, { params: { bookingId } }, options);
  }

  /**
   * Gives up on who was called and did not come. Asked twice, it answers the same.
   *
   * @throws {@link MppError} `wrong_state`.
   */
  noShow(bookingId: string, options?: RequestOptions): Promise<Visit> {
    return this.call(staff.noShow, { params: { bookingId } }, options);
  }

  /**
   * Sends who is at a counter to another service, at the end of whose line a number is taken. The
   * citizen's code stays the same.
   *
   * @throws {@link MppError} `wrong_state`, `slot_full`, or `already_booked`.
   */
  transfer(bookingId: string, serviceId: string, options?: OnceOptions): Promise<Visit> {
    return this.call(staff.transfer, { params: { bookingId }, body: { serviceId } }, options);
  }

  /** Reads who comes: to compare the name with the identity card. */
  visitor(bookingId: string, options?: RequestOptions): Promise<Visitor> {
    return this.call(staff.visitor, { params: { bookingId } }, options);
  }

  /**
   * Notes that one who booked is here. Asked twice, it answers the same.
   *
   * @param arrival - The code as it was typed, or what the QR code of the ticket says.
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped; `not_today`;
   *   or `wrong_state`.
   */
  async receive(arrival: Arrival, options?: RequestOptions): Promise<Visit> {
    const code = parseCode(arrival.code);
    if (code === undefined) throw new MppError('not_found');
    return this.call(staff.receive, { body: { ...arrival, code } }, options);
  }

  /**
   * Gives a number to one who is here without a booking. Nobody must give a name.
   *
   * @throws {@link MppError} `slot_full`, or `already_booked` for a phone that has a booking.
   */
  walkIn(visit: NewVisit, options?: OnceOptions): Promise<NewVisitTicket> {
    return this.call(staff.walkIn, { body: visit }, options);
  }
}
