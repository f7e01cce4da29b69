import {
  kiosk,
  parseCode,
  type Arrival,
  type KioskArrival,
  type KioskList,
  type KioskPlace,
  type NumberWish,
  type PreparedTerminal,
  type Terminal,
  type TerminalList,
  type Ticket,
} from '@mpp-digital/contract';

import { MppError } from '../errors.ts';
import type { CachedOptions, OnceOptions, RequestOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/**
 * The mall's own terminals. Which kiosks there are, anyone may ask. What citizens do at a terminal
 * succeeds on the terminal itself: a manager prepares it, and its code, typed on the server's page
 * `/kiosk`, gives the terminal's browser a cookie. All of it is `unauthorized` elsewhere, and once the
 * terminal was revoked.
 *
 * @example
 * ```ts
 * import { Kiosk, Transport } from '@mpp-digital/sdk/resources';
 *
 * const kiosk = new Kiosk(new Transport({ baseUrl: location.origin, regency: '35.79' }));
 * const ticket = await kiosk.takeNumber({ serviceId: 'ktp-el-rusak-ubah' });
 * console.log(ticket.number, ticket.place.counters);
 * ```
 */
export class Kiosk extends Resource implements MethodsFor<typeof kiosk> {
  /**
   * Lists the kiosks: where they stand, and what comes out of them.
   *
   * @throws {@link MppError}
   */
  list(options?: CachedOptions): Promise<KioskList> {
    return this.call(kiosk.list, {}, options);
  }

  /**
   * Says which kiosk this terminal stands at.
   *
   * @throws {@link MppError} `unauthorized` where it is not set up.
   */
  me(options?: RequestOptions): Promise<KioskPlace> {
    return this.call(kiosk.me, {}, options);
  }

  /**
   * Gives a number to one who is here without a booking, and asks for neither name nor phone. A
   * terminal may take as many within ten minutes as a printer can print.
   *
   * @throws {@link MppError} `slot_full` when there are no more numbers today, or nobody serves any
   * more; `not_found` for a service that cannot be had here; `too_many_requests`.
   */
  takeNumber(wish: NumberWish, options?: OnceOptions): Promise<Ticket> {
    return this.call(kiosk.takeNumber, { body: wish }, options);
  }

  /**
   * Notes that one who booked is here. What stands against it is an answer, not an error, because one
   * who stands before the terminal must be told when and where to come.
   *
   * @param arrival - The code as it was typed, or what the QR code of the ticket says.
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped.
   */
  async checkIn(arrival: Arrival, options?: RequestOptions): Promise<KioskArrival> {
    const code = parseCode(arrival.code);
    if (code === undefined) throw new MppError('not_found');
    return this.call(kiosk.checkIn, { body: { ...arrival, code } }, options);
  }

  /**
   * Lists the terminals. For managers.
   *
   * @throws {@link MppError} `forbidden` for other officers.
   */
  terminals(options?: RequestOptions): Promise<TerminalList> {
    return this.call(kiosk.terminals, {}, options);
  }

  /**
   * Makes the code that sets a terminal up, to be typed on it within a quarter of an hour. For managers.
   *
   * @param kioskId - Where it will stand.
   * @throws {@link MppError} `forbidden` for other officers; `not_found`.
   */
  prepare(kioskId: string, options?: OnceOptions): Promise<PreparedTerminal> {
    return this.call(kiosk.prepare, { body: { kioskId } }, options);
  }

  /**
   * Trusts a terminal no more, from its next request on. Asked twice, it answers the same. For managers.
   *
   * @throws {@link MppError} `forbidden` for other officers; `not_found`.
   */
  revoke(terminalId: string, options?: RequestOptions): Promise<Terminal> {
    return this.call(kiosk.revoke, { params: { terminalId } }, options);
  }
}
