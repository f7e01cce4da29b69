import { parseCode, parseSecret, type KioskArrival, type Ticket } from '@mpp-digital/contract';

/** What somebody showed, as far as it can be a ticket. */
export interface ReadTicket {
  /** The only part that the server is told. */
  code: string;
  /** Stays on this screen, so that the phone gets the whole ticket back. */
  secret: string | undefined;
}

/**
 * Reads what was scanned, pasted or typed: a ticket's link, its secret, or its code. A scanner that
 * types may get the address before the `#` wrong, because it knows another keyboard.
 *
 * @returns Undefined when there is no ticket in it.
 */
export function readTicket(text: string): ReadTicket | undefined {
  const given = text.trim();
  for (const part of [given, given.split('#').at(-1)!, given.slice(-38)]) {
    const secret = parseSecret(part);
    if (secret) return { code: secret.slice(0, 12), secret };
  }
  for (const part of [given, given.split('#').at(-1)!, given.slice(-12)]) {
    const code = part.length < 20 ? parseCode(part) : undefined;
    if (code) return { code, secret: undefined };
  }
  return undefined;
}

/** A ticket on the screen and on paper: one that was taken just now, or one that was shown. */
export interface ShownTicket extends Omit<KioskArrival, 'outcome' | 'heldUntil' | 'endsAt'> {
  /** How it came here. */
  outcome: 'taken' | KioskArrival['outcome'];
  /** What the QR code leads to. */
  link: string;
}

/** A number that was taken just now. */
export const takenTicket = (ticket: Ticket): ShownTicket => ({ ...ticket, outcome: 'taken' });

/**
 * A ticket that was shown.
 *
 * @param page - Address of the server's page that shows a ticket.
 */
export const arrivedTicket = (
  arrival: KioskArrival,
  { code, secret }: ReadTicket,
  page: string,
): ShownTicket => ({ ...arrival, link: `${page}#${secret ?? code}` });

/** Whether one is here and waits, or is at a counter. */
export const isHere = ({ outcome }: ShownTicket): boolean =>
  outcome === 'taken' || outcome === 'received' || outcome === 'already-here';
