import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { errors, Problem, parse, type ErrorCode } from '@mpp-digital/contract';
import pg from 'pg';

import { badAttempts, canary, type Attempt } from './bad-attempts.ts';
import { clientOf, openSlots, refusalOf, serviceId, somebody } from './citizen.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';

for (const kind of databaseKinds) {
  await describe(`bad input, ${kind}`, async () => {
    const ground = await newGround(kind);
    const server = await startServer(ground);
    const client = clientOf(server.url);
    const [slot, other] = await openSlots(client);
    const ticket = await client.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
    const { attempts, book, person, bearer, days, wrongSecret } = badAttempts(ticket, other!.id);
    const key = () => ({ 'idempotency-key': randomUUID() });

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
