import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';

import { MppClient, MppError } from '@mpp-digital/sdk';

import { index, person, secret, service, slotId, ticket } from './sample-answers.ts';
import { problem, serve, type Reply } from './test-server.ts';

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html' };
const login = '<!doctype html><title>Log in to FreeWifi</title>';

describe('an answer that is not the contract’s', () => {
  const answers: Record<string, Reply> = {
    'a login page': { headers: html, body: login },
    'a login page that claims to be JSON': { headers: json, body: login },
    'JSON that claims to be a page': { headers: html, body: index },
    'JSON without a type': (response) => response.writeHead(200).end(JSON.stringify(index)),
    'another JSON type': { headers: { 'content-type': 'application/problem+json' }, body: index },
    'half of the JSON': { body: JSON.stringify(index).slice(0, 99) },
    'no content': { status: 204 },
    'nothing at all': { body: '' },
    'a wrong shape': { body: { ...index, agencies: [{ id: 1 }] } },
    'something else': { body: [1, 2, 3] },
    null: { body: null },
    '304, though nothing was kept': { status: 304 },
    'a status that does not exist': (response) => response.writeHead(799).end(),
  };
  for (const [name, reply] of Object.entries(answers)) {
    test(`is refused: ${name}`, async (t) => {
      const { client, seen } = await serve(t, reply);
      await assert.rejects(client().catalogue.index(), { code: 'unexpected_answer' });
      assert.equal(seen.length, 1);
    });
  }

  test('is refused: a page where a calendar should be', async (t) => {
    const { client } = await serve(t, { headers: html, body: login });
    await assert.rejects(client().bookings.calendar(ticket), { code: 'unexpected_answer' });
  });

  test('says where it is wrong, but never what it was', async (t) => {
    const body = { ...ticket, heldUntil: person.phone, secret: `${secret}${person.name}` };
    const { client } = await serve(t, { body });
    const error = await client()
      .bookings.show(ticket)
      .catch((thrown: unknown) => thrown);
    assert.match(inspect(error), /secret|heldUntil/);
    assert.doesNotMatch(inspect(error, { depth: 9 }), /Sari|812345|7K3M9/);
    const torn = await serve(t, {
      body: JSON.stringify(ticket).replace(`"${secret}"`, secret.slice(1)),
    });
    const other = await torn
      .client()
      .bookings.show(ticket)
      .catch((thrown: unknown) => thrown);
    assert.doesNotMatch(inspect(other, { depth: 9 }), /K3M9/);
  });

  test('may have more members: those are left out', async (t) => {
    const { client } = await serve(t, { body: { ...index, weather: 'fine' } });
    assert.deepEqual(await client().catalogue.index(), index);
  });
});

describe('a refusal', () => {
  test('becomes an error with all that the server said', async (t) => {
    const errors = [{ pointer: '/phone', detail: 'It is not an Indonesian number' }];
    const { client } = await serve(t, problem(400, 'invalid_request', { errors }));
    const call = client().bookings.book({ ...person, slotId, serviceId: service.id });
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof MppError && error instanceof Error);
      assert.equal(error.name, 'MppError');
      assert.equal(error.code, 'invalid_request');
      assert.equal(error.status, 400);
      assert.equal(error.requestId, 'r-1');
      assert.equal(error.retryAfter, undefined);
      assert.deepEqual(error.fieldErrors, errors);
      assert.equal(error.message, 'invalid_request: No');
      return true;
    });
  });

  test('keeps a code that only a newer server knows', async (t) => {
    const { client } = await serve(t, problem(409, 'mall_on_the_moon'));
    await assert.rejects(client().bookings.cancel(ticket), { code: 'mall_on_the_moon' });
  });

  test('tells when to come back', async (t) => {
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '3600' };
    const { client } = await serve(t, {
      ...problem(429, 'too_many_requests'),
      headers,
    });
    await assert.rejects(client().bookings.cancel(ticket), {
      code: 'too_many_requests',
      retryAfter: 3600,
    });
  });

  for (const [status, code] of [
    [400, 'unexpected_answer'],
    [403, 'unexpected_answer'],
    [404, 'unexpected_answer'],
    [413, 'too_large'],
    [429, 'too_many_requests'],
    [500, 'unexpected_answer'],
    [502, 'busy'],
    [503, 'busy'],
    [504, 'busy'],
    [511, 'unexpected_answer'],
  ] as const) {
    test(`by something on the way has a code, too: ${status}`, async (t) => {
      const headers = { ...html, 'x-request-id': 'from-the-proxy' };
      const { client } = await serve(t, { status, headers, body: `<h1>${status}</h1>` });
      const call = client({ retries: 0 }).catalogue.index();
      await assert.rejects(call, { code, status, requestId: 'from-the-proxy' });
    });
  }
});

describe('what is sent', () => {
  test('goes below the path of baseUrl, with or without a slash', async (t) => {
    for (const path of ['/layanan/api', '/layanan/api/']) {
      const { client, seen, baseUrl } = await serve(t, { body: index });
      await client({ baseUrl: baseUrl + path }).catalogue.index();
      assert.equal(seen[0]?.path, '/layanan/api/v1/35.79/catalogue');
    }
  });

  test('has no cookies, and nothing about a person in its address', async (t) => {
    const sent: Parameters<typeof fetch>[] = [];
    const { client } = await serve(t, { body: ticket });
    const { bookings } = client({
      fetch: (...request) => {
        sent.push(request);
        return fetch(...request);
      },
    });
    await bookings.bookHold(ticket, person);
    await bookings.unlock({ code: ticket.code, phoneEnding: '7890' });
    for (const [url, init] of sent) {
      assert.equal(init?.credentials, 'omit');
      assert.doesNotMatch(url as string, /Sari|7890|7K3M/);
    }
  });

  test('cannot be led to another address by an id', async (t) => {
    const { client, seen } = await serve(t, { body: service });
    for (const id of ['..', '', '../agencies', 'a/b', '%2e%2e', 'KTP', 'a?b', 'a#b']) {
      await assert.rejects(client().catalogue.service(id), { code: 'invalid_request' });
    }
    await assert.rejects(client().bookings.show({ ...ticket, id: '../unlock' }), {
      code: 'invalid_request',
    });
    assert.equal(seen.length, 0);
  });

  test('never has a secret that is mistyped, nor shows it', async (t) => {
    const { client, seen } = await serve(t, { body: ticket });
    const { bookings, tracking } = client();
    for (const wrong of ['', 'x', `${secret}\n\nX-Evil: 1`, secret.replace('7', '8')]) {
      const call = bookings.show({ ...ticket, secret: wrong });
      await assert.rejects(call, { code: 'not_found', message: 'not_found' });
    }
    await assert.rejects(tracking.status('7K3M-9QXT-2BHS'), { code: 'not_found' });
    const unlock = { code: '7K3M-9QXT-2BHS', phoneEnding: '7890' };
    await assert.rejects(bookings.unlock(unlock), { code: 'not_found' });
    assert.equal(seen.length, 0);
  });

  test('is forgiving with codes and secrets', async (t) => {
    const { client, seen } = await serve(t, { body: ticket });
    await client().bookings.show({ ...ticket, secret: ` ${secret.toLowerCase()} ` });
    assert.equal(seen[0]?.headers.authorization, `Bearer ${secret}`);
  });

  test('waits for a regency that exists', async (t) => {
    const { client, seen } = await serve(t, { body: index });
    for (const regency of ['', '3579', '../x', '35.79/..']) {
      await assert.rejects(client({ regency }).catalogue.index(), { code: 'regency_unknown' });
    }
    assert.equal(seen.length, 0);
  });
});

test('an address that is none is refused at once', () => {
  assert.throws(() => new MppClient({ baseUrl: 'mpp.example.go.id', regency: '35.79' }), TypeError);
});

test('a call that fails and is not waited for twice leaves nothing unhandled', async (t) => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  t.after(() => process.off('unhandledRejection', note));
  const { client } = await serve(t, { headers: html, body: login });
  const cache = Promise.reject<Cache>(new Error('no storage here'));
  const { catalogue, bookings, tracking } = client({ cache });
  catalogue.services(); // a list that nobody reads
  tracking.watch('7K3M9QXT2BHR');
  const calls = [catalogue.index(), catalogue.agencies(), bookings.show(ticket)];
  await Promise.allSettled(calls);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(unhandled, []);
});

describe('an operation that will go', () => {
  const headers = {
    ...json,
    deprecation: '@1796083200',
    sunset: 'Sat, 01 Jan 2028 00:00:00 GMT',
  };

  test('is announced once', async (t) => {
    const { client } = await serve(t, { headers, body: index });
    const heard: unknown[] = [];
    const { catalogue } = client({ onDeprecation: (deprecation) => heard.push(deprecation) });
    await catalogue.index();
    await catalogue.index();
    assert.deepEqual(heard, [
      {
        operation: 'GET /catalogue',
        since: new Date('2026-12-01T00:00:00Z'),
        sunset: new Date('2028-01-01T00:00:00Z'),
      },
    ]);
  });

  test('is announced also by one header alone, on the console if nobody listens', async (t) => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const { client } = await serve(t, { headers: { ...json, deprecation: 'true' }, body: index });
    await client().catalogue.index();
    assert.equal(warn.mock.callCount(), 1);
    const [, deprecation] = warn.mock.calls[0]!.arguments as unknown[];
    assert.deepEqual(deprecation, {
      operation: 'GET /catalogue',
      since: undefined,
      sunset: undefined,
    });
  });

  test('is announced without a date where the server writes none that can be read', async (t) => {
    const odd = { ...json, deprecation: '@99999999999999999', sunset: 'soon' };
    const { client } = await serve(t, { headers: odd, body: index });
    const heard: unknown[] = [];
    await client({ onDeprecation: (deprecation) => heard.push(deprecation) }).catalogue.index();
    assert.deepEqual(heard, [{ operation: 'GET /catalogue', since: undefined, sunset: undefined }]);
  });
});
