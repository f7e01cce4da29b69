import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { AnswerCache, MppError } from '@mpp-digital/sdk';

import { availability, index, place, service, ticket } from './sample-answers.ts';
import { dropLine, problem, serve, type Reply } from './test-server.ts';

const html = { 'content-type': 'text/html' };

const tagged: Reply = (response, request) => {
  if (request.headers['if-none-match'] === '"v1"') return void response.writeHead(304).end();
  response.writeHead(200, { 'content-type': 'application/json', etag: '"v1"' });
  response.end(JSON.stringify(index));
};

/** A cache as the Web has it, in memory. */
function memory() {
  const kept = new Map<string, Response>();
  const cache: AnswerCache = {
    match: (url) => Promise.resolve(kept.get(url)?.clone()),
    put: (url, response) => Promise.resolve(void kept.set(url, response)),
  };
  return { cache, kept };
}

describe('an ETag', () => {
  test('saves a second answer', async (t) => {
    const { client, seen } = await serve(t, tagged);
    const { catalogue } = client();
    const first = await catalogue.index();
    first.agencies.length = 0; // what a caller does to its answer stays its own
    assert.deepEqual(await catalogue.index(), index);
    assert.equal(seen[0]?.headers['if-none-match'], undefined);
    assert.equal(seen[1]?.headers['if-none-match'], '"v1"');
  });

  test('belongs to one address, and to one client', async (t) => {
    const { client, seen } = await serve(t, { body: service, headers: { etag: '"v1"' } });
    const { catalogue } = client();
    await catalogue.service('a');
    await catalogue.service('b');
    await client().catalogue.service('a');
    assert.ok(seen.every(({ headers }) => !('if-none-match' in headers)));
  });

  test('is never asked for what is about a person, or changes', async (t) => {
    const { client, seen } = await serve(t, { body: ticket, headers: { etag: '"v1"' } });
    const { bookings } = client();
    await bookings.show(ticket);
    await bookings.show(ticket);
    assert.ok(seen.every(({ headers }) => !('if-none-match' in headers)));
  });

  test('of an answer that was wrong is forgotten', async (t) => {
    const { client, seen } = await serve(t, { body: { no: 1 }, headers: { etag: '"v1"' } }, tagged);
    const { catalogue } = client();
    await assert.rejects(catalogue.index(), { code: 'unexpected_answer' });
    assert.deepEqual(await catalogue.index(), index);
    assert.equal(seen[1]?.headers['if-none-match'], undefined);
  });

  test('is left to the browser where there is one, also in its workers', async (t) => {
    const { client, seen } = await serve(t, tagged);
    // What pages and their workers have in common, and other programs do not have.
    const value = new URL('https://mpp.example.go.id/worker.js');
    Object.defineProperty(globalThis, 'location', { value, configurable: true });
    t.after(() => Reflect.deleteProperty(globalThis, 'location'));
    const { catalogue } = client();
    await catalogue.index();
    await catalogue.index();
    assert.ok(seen.every(({ headers }) => !('if-none-match' in headers)));
  });

  test('is kept for the fifty latest addresses', async (t) => {
    const { client, seen } = await serve(t, { body: service, headers: { etag: '"v1"' } });
    const { catalogue } = client();
    for (let n = 0; n < 51; n++) await catalogue.service(`s-${n}`);
    await catalogue.service('s-50').catch(() => undefined);
    await catalogue.service('s-0').catch(() => undefined);
    assert.equal(seen[51]?.headers['if-none-match'], '"v1"');
    assert.equal(seen[52]?.headers['if-none-match'], undefined);
  });
});

describe('a cache', () => {
  const troubles: Record<string, Reply> = {
    'cannot be reached': dropLine,
    fails: problem(500, 'internal'),
    'is busy': problem(503, 'busy'),
    'is behind a login page': { headers: html, body: '<p>Log in' },
    'is behind a proxy that forbids it': { status: 403, headers: html, body: '<p>No' },
    'is behind a proxy that does not find it': { status: 404, headers: html, body: '<p>No' },
    'is behind a proxy that waited too long': { status: 408, headers: html, body: '<p>Slow' },
    'waited too long': problem(408, 'said_by_a_newer_server'),
    'is asked too often': problem(429, 'too_many_requests'),
    'is asked too often for a proxy': { status: 429, headers: html, body: '<p>Wait' },
  };
  for (const [name, trouble] of Object.entries(troubles)) {
    test(`answers when the server ${name}, and says how old it is`, async (t) => {
      const { client } = await serve(t, { body: index }, trouble);
      const heard: [Date, MppError][] = [];
      const before = Math.floor(Date.now() / 1000) * 1000;
      const { catalogue } = client({ cache: memory().cache, retries: 0 });
      await catalogue.index();
      const onStale = (...stale: [Date, MppError]) => heard.push(stale);
      assert.deepEqual(await catalogue.index({ onStale }), index);
      const [[savedAt, error]] = heard as [[Date, MppError]];
      assert.ok(savedAt.getTime() >= before && savedAt.getTime() <= Date.now());
      assert.equal(error.name, 'MppError');
      assert.equal(heard.length, 1);
    });
  }

  test('outlives its client, and may be a promise', async (t) => {
    const { client } = await serve(t, { body: index }, dropLine);
    const { cache } = memory();
    await client({ cache }).catalogue.index();
    const heard: Date[] = [];
    const later = client({ cache: Promise.resolve(cache), onStale: (date) => heard.push(date) });
    assert.deepEqual(await later.catalogue.index(), index);
    assert.equal(heard.length, 1);
  });

  for (const code of ['not_found', 'regency_unknown', 'said_by_a_newer_server']) {
    test(`does not answer for a server that said no: ${code}`, async (t) => {
      const { client } = await serve(t, { body: service }, problem(404, code));
      const { catalogue } = client({ cache: memory().cache });
      await catalogue.service(service.id);
      await assert.rejects(catalogue.service(service.id), { code });
    });
  }

  test('keeps the catalogue, and nothing that changes or is about a person', async (t) => {
    const { cache, kept } = memory();
    const answers = [index, ticket, ticket, ticket, availability];
    const { client } = await serve(t, ...answers.map((body) => ({ body })));
    const { catalogue, bookings, availability: days } = client({ cache });
    await catalogue.index();
    await bookings.show(ticket);
    await bookings.cancel(ticket);
    await bookings.hold({ slotId: ticket.id, serviceId: service.id });
    await days.days({ placeId: place.id, services: [service.id] });
    assert.deepEqual(
      [...kept.keys()].map((url) => new URL(url).pathname),
      ['/v1/35.79/catalogue'],
    );
  });

  test('keeps nothing that is wrong, and gives nothing that has become wrong', async (t) => {
    const { cache, kept } = memory();
    const { client } = await serve(t, { body: { no: 1 } }, { body: index }, dropLine);
    const { catalogue } = client({ cache, retries: 0 });
    await assert.rejects(catalogue.index(), { code: 'unexpected_answer' });
    assert.equal(kept.size, 0);
    await catalogue.index();
    const [url] = [...kept.keys()];
    for (const old of [Response.json({ version: 0 }), new Response('<p>')]) {
      kept.set(url!, old);
      await assert.rejects(catalogue.index(), { code: 'unreachable' });
    }
  });

  test('that is broken does no harm', async (t) => {
    const broken: AnswerCache = {
      match: () => Promise.reject(new Error('storage is forbidden')),
      put: () => Promise.reject(new Error('the disk is full')),
    };
    const throwing: AnswerCache = {
      match: () => {
        throw new Error('storage is forbidden');
      },
      put: () => {
        throw new Error('the disk is full');
      },
    };
    const absent = () => Promise.reject<AnswerCache>(new Error('no cache'));
    for (const open of [() => broken, () => throwing, absent]) {
      const { client } = await serve(t, { body: index }, dropLine);
      const { catalogue } = client({ cache: open(), retries: 0 });
      assert.deepEqual(await catalogue.index(), index);
      await assert.rejects(catalogue.index(), { code: 'unreachable' });
    }
  });

  test('is told that its answer is still true', async (t) => {
    const { cache, kept } = memory();
    const { client } = await serve(t, tagged);
    const { catalogue } = client({ cache });
    await catalogue.index();
    kept.clear();
    await catalogue.index();
    assert.deepEqual(await [...kept.values()][0]?.json(), index);
  });
});
