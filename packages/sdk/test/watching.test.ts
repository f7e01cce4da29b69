import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { BookingState, MppClient, MppError } from '@mpp-digital/sdk';

import { code, status } from './sample-answers.ts';
import { dropLine, hurry, problem, serve, type Reply } from './test-server.ts';

const standing = (state: BookingState, serverTime = status.serverTime): Reply => ({
  body: { ...status, state, serverTime },
});

/** The states that are seen until watching ends. */
async function watched(client: MppClient, options = {}) {
  const states: BookingState[] = [];
  for await (const { state } of client.tracking.watch(code, options)) states.push(state);
  return states;
}

test('watching gives the status, each change, and ends with the booking', async (t) => {
  const { client, seen } = await serve(
    t,
    standing('booked'),
    standing('booked', '2026-11-23T08:00:30+07:00'),
    standing('called'),
    standing('called'),
    standing('serving'),
    standing('served'),
  );
  const waits = hurry(t);
  assert.deepEqual(await watched(client()), ['booked', 'called', 'serving', 'served']);
  assert.equal(seen.length, 6);
  assert.equal(waits.length, 5);
  for (const wait of waits) assert.ok(wait >= 30_000 && wait <= 33_000, `${wait} ms`);
});

test('watching what has ended gives it once', async (t) => {
  const { client, seen } = await serve(t, standing('cancelled'));
  assert.deepEqual(await watched(client()), ['cancelled']);
  assert.equal(seen.length, 1);
});

test('watching waits out what may pass, ever longer, and says so', async (t) => {
  const { client } = await serve(
    t,
    standing('booked'),
    dropLine,
    problem(500, 'internal'),
    { headers: { 'content-type': 'text/html' }, body: '<p>Log in' },
    { status: 403, headers: { 'content-type': 'text/html' }, body: '<p>Log in' },
    standing('served'),
  );
  const waits = hurry(t);
  const heard: (string | undefined)[] = [];
  const onTrouble = (error: MppError | undefined) => heard.push(error?.code);
  const quick = client({ retries: 0 });
  assert.deepEqual(await watched(quick, { interval: 1000, onTrouble }), ['booked', 'served']);
  const odd = 'unexpected_answer';
  assert.deepEqual(heard, ['unreachable', 'internal', odd, odd, undefined]);
  for (const [n, least] of [1000, 2000, 4000, 8000, 16_000].entries()) {
    assert.ok(waits[n]! >= least && waits[n]! <= least * 1.1, waits.join());
  }
});

test('watching waits as long as the server asks, and no longer than a timer can', async (t) => {
  const asks = (seconds: number): Reply => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
  });
  const { client } = await serve(t, standing('booked'), asks(600), asks(1e10), standing('served'));
  const waits = hurry(t);
  await watched(client(), { interval: 1000 });
  assert.ok(waits[1]! >= 600_000 && waits[1]! <= 660_000, `${waits[1]} ms`);
  assert.equal(waits[2], 2 ** 31 - 1);
});

test('watching ends with an error that waiting does not mend', async (t) => {
  const { client, seen } = await serve(t, standing('booked'), problem(404, 'not_found'));
  hurry(t);
  await assert.rejects(watched(client()), { code: 'not_found' });
  assert.equal(seen.length, 2);
});

test('watching fails as status() does, if it cannot begin', async (t) => {
  const { client } = await serve(t, problem(500, 'internal'));
  await assert.rejects(watched(client({ retries: 0 })), { code: 'internal' });
  await assert.rejects(client().tracking.watch('7K3M').next(), { code: 'not_found' });
});
