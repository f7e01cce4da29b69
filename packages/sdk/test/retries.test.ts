import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { MppError } from '@mpp-digital/sdk';

import { index, person, service, slotId, ticket } from './sample-answers.ts';
import { dropLine, hurry, problem, serve, silence, type Reply } from './test-server.ts';

const seat = { slotId, serviceId: service.id };
const good: Reply = { body: index };
const busy = problem(503, 'busy');

const retryAfter = (value: string): Reply => ({ status: 503, headers: { 'retry-after': value } });

describe('a read', () => {
  for (const status of [408, 429, 500, 502, 503, 504]) {
    test(`is tried again after ${status}`, async (t) => {
      const { client, seen } = await serve(t, problem(status, 'internal'), good);
      assert.deepEqual(await client().catalogue.index(), index);
      assert.equal(seen.length, 2);
    });
  }

  for (const [status, code] of [
    [400, 'invalid_request'],
    [404, 'not_found'],
    [409, 'slot_full'],
    [413, 'too_large'],
    [501, 'internal'],
  ] as const) {
    test(`is not tried again after ${status}`, async (t) => {
      const { client, seen } = await serve(t, problem(status, code), good);
      await assert.rejects(client().catalogue.index(), { code, status });
      assert.equal(seen.length, 1);
    });
  }

  test('is tried twice more, and then tells what the last answer said', async (t) => {
    const { client, seen } = await serve(
      t,
      busy,
      busy,
      problem(503, 'busy', { requestId: 'last' }),
      good,
    );
    await assert.rejects(client().catalogue.index(), {
      code: 'busy',
      status: 503,
      requestId: 'last',
    });
    assert.equal(seen.length, 3);
  });

  test('is tried as often as the client says', async (t) => {
    const never = await serve(t, busy);
    await assert.rejects(never.client({ retries: 0 }).catalogue.index(), { code: 'busy' });
    assert.equal(never.seen.length, 1);

    const often = await serve(t, busy, busy, busy, good);
    assert.deepEqual(await often.client({ retries: 3 }).catalogue.index(), index);
  });

  test('is tried again when the line drops before the answer', async (t) => {
    const { client, seen } = await serve(t, dropLine, good);
    assert.deepEqual(await client().catalogue.index(), index);
    assert.equal(seen.length, 2);
  });

  test('is tried again when the line drops in the middle of the answer', async (t) => {
    const cut: Reply = (response, request) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' });
      response.write('{"regency"', () => request.socket.destroy());
    };
    const { client, seen } = await serve(t, cut, good);
    assert.deepEqual(await client().catalogue.index(), index);
    assert.equal(seen.length, 2);
  });

  test('is tried again when an answer takes too long, from its first byte to its last', async (t) => {
    const stalls: Reply = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"regency"');
    };
    const { client, seen } = await serve(t, silence, stalls, good);
    assert.deepEqual(await client({ timeout: 500 }).catalogue.index(), index);
    assert.equal(seen.length, 3);
  });

  test('fails as timed_out when no answer comes in time', async (t) => {
    const { client, seen } = await serve(t, silence);
    await assert.rejects(client({ timeout: 100 }).catalogue.index(), {
      name: 'MppError',
      code: 'timed_out',
      status: undefined,
    });
    assert.equal(seen.length, 3);
  });

  for (const timeout of [Infinity, 2 ** 31]) {
    test(`waits for an answer, however long it may take: ${timeout} ms`, async (t) => {
      const slow: Reply = (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('');
        setTimeout(() => response.end(JSON.stringify(index)), 100);
      };
      const { client } = await serve(t, slow);
      assert.deepEqual(await client({ timeout, retries: 0 }).catalogue.index(), index);
    });
  }

  test('fails as unreachable when nobody is there', async (t) => {
    const { client, baseUrl, seen } = await serve(t, dropLine);
    await assert.rejects(client().catalogue.index(), { code: 'unreachable' });
    assert.equal(seen.length, 3);
    assert.ok(baseUrl);
    const nobody = client({ baseUrl: 'http://127.0.0.1:1' });
    await assert.rejects(nobody.catalogue.index(), { code: 'unreachable' });
  });
});

describe('waits', () => {
  test('are random, and at most twice as long each time', async (t) => {
    const { client } = await serve(t, busy);
    const waits = hurry(t);
    const { catalogue } = client({ retries: 8 });
    await assert.rejects(catalogue.index(), { code: 'busy' });
    assert.equal(waits.length, 8);
    waits.forEach((wait, n) => assert.ok(wait <= Math.min(10_000, 300 * 2 ** n), `${wait} ms`));
    assert.equal(new Set(waits).size, 8);
  });

  test('are what Retry-After says in seconds', async (t) => {
    const { client } = await serve(t, retryAfter('59'), good);
    const waits = hurry(t);
    await client().catalogue.index();
    assert.deepEqual(waits, [59_000]);
  });

  test('are what Retry-After says as a date', async (t) => {
    const date = new Date(Date.now() + 40_000);
    const { client } = await serve(t, retryAfter(date.toUTCString()), good);
    const waits = hurry(t);
    await client().catalogue.index();
    assert.equal(waits.length, 1);
    assert.ok(waits[0]! > 10_000 && waits[0]! <= 40_000, `${waits[0]} ms`);
  });

  test('really take their time', async (t) => {
    const { client } = await serve(t, retryAfter('1'), good);
    const start = performance.now();
    await client().catalogue.index();
    assert.ok(performance.now() - start >= 990);
  });

  for (const value of ['61', '99999999999', new Date(Date.now() + 3_600_000).toUTCString()]) {
    test(`of more than a minute are told instead: ${value}`, async (t) => {
      const { client, seen } = await serve(t, retryAfter(value), good);
      await assert.rejects(client().catalogue.index(), ({ code, retryAfter }: MppError) => {
        assert.equal(code, 'busy');
        assert.ok(retryAfter! > 60, String(retryAfter));
        return true;
      });
      assert.equal(seen.length, 1);
    });
  }

  for (const value of ['soon', '-5', '', '1e9', 'Mon, 99 Foo 2026 99:99:99 GMT']) {
    test(`do not mind a Retry-After that makes no sense: ${JSON.stringify(value)}`, async (t) => {
      const { client } = await serve(t, retryAfter(value), good);
      const waits = hurry(t);
      await client().catalogue.index();
      assert.ok(waits.length === 1 && waits[0]! <= 300, `${waits.join()} ms`);
    });
  }
});

describe('a change', () => {
  const calls = {
    hold: ({ bookings }) => bookings.hold(seat),
    book: ({ bookings }) => bookings.book({ ...seat, ...person }),
    bookHold: ({ bookings }) => bookings.bookHold(ticket, person),
    reschedule: ({ bookings }) => bookings.reschedule(ticket, slotId),
  } satisfies Record<string, (client: ReturnType<Served['client']>) => Promise<unknown>>;

  for (const [name, call] of Object.entries(calls)) {
    test(`with a key is sent again with the same key: ${name}`, async (t) => {
      const { client, seen } = await serve(t, dropLine, busy, { body: ticket });
      assert.deepEqual(await call(client()), ticket);
      const keys = seen.map(({ headers }) => headers['idempotency-key']);
      assert.equal(keys.length, 3);
      assert.equal(new Set(keys).size, 1);
      assert.match(
        String(keys[0]),
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
      assert.deepEqual(seen[2]!.body, seen[0]!.body);
    });
  }

  test('gets a new key for each call, or the one that is given', async (t) => {
    const { client, seen } = await serve(t, { body: ticket });
    const { bookings } = client();
    const idempotencyKey = '7d3f0a52-0f5e-4c57-9df1-5f0f3c1f2a11';
    await bookings.hold(seat);
    await bookings.hold(seat);
    await bookings.hold(seat, { idempotencyKey });
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    assert.equal(new Set(keys).size, 3);
    assert.equal(keys[2], idempotencyKey);
  });

  test('without a key is never sent again', async (t) => {
    for (const reply of [busy, dropLine, retryAfter('0')]) {
      const { client, seen } = await serve(t, reply, { body: ticket });
      const { bookings } = client();
      await assert.rejects(bookings.cancel(ticket), MppError);
      assert.equal(seen.length, 1);
      const late = await serve(t, silence);
      const unlock = { code: ticket.code, phoneEnding: '7890' };
      await assert.rejects(late.client({ timeout: 100 }).bookings.unlock(unlock), MppError);
      assert.equal(late.seen.length, 1);
    }
  });

  test('that was refused is not sent again', async (t) => {
    const { client, seen } = await serve(t, problem(409, 'slot_full'), { body: ticket });
    await assert.rejects(client().bookings.hold(seat), { code: 'slot_full' });
    assert.equal(seen.length, 1);
  });
});

describe('the retry budget', () => {
  const broken = problem(500, 'internal');

  test('keeps a server that fails from three times the load', async (t) => {
    t.mock.timers.enable({ apis: ['Date'] });
    const { client, seen } = await serve(t, broken);
    hurry(t);
    const clients = [client(), client()];
    const calls = Array.from({ length: 60 }, (_, n) => clients[n % 2]!.catalogue.index());
    const results = await Promise.allSettled(calls);
    assert.ok(results.every(({ status }) => status === 'rejected'));
    assert.equal(seen.length, 60 + 10);
  });

  test('is earned back by answers, and by time', async (t) => {
    t.mock.timers.enable({ apis: ['Date'] });
    const { client, seen } = await serve(
      t,
      ...Array<Reply>(40).fill(broken),
      ...Array<Reply>(10).fill(good),
      ...Array<Reply>(2).fill(broken),
      broken,
      good,
    );
    hurry(t);
    const { catalogue } = client();
    while (seen.length < 40) await catalogue.index().catch(() => undefined);
    while (seen.length < 50) await catalogue.index();

    // Ten answers are worth one retry,
    await assert.rejects(catalogue.index());
    assert.equal(seen.length, 52);
    // and so are ten seconds.
    t.mock.timers.tick(10_000);
    assert.deepEqual(await catalogue.index(), index);
    assert.equal(seen.length, 54);
  });

  test('is of each server alone', async (t) => {
    const one = await serve(t, broken);
    const other = await serve(t, broken, good);
    hurry(t);
    const { catalogue } = one.client();
    for (let n = 0; n < 20; n++) await assert.rejects(catalogue.index());
    assert.deepEqual(await other.client().catalogue.index(), index);
  });
});

type Served = Awaited<ReturnType<typeof serve>>;
