import * as z from '#schema';

import { bookingFacts } from './booking-facts.ts';
import { Ticket } from './bookings.ts';
import { codePattern } from './code.ts';
import type { Operations } from './operation.ts';
import { Arrival } from './staff.ts';
import { moment, slug, Text } from './text.ts';

export const KioskPlace = z.object({
  /** Its name in addresses: the `id` of a place of kind `kiosk`. */
  id: slug,
  /** Its name as people read it. */
  name: Text,
  /** Where it stands, as one would ask the way. */
  location: Text,
  /** The `id` of the place that it stands in, whose queue numbers it gives. */
  placeId: slug,
  /** The `id` of the agency whose kiosk it is; null when it is for all of the place. */
  agencyId: z.nullable(slug),
  /** What comes out of it, as people call it: `KTP-el`, `tiket antrean`. */
  prints: z.array(z.string()),
  /** What one shows or types there: `NIK`, `QR`. */
  access: z.array(z.string()),
  /** Whether queue tickets can be printed. */
  printsTickets: z.boolean(),
});
/** A place at which people serve themselves, and what it can do. */
export interface KioskPlace extends z.infer<typeof KioskPlace> {}

export const KioskList = z.object({
  /** In the order of the catalogue. */
  kiosks: z.array(KioskPlace),
});
/** The kiosks of a regency. */
export interface KioskList extends z.infer<typeof KioskList> {}

export const Terminal = z.object({
  /** Id of this very device. */
  id: z.uuid(),
  /** The `id` of the kiosk that it stands at. */
  kioskId: slug,
  /** `prepared`: its code waits to be typed on it. `trusted`: it works. `revoked`: never again. */
  state: z.enum(['prepared', 'trusted', 'revoked']),
  /** When a manager prepared it. */
  preparedAt: moment,
  /** When its code was typed on it; null until then. */
  trustedAt: z.nullable(moment),
});
/** A device of the mall's own that citizens use. */
export interface Terminal extends z.infer<typeof Terminal> {}

export const TerminalList = z.object({
  /** Newest first. */
  terminals: z.array(Terminal),
});
/** The terminals of a regency. */
export interface TerminalList extends z.infer<typeof TerminalList> {}

export const NewTerminal = z.object({
  /** Where it will stand: the `id` of a kiosk. */
  kioskId: slug,
});
/** Where to set a terminal up. */
export interface NewTerminal extends z.infer<typeof NewTerminal> {}

export const PreparedTerminal = z.object({
  /** The terminal that will be. */
  terminal: Terminal,
  /** To be typed on it once, on the page `/kiosk`: twelve characters, see `formatCode`. */
  code: z.string().check(z.regex(codePattern)),
  /** Until when the code can be used. */
  until: moment,
});
/** What sets a terminal up. */
export interface PreparedTerminal extends z.infer<typeof PreparedTerminal> {}

export const NumberWish = z.object({
  /** What for: a service that can be had at the kiosk's place. */
  serviceId: slug,
  /** Old, disabled, pregnant or with an infant: called first. False without it. */
  priority: z.optional(z.boolean()),
});
/** What one wants who takes a number at a kiosk. Nobody is asked for a name or a phone number. */
export interface NumberWish extends z.infer<typeof NumberWish> {}

/** What a kiosk can say to one who shows a ticket. */
export const arrivalOutcomes = [
  'received',
  'already-here',
  'other-day',
  'other-place',
  'ended',
] as const;

/**
 * `received`: it is noted that one is here. `already-here`: that was so before. `other-day`,
 * `other-place`: the booking is for another. `ended`: it was cancelled, served or given up, as the
 * `state` says.
 */
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];

export const KioskArrival = z.object({
  /** What came of it. */
  outcome: z.enum(arrivalOutcomes),
  ...bookingFacts,
  /** Whether one is called first. */
  priority: z.boolean(),
});
/** A booking whose ticket was shown at a kiosk. Says nothing of the person. */
export interface KioskArrival extends z.infer<typeof KioskArrival> {}

export const kiosk = {
  /** List the kiosks: where they stand, and what comes out of them. */
  list: {
    method: 'GET',
    path: '/kiosks',
    cached: true,
    result: KioskList,
  },
  /** Say which kiosk this terminal stands at. */
  me: { method: 'GET', path: '/kiosk', auth: 'kiosk', result: KioskPlace },
  /** Give a number to one who is here without a booking. */
  takeNumber: {
    method: 'POST',
    path: '/kiosk/visits',
    auth: 'kiosk',
    body: NumberWish,
    idempotent: true,
    result: Ticket,
    errors: ['not_found', 'slot_full'],
  },
  /** Note that one who booked is here; asked twice, it answers `already-here`. */
  checkIn: {
    method: 'POST',
    path: '/kiosk/arrivals',
    auth: 'kiosk',
    body: Arrival,
    result: KioskArrival,
    errors: ['not_found'],
  },
  /** List the terminals. For managers. */
  terminals: { method: 'GET', path: '/staff/terminals', auth: 'officer', result: TerminalList },
  /** Make the code that sets a terminal up. For managers. */
  prepare: {
    method: 'POST',
    path: '/staff/terminals',
    auth: 'officer',
    body: NewTerminal,
    idempotent: true,
    result: PreparedTerminal,
    errors: ['not_found'],
  },
  /** Trust a terminal no more; asked twice, it answers the same. For managers. */
  revoke: {
    method: 'POST',
    path: '/staff/terminals/{terminalId}/revoke',
    auth: 'officer',
    params: z.object({ terminalId: z.uuid() }),
    result: Terminal,
    errors: ['not_found'],
  },
} as const satisfies Operations;
