import * as z from '#schema';

import { namePattern } from './bookings.ts';
import { codePattern } from './code.ts';
import type { Operations } from './operation.ts';
import { phonePattern } from './phone.ts';
import { bookingStates } from './states.ts';
import { moment, regencyCode, slug, Text } from './text.ts';

const named = z.object({ id: slug, name: Text });

/** Codes that only officers meet. */
export type StaffErrorCode = 'forbidden' | 'not_today' | 'queue_empty' | 'counter_busy';

/** What an officer may do: `officer` serves at a counter, `manager` also runs the mall. */
export const staffRoles = ['officer', 'manager'] as const;

/** What an officer may do. */
export type StaffRole = (typeof staffRoles)[number];

export const OfficerAgency = z.object({
  /** Id of the agency. */
  id: slug,
  /** Its name. */
  name: Text,
  /** What its queue numbers begin with. */
  queuePrefix: z.string(),
  /** Where it serves. */
  placeId: slug,
  /** Numbers of its counters there. */
  counters: z.array(z.int()),
});
/** An agency that an officer may act for, at a place. */
export interface OfficerAgency extends z.infer<typeof OfficerAgency> {}

export const Officer = z.object({
  /** The id that the sign-in gave. It stands in the history of what the officer did. */
  id: z.string(),
  /** As the provider says it. */
  name: z.string(),
  /** What the officer may do. */
  role: z.enum(staffRoles),
  /** The one regency that the officer may act in. */
  regency: regencyCode,
  /** The agencies that the officer may act for, with their counters. */
  agencies: z.array(OfficerAgency),
  /** Until when the sign-in holds. */
  until: moment,
});
/** Who is signed in. */
export interface Officer extends z.infer<typeof Officer> {}

export const Visit = z.object({
  /** Id of the booking. */
  bookingId: z.uuid(),
  /** The agency's prefix and three digits, `A012`. */
  number: z.string(),
  /** Where it stands. */
  state: z.enum(bookingStates),
  /** What it is for. */
  service: named,
  /** Who serves it. */
  agency: named,
  /** The time that was booked, or at which a number was taken. */
  startsAt: moment,
  /** Old, disabled, pregnant or with an infant: called first. */
  priority: z.boolean(),
  /** Number of the counter; null until it is called. */
  counter: z.nullable(z.int()),
  /** When it was called last. */
  calledAt: z.nullable(moment),
  /** How often it was called at this counter. */
  calls: z.int(),
  /** How often nobody came, and it went back in line. */
  skips: z.int(),
});
/** A booking as officers see it. */
export interface Visit extends z.infer<typeof Visit> {}

export const Line = z.object({
  /** Who is at the counters, who waits in the order of the calls, who is still expected. */
  visits: z.array(Visit),
  /** IANA time zone of the place. */
  timeZone: z.string(),
  /** When this was said, by the server's clock. */
  serverTime: moment,
});
/** The line of an agency, for its officers. */
export interface Line extends z.infer<typeof Line> {}

export const Visitor = z.object({
  /** As it was given. */
  name: z.nullable(z.string()),
  /** In international form, `+62…`. */
  phone: z.nullable(z.string()),
});
/** Who comes; null what was not asked for, or is erased. */
export interface Visitor extends z.infer<typeof Visitor> {}

export const CounterChoice = z.object({
  /** Number of the counter, one of the agency's. */
  counter: z.int().check(z.positive()),
});
/** Where to call a number. */
export interface CounterChoice extends z.infer<typeof CounterChoice> {}

export const Destination = z.object({
  /** Another service that can be had at the place. */
  serviceId: slug,
});
/** Which service to send somebody to. */
export interface Destination extends z.infer<typeof Destination> {}

export const Arrival = z.object({
  /** What the ticket says, or the QR code's secret begins with. */
  code: z.string().check(z.regex(codePattern)),
  /** Say it when the ticket does not: old, disabled, pregnant or with an infant. */
  priority: z.optional(z.boolean()),
});
/** One who booked and is here. */
export interface Arrival extends z.infer<typeof Arrival> {}

export const NewVisit = z.object({
  /** Where the person is. */
  placeId: slug,
  /** What for. */
  serviceId: slug,
  /** Nobody must give a name to wait. */
  name: z.optional(
    z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(namePattern)),
  ),
  /** Indonesian number in international form, `+62…`; with it the ticket can be opened by the code. */
  phone: z.optional(z.string().check(z.regex(phonePattern))),
  /** Old, disabled, pregnant or with an infant. False without it. */
  priority: z.optional(z.boolean()),
});
/** One who is here without a booking. */
export interface NewVisit extends z.infer<typeof NewVisit> {}

export const NewVisitTicket = z.object({
  /** The number that was given. */
  visit: Visit,
  /** What shows where it stands. */
  code: z.string().check(z.regex(codePattern)),
  /** The server's page for this ticket, with the secret in the fragment: for a QR code. */
  link: z.string(),
});
/** What one who took a number at the mall is given. */
export interface NewVisitTicket extends z.infer<typeof NewVisitTicket> {}

const byLine = z.object({ placeId: slug, agencyId: slug });
const byId = z.object({ bookingId: z.uuid() });

const move = {
  method: 'POST',
  auth: 'officer',
  params: byId,
  result: Visit,
  errors: ['not_found', 'wrong_state'],
} as const;

export const staff = {
  /** Say who is signed in. */
  me: { method: 'GET', path: '/staff/me', auth: 'officer', result: Officer },
  /** List an agency's line. */
  line: {
    method: 'GET',
    path: '/staff/places/{placeId}/agencies/{agencyId}/line',
    auth: 'officer',
    params: byLine,
    result: Line,
    errors: ['not_found'],
  },
  /** Call the next number to a counter that is done with the one before. */
  callNext: {
    method: 'POST',
    path: '/staff/places/{placeId}/agencies/{agencyId}/next',
    auth: 'officer',
    params: byLine,
    body: CounterChoice,
    idempotent: true,
    result: Visit,
    errors: ['not_found', 'queue_empty', 'counter_busy'],
  },
  /** Call a number once more. */
  callAgain: { ...move, path: '/staff/visits/{bookingId}/call', idempotent: true },
  /** Begin to serve who was called. */
  serve: { ...move, path: '/staff/visits/{bookingId}/serve' },
  /** End a visit that was served. */
  finish: { ...move, path: '/staff/visits/{bookingId}/finish' },
  /** Put who was called and did not come back in line, behind those who were not skipped. */
  skip: { ...move, path: '/staff/visits/{bookingId}/skip' },
  /** Give up on who was called and did not come. */
  noShow: { ...move, path: '/staff/visits/{bookingId}/no-show' },
  /** Send who is at a counter to another service. The code stays the same. */
  transfer: {
    method: 'POST',
    path: '/staff/visits/{bookingId}/transfer',
    auth: 'officer',
    params: byId,
    body: Destination,
    idempotent: true,
    result: Visit,
    errors: ['not_found', 'wrong_state', 'slot_full', 'already_booked'],
  },
  /** Read who comes. */
  visitor: {
    method: 'GET',
    path: '/staff/visits/{bookingId}/visitor',
    auth: 'officer',
    params: byId,
    result: Visitor,
    errors: ['not_found'],
  },
  /** Note that one who booked is here; asked twice, it answers the same. */
  receive: {
    method: 'POST',
    path: '/staff/arrivals',
    auth: 'officer',
    body: Arrival,
    result: Visit,
    errors: ['not_found', 'not_today', 'wrong_state'],
  },
  /** Give a number to one who is here without a booking. */
  walkIn: {
    method: 'POST',
    path: '/staff/visits',
    auth: 'officer',
    body: NewVisit,
    idempotent: true,
    result: NewVisitTicket,
    errors: ['not_found', 'slot_full', 'already_booked'],
  },
} as const satisfies Operations;
