import type { ArrivalOutcome } from '@mpp-digital/contract';

import type { VisitRow } from './counter-functions.ts';
import type { Refused, TicketRow } from './database-functions.ts';

/** A device of the mall's own. Moments are RFC 3339 with offset. */
export interface TerminalRow {
  id: string;
  kioskId: string;
  state: 'prepared' | 'trusted' | 'revoked';
  preparedAt: string;
  trustedAt: string | null;
  /** Until when its code can be typed. */
  until: string;
}

/** A booking whose ticket was shown. */
export interface ArrivalRow extends TicketRow {
  outcome: ArrivalOutcome;
}

/**
 * The functions for the mall's own terminals. `setup` is the HMAC of the code that sets one up; what a
 * terminal asks is refused as `unauthorized` once it is trusted no more.
 */
export interface KioskFunctions {
  prepare_terminal(
    regency: string,
    key: string,
    request: Uint8Array,
    terminal: string,
    kiosk: string,
    setup: Uint8Array,
    officer: string,
  ): TerminalRow | Refused<'key_reused'>;

  trust_terminal(regency: string, setup: Uint8Array): TerminalRow | Refused<'not_found'>;

  revoke_terminal(
    regency: string,
    terminal: string,
    officer: string,
  ): TerminalRow | Refused<'not_found'>;

  terminals(regency: string): { terminals: TerminalRow[] };

  greet_terminal(regency: string, terminal: string): { trusted: true } | Refused<'unauthorized'>;

  take_number(
    regency: string,
    key: string,
    request: Uint8Array,
    terminal: string,
    booking: string,
    place: string,
    service: string,
    code: Uint8Array,
    secret: Uint8Array,
    priority: boolean,
  ): VisitRow | Refused<'unauthorized' | 'slot_full' | 'already_booked' | 'key_reused'>;

  arrive(
    regency: string,
    terminal: string,
    place: string,
    code: Uint8Array,
    priority: boolean | null,
  ): ArrivalRow | Refused<'unauthorized' | 'not_found'>;
}
