import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { errors, Problem, parse, type ErrorCode } from '@mpp-digital/contract';

import pg from 'pg';

import { clientOf, openSlots, placeId, refusalOf, serviceId, somebody } from './citizen.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';

/** What no answer may repeat. */
const canary = 'Zainuddin-Kanarilaut';

interface Attempt {
  method?: string;
  path: string;
  body?: unknown;
  /** The body as it stands. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  expect: ErrorCode;
}

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

for (const kind of databaseKinds) {
  await describe(`bad input, ${kind}`, async () => {
    const ground = await newGround(kind);
    const server = await startServer(ground);
    const client = clientOf(server.url);
    const [slot, other] = await openSlots(client);
    const ticket = await client.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
    const person = { name: canary, phone: '+6281355550100' };
    const book = { slotId: other!.id, serviceId, ...person };
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
        body: { slotId: other!.id, serviceId: 'pbb-bayar' },
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

    async function send(url: string, { method = 'POST', body, raw, headers }: Attempt) {
      const answer = await fetch(url, {
        method,
        headers: headers
          ? { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }
          : { 'content-type': 'application/json', ...key() },
        ...(method !== 'GET' && method !== 'DELETE' && { body: raw ?? JSON.stringify(body) }),
      });
      return { answer, text: await answer.text() };
    }

    function expectProblem(code: ErrorCode, answer: Response, text: string) {
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      const problem = parse(Problem, JSON.parse(text));
      assert.equal(problem.code, code, text);
      assert.equal(answer.status, errors[code].status);
      assert.equal(problem.requestId, answer.headers.get('x-request-id'));
      assert.equal(/\n\s+at |node_modules|\.ts\b/.test(text), false, 'no stack');
      for (const said of [canary, '5550100', wrongSecret]) {
        assert.equal(text.includes(said), false, `does not repeat ${said}`);
      }
    }

    for (const [name, attempt] of Object.entries(attempts)) {
      await it(`refuses ${name} with ${attempt.expect}`, async () => {
        const { answer, text } = await send(`${server.url}/v1/35.79${attempt.path}`, attempt);
        expectProblem(attempt.expect, answer, text);
      });
    }

    await it('knows no regency but its own, whatever it is asked', async () => {
      for (const regency of ['35.78', '99.99', 'x', "35.79'--", '%00']) {
        for (const path of ['/catalogue', '/status', days]) {
          const { answer, text } = await send(`${server.url}/v1/${regency}${path}`, {
            method: 'GET',
            path,
            expect: 'regency_unknown',
            headers: bearer(ticket.code),
          });
          expectProblem('regency_unknown', answer, text);
        }
      }
    });

    await it('names every field that is wrong by its pointer', async () => {
      const { text } = await send(`${server.url}/v1/35.79/bookings`, {
        path: '',
        body: { slotId: 'x', serviceId, name: '', phone: '911' },
        expect: 'invalid_request',
      });
      const pointers = parse(Problem, JSON.parse(text)).errors?.map(({ pointer }) => pointer);
      assert.deepEqual([...new Set(pointers)].sort(), ['/name', '/phone', '/slotId']);
    });

    await it('stops a body that does not say how long it is', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const sent = request(`${server.url}/v1/35.79/bookings`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...key() },
        });
        sent.on('response', (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        sent.on('error', reject);
        for (let i = 0; i < 80; i++) sent.write('x'.repeat(1024));
        sent.end();
      });
      assert.equal(status, 413);
    });

    await it('refuses a full slot', async () => {
      const [, , , slotToFill] = await openSlots(client);
      const free = slotToFill!.free;
      for (let i = 0; i < free; i++) {
        await client.bookings.book({ slotId: slotToFill!.id, serviceId, ...somebody() });
      }
      const { answer, text } = await send(`${server.url}/v1/35.79/bookings`, {
        path: '',
        body: { ...book, slotId: slotToFill!.id },
        expect: 'slot_full',
      });
      expectProblem('slot_full', answer, text);
    });

    await it('refuses a hold whose time is up', async (t) => {
      if (ground.databaseUrl === undefined) return t.skip('nobody else can reach this database');
      const operator = new pg.Client(ground.databaseUrl);
      await operator.connect();
      await operator.query(`update mpp.regency set hold_for = '1 second'`);
      await operator.end();
      const [, , , , late] = await openSlots(client);
      const held = await client.bookings.hold({ slotId: late!.id, serviceId });
      await sleep(1_100);
      assert.equal(await refusalOf(client.bookings.bookHold(held, person)), 'hold_expired');
      assert.equal(await refusalOf(client.bookings.extendHold(held)), 'hold_expired');
      assert.equal((await client.tracking.status(held.code)).state, 'expired');
    });

    await it('logged no fault, and nothing of what was sent', () => {
      assert.equal(/"level":"error"/.test(server.log()), false, server.log());
      for (const said of [canary, '5550100', ticket.secret, ticket.code]) {
        assert.equal(server.log().includes(said), false);
      }
    });
  });
}
