// Everything that a request can do wrong, with the code that it must be answered with.
import { randomUUID } from 'node:crypto';

import type { ErrorCode, Ticket } from '@mpp-digital/contract';

import { placeId, serviceId } from './citizen.ts';

/** What no answer may repeat. */
export const canary = 'Zainuddin-Kanarilaut';

export interface Attempt {
  method?: string;
  path: string;
  body?: unknown;
  /** The body as it stands. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  expect: ErrorCode;
}

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** The attempts, against one booking and a slot that has room. */
export function badAttempts(ticket: Ticket, slotId: string) {
  const person = { name: canary, phone: '+6281355550100' };
  const book = { slotId, serviceId, ...person };
  const key = () => ({ 'idempotency-key': randomUUID() });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const days = `/places/${placeId}/availability?services=${serviceId}`;
  const wrongSecret = ticket.code + '0'.repeat(26);

  const attempts: Record<string, Attempt> = {
    'JSON that is none': {
      path: '/bookings',
      raw: `{"name": ${canary}`,
      expect: 'malformed_json',
    },
    'an empty body': { path: '/bookings', raw: '', expect: 'malformed_json' },
    'bytes that are no UTF-8': {
      path: '/bookings',
      raw: new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
      expect: 'malformed_json',
    },
    '10,000 levels': { path: '/bookings', raw: deep(10_000), expect: 'malformed_json' },
    '30,000 levels in a field': {
      path: '/holds',
      raw: `{"slotId":${deep(30_000)}}`,
      expect: 'malformed_json',
    },
    'a body of 10 MB': { path: '/bookings', raw: 'x'.repeat(10_000_000), expect: 'too_large' },
    'a list in place of a booking': { path: '/bookings', body: [], expect: 'invalid_request' },
    null: { path: '/bookings', body: null, expect: 'invalid_request' },
    'wrong types': {
      path: '/bookings',
      body: { slotId: 7, serviceId: {}, name: ['x'], phone: true, priority: 'yes' },
      expect: 'invalid_request',
    },
    'a name of controls': {
      path: '/bookings',
      body: { ...book, name: `${canary}\u202e` },
      expect: 'invalid_request',
    },
    'a name with NUL': {
      path: '/bookings',
      body: { ...book, name: `${canary}\u0000` },
      expect: 'invalid_request',
    },
    'half a character': {
      path: '/bookings',
      raw: JSON.stringify(book).replace(canary, '\\ud800'),
      expect: 'invalid_request',
    },
    'a name of 121 letters': {
      path: '/bookings',
      body: { ...book, name: 'a'.repeat(121) },
      expect: 'invalid_request',
    },
    'a phone of elsewhere': {
      path: '/bookings',
      body: { ...book, phone: '+14155550100' },
      expect: 'invalid_request',
    },
    'a service that is not there': {
      path: '/bookings',
      body: { ...book, serviceId: 'terbang-ke-bulan' },
      expect: 'slot_closed',
    },
    'a slot that is not there': {
      path: '/bookings',
      body: { ...book, slotId: randomUUID() },
      expect: 'slot_closed',
    },
    'another agency’s service': {
      path: '/holds',
      body: { slotId, serviceId: 'pbb-bayar' },
      expect: 'slot_closed',
    },
    'no key': { path: '/bookings', body: book, headers: {}, expect: 'key_missing' },
    'a key that is no UUID': {
      path: '/bookings',
      body: book,
      headers: { 'idempotency-key': "1' or '1'='1" },
      expect: 'key_missing',
    },
    'another media type': {
      path: '/bookings',
      raw: 'name=x',
      headers: { 'content-type': 'text/plain', ...key() },
      expect: 'unsupported_media_type',
    },
    'a compressed body': {
      path: '/bookings',
      body: book,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', ...key() },
      expect: 'unsupported_media_type',
    },
    'a day in the past': { method: 'GET', path: `${days}&from=2020-01-31`, expect: 'day_past' },
    'a day beyond the window': {
      method: 'GET',
      path: `${days}&from=2099-01-01`,
      expect: 'day_beyond_window',
    },
    'the 29th of February of no leap year': {
      method: 'GET',
      path: `${days}&from=2027-02-29`,
      expect: 'invalid_request',
    },
    'the year 0': { method: 'GET', path: `${days}&from=0000-01-01`, expect: 'invalid_request' },
    '32 days': { method: 'GET', path: `${days}&days=32`, expect: 'invalid_request' },
    'days of no service': {
      method: 'GET',
      path: `/places/${placeId}/availability?services=nichts`,
      expect: 'not_found',
    },
    'days of no place': {
      method: 'GET',
      path: `/places/nirgends/availability?services=${serviceId}`,
      expect: 'not_found',
    },
    'a place of slashes': {
      method: 'GET',
      path: `/places/..%2F..%2Fetc/availability?services=${serviceId}`,
      expect: 'invalid_request',
    },
    'an unknown service': { method: 'GET', path: '/services/nichts', expect: 'not_found' },
    'a broken escape': { method: 'GET', path: '/services/%E0%A4%A', expect: 'invalid_request' },
    'a cursor of nowhere': {
      method: 'GET',
      path: '/services?cursor=nichts',
      expect: 'invalid_request',
    },
    'a limit of 101': { method: 'GET', path: '/services?limit=101', expect: 'invalid_request' },
    'no code': { method: 'GET', path: '/status', expect: 'unauthorized' },
    'a code of another shape': {
      method: 'GET',
      path: '/status',
      headers: { authorization: `Basic ${canary}` },
      expect: 'unauthorized',
    },
    'a mistyped code': {
      method: 'GET',
      path: '/status',
      headers: bearer('7K3M9QXT2BH0'),
      expect: 'not_found',
    },
    'a code in place of the secret': {
      path: `/bookings/${ticket.id}/cancel`,
      headers: bearer(ticket.code),
      expect: 'unauthorized',
    },
    'a secret that does not fit': {
      path: `/bookings/${ticket.id}/cancel`,
      headers: bearer(wrongSecret),
      expect: 'not_found',
    },
    'somebody else’s booking': {
      path: `/bookings/${randomUUID()}/cancel`,
      headers: bearer(ticket.secret),
      expect: 'not_found',
    },
    'a booking that is no UUID': {
      method: 'GET',
      path: '/bookings/1',
      headers: bearer(ticket.secret),
      expect: 'invalid_request',
    },
    'a wrong ending': {
      path: '/unlock',
      body: { code: ticket.code, phoneEnding: '0000' },
      expect: 'not_found',
    },
    'another method': { method: 'DELETE', path: '/bookings', expect: 'method_not_allowed' },
    'an unknown address': { method: 'GET', path: '/nothing', expect: 'not_found' },
  };

  return { attempts, book, person, bearer, days, wrongSecret };
}
