import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { MppClient } from '@mpp-digital/sdk';

import { index, service, slotId, status, ticket } from './sample-answers.ts';
import { problem, serve, silence, until, type Reply } from './test-server.ts';

const stalls: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"regency"');
};
const waits: Reply = { status: 503, headers: { 'retry-after': '50' } };
const reason = new Error('changed my mind');

/** Aborts when the call has come far enough, and expects it to end with the reason. */
async function endsWith(
  call: (signal: AbortSignal) => Promise<unknown>,
  isFarEnough: () => boolean,
) {
  const controller = new AbortController();
  const ending = assert.rejects(call(controller.signal), (error) => error === reason);
  await until(isFarEnough);
  setTimeout(() => controller.abort(reason), 50);
  await ending;
}

describe('aborting ends a call with the signal’s reason', () => {
  const phases: Record<string, Reply> = {
    'before an answer begins': silence,
    'in the middle of an answer': stalls,
    'while it waits to try again': waits,
  };
  const calls: Record<string, (client: MppClient, signal: AbortSignal) => Promise<unknown>> = {
    'a read': ({ catalogue }, signal) => catalogue.index({ signal }),
    'a change with a key': ({ bookings }, signal) =>
      bookings.hold({ slotId, serviceId: service.id }, { signal }),
  };
  for (const [phase, reply] of Object.entries(phases)) {
    for (const [name, call] of Object.entries(calls)) {
      test(`${name}, ${phase}`, async (t) => {
        const { client, seen } = await serve(t, reply);
        await endsWith(
          (signal) => call(client(), signal),
          () => seen.length === 1,
        );
        assert.equal(seen.length, 1);
      });
    }
  }

  test('a change without a key', async (t) => {
    const { client, seen } = await serve(t, silence);
    await endsWith(
      (signal) => client().bookings.cancel(ticket, { signal }),
      () => seen.length === 1,
    );
    assert.equal(seen.length, 1);
  });

  test('before anything is sent', async (t) => {
    const { client, seen } = await serve(t, { body: index });
    const signal = AbortSignal.abort(reason);
    await assert.rejects(client().catalogue.index({ signal }), (error) => error === reason);
    assert.equal(seen.length, 0);
  });

  test('even when the fetch that was given does not listen', async (t) => {
    const { client } = await serve(t, silence);
    const deaf = client({ fetch: () => new Promise(() => undefined) });
    await endsWith(
      (signal) => deaf.catalogue.index({ signal }),
      () => true,
    );
  });

  test('without a reason of its own: an AbortError', async (t) => {
    const { client } = await serve(t, silence);
    const controller = new AbortController();
    const call = client().catalogue.index({ signal: controller.signal });
    controller.abort();
    await assert.rejects(call, { name: 'AbortError' });
  });

  test('by a time limit of the caller’s: a TimeoutError, not timed_out', async (t) => {
    const { client } = await serve(t, silence);
    const call = client().catalogue.index({ signal: AbortSignal.timeout(100) });
    await assert.rejects(call, { name: 'TimeoutError', code: DOMException.TIMEOUT_ERR });
  });

  test('while a cache is asked', async (t) => {
    const { client } = await serve(t, problem(500, 'internal'));
    const controller = new AbortController();
    const cache = {
      match: () => {
        controller.abort(reason);
        return Promise.resolve(Response.json(index));
      },
      put: () => Promise.resolve(),
    };
    const { catalogue } = client({ cache, retries: 0 });
    const call = catalogue.index({ signal: controller.signal });
    await assert.rejects(call, (error) => error === reason);
  });

  test('between the pages of a list', async (t) => {
    const { client, seen } = await serve(t, { body: { items: [], next: 'a' } }, silence);
    await endsWith(
      async (signal) => {
        for await (const _ of client().catalogue.agencies({ signal }));
      },
      () => seen.length === 2,
    );
    assert.equal(seen.length, 2);
  });

  test('while a status is watched', async (t) => {
    const { client, seen } = await serve(t, { body: status });
    await endsWith(
      async (signal) => {
        for await (const _ of client().tracking.watch(ticket.code, { signal }));
      },
      () => seen.length === 1,
    );
  });
});

test('a signal that outlives many calls is let go of', async (t) => {
  const { client } = await serve(t, { body: index });
  const { signal } = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners++;
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners--;
    removeEventListener.apply(signal, args);
  };
  const { catalogue } = client();
  for (let n = 0; n < 5; n++) await catalogue.index({ signal });
  assert.equal(listeners, 0);
});
