import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';

import { clientOf, openSlots, refusalOf, serviceId } from './citizen.ts';
import { newGround, startServer } from './server-process.ts';

await describe('over HTTP', async () => {
  const server = await startServer(await newGround('embedded'), { MPP_HOLDS_PER_CLIENT: '3' });
  const base = `${server.url}/v1/35.79`;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(path.startsWith('/') ? base + path : path, { headers });

  await it('keeps the catalogue: a strong tag, 304, old answers while it is away', async () => {
    for (const path of ['/catalogue', '/services', '/places', `/services/${serviceId}`]) {
      const first = await get(path, { 'accept-encoding': 'br' });
      const tag = first.headers.get('etag') ?? '';
      assert.match(tag, /^"[\w-]+-br"$/);
      assert.equal(first.headers.get('content-encoding'), 'br');
      assert.equal(first.headers.get('vary'), 'Accept-Encoding');
      assert.match(
        first.headers.get('cache-control') ?? '',
        /^public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800$/,
      );
      await first.arrayBuffer();
      for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
        const again = await get(path, { 'if-none-match': known, 'accept-encoding': 'br' });
        assert.equal(again.status, 304, known);
        assert.equal(again.headers.get('etag'), tag);
        assert.equal(await again.text(), '');
      }
      const plain = await get(path, { 'accept-encoding': 'identity' });
      assert.equal(plain.headers.get('content-encoding'), null);
      assert.notEqual(plain.headers.get('etag'), tag);
      const refusing = await get(path, { 'accept-encoding': 'br;q=0, gzip;q=0' });
      assert.equal(refusing.headers.get('content-encoding'), null);
    }
  });

  await it('sends the same in every encoding', async () => {
    const plain = await (await get('/catalogue', { 'accept-encoding': 'identity' })).text();
    const { request } = await import('node:http');
    const packed = await new Promise<Buffer>((resolve, reject) => {
      request(`${base}/catalogue`, { headers: { 'accept-encoding': 'br' } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve(Buffer.concat(chunks)));
      })
        .on('error', reject)
        .end();
    });
    assert.equal(brotliDecompressSync(packed).toString(), plain);
    assert.ok(packed.length < 12_000, `the index view is ${String(packed.length)} bytes`);
  });

  await it('pages its lists, in the body and in the Link header', async () => {
    const first = await get('/services?limit=100');
    const { next, items } = (await first.json()) as { next: string; items: unknown[] };
    assert.equal(items.length, 100);
    assert.equal(first.headers.get('link'), `<?cursor=${next}&limit=100>; rel="next"`);
    const second = await get(`/services?limit=100&cursor=${next}`);
    const rest = (await second.json()) as { next: null; items: unknown[] };
    assert.equal(rest.items.length, 65);
    assert.equal(rest.next, null);
    assert.equal(second.headers.get('link'), null);
  });

  await it('answers HEAD, OPTIONS and preflights as GET and POST promise', async () => {
    const head = await fetch(`${base}/catalogue`, { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.ok(Number(head.headers.get('content-length')) > 1000);
    assert.equal(await head.text(), '');

    const options = await fetch(`${base}/bookings`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://kotabatu.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type, idempotency-key',
      },
    });
    assert.equal(options.status, 204);
    assert.equal(options.headers.get('allow'), 'POST, OPTIONS');
    assert.equal(options.headers.get('access-control-allow-origin'), '*');
    assert.match(options.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);

    const wrong = await fetch(`${base}/bookings`, { method: 'PUT' });
    assert.equal(wrong.status, 405);
    assert.equal(wrong.headers.get('allow'), 'POST, OPTIONS');
  });

  await it('lets scripts of other sites read what they need, and no more', async () => {
    const answer = await get('/nothing', { origin: 'https://kotabatu.example' });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    const exposed = answer.headers.get('access-control-expose-headers') ?? '';
    for (const name of ['ETag', 'Link', 'Retry-After', 'X-Request-Id', 'Deprecation', 'Sunset']) {
      assert.ok(exposed.includes(name), name);
    }
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('server'), null);
  });

  await it('keeps the name of a request if it is harmless', async () => {
    const id = randomUUID();
    const kept = await get('/nothing', { 'x-request-id': id });
    assert.equal(kept.headers.get('x-request-id'), id);
    for (const bad of [
      '081234567890',
      'abcd-1234.X_5',
      'x'.repeat(65),
      'a b c d e f g h',
      '{"level":"fatal"}',
    ]) {
      const answer = await get('/nothing', { 'x-request-id': bad });
      assert.match(answer.headers.get('x-request-id') ?? '', /^[\da-f-]{36}$/);
    }
  });

  await it('says how it is, what it offers, and where', async () => {
    const health = (await (await get(`${server.url}/health`)).json()) as Record<string, unknown>;
    assert.equal(health['status'], 'ok');
    assert.deepEqual(Object.keys(health['database'] as object), ['kind', 'version', 'durable']);
    assert.equal((health['database'] as { durable: boolean }).durable, false);
    assert.ok(Date.parse(String(health['publishedAt'])) > 0);

    const description = await get(`${server.url}/openapi.json`);
    const { openapi, servers } = (await description.json()) as {
      openapi: string;
      servers: { url: string }[];
    };
    assert.match(openapi, /^3\.1/);
    assert.equal(servers[0]?.url, server.url);

    const catalogue = await get(`${server.url}/.well-known/api-catalog`);
    assert.match(catalogue.headers.get('content-type') ?? '', /^application\/linkset\+json/);
    const { linkset } = (await catalogue.json()) as { linkset: Record<string, unknown>[] };
    assert.equal(linkset[0]?.['anchor'], `${server.url}/v1`);
  });

  await it('limits how many seats one network may hold, and says when to come back', async () => {
    const client = clientOf(server.url, { retries: 0 });
    const [slot] = await openSlots(client);
    const hold = () => client.bookings.hold({ slotId: slot!.id, serviceId });
    for (let i = 0; i < 3; i++) await hold();
    assert.equal(await refusalOf(hold()), 'too_many_requests');
    const answer = await fetch(`${base}/holds`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        // No proxy is trusted here: whoever writes this does not become another.
        'x-forwarded-for': '203.0.113.9',
      },
      body: JSON.stringify({ slotId: slot!.id, serviceId }),
    });
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    await get('/catalogue', { 'x-forwarded-for': '203.0.113.9' });
    assert.equal(server.log().split('set MPP_TRUST_PROXY').length, 2, 'said once');
  });

  await it('answers a request that no parser would make', async () => {
    const { connect } = await import('node:net');
    const { port } = new URL(server.url);
    const raw = (text: string) =>
      new Promise<string>((resolve) => {
        let answer = '';
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
        socket.on('data', (chunk) => (answer += chunk.toString()));
        socket.on('close', () => resolve(answer));
        socket.on('error', () => resolve(answer));
      });
    const host = 'Host: x\r\nConnection: close\r\n';
    for (const [request, status] of [
      [`GET \\..\\x HTTP/1.1\r\n${host}\r\n`, 400],
      ['GET / HTTP/1.1\r\nHost: <>\r\nConnection: close\r\n\r\n', 400],
      [`POST / HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n`, 400],
      [`GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
      [`GET / HTTP/1.1\r\n${host}Expect: a-miracle\r\n\r\n`, 417],
    ] as const) {
      const answer = await raw(request);
      const id = /^x-request-id: ([\da-f-]{36})\r$/im.exec(answer)?.[1] ?? 'none';
      assert.match(answer, new RegExp(`^HTTP/1.1 ${String(status)} `));
      assert.ok(answer.includes(`"requestId":"${id}"`), answer);
      assert.match(answer, /^access-control-allow-origin: \*\r$/im);
      assert.match(answer, /^x-content-type-options: nosniff\r$/im);
    }
    assert.match(await raw(`GET /v1/35.79/../../x HTTP/1.1\r\n${host}\r\n`), /^\S+ 404 /);
    assert.match(await raw('GET /health HTTP/1.0\r\n\r\n'), /^\S+ 200 /);
    assert.equal((await get('/catalogue')).status, 200, 'it goes on');
  });
});

await describe('for named websites only', async () => {
  const server = await startServer(await newGround('embedded'), {
    MPP_ORIGINS: 'https://kotabatu.go.id,https://batukota.example',
    MPP_PUBLIC_URL: 'https://mpp.kotabatu.go.id/',
    MPP_TRUST_PROXY: '1',
    MPP_HOLDS_PER_CLIENT: '1',
  });
  const client = clientOf(server.url);

  await it('names the origin it allows, and no other', async () => {
    for (const [origin, allowed] of [
      ['https://kotabatu.go.id', 'https://kotabatu.go.id'],
      ['https://evil.example', null],
      ['https://kotabatu.go.id.evil.example', null],
      ['http://kotabatu.go.id', null],
      ['null', null],
    ] as const) {
      for (const path of ['/v1/35.79/catalogue', '/v1/35.79/nothing']) {
        const answer = await fetch(server.url + path, { headers: { origin } });
        assert.equal(answer.headers.get('access-control-allow-origin'), allowed, origin);
        assert.match(answer.headers.get('vary') ?? '', /Origin/);
      }
    }
  });

  await it('writes its public address into tickets', async () => {
    const [slot] = await openSlots(client);
    const { link, secret } = await client.bookings.hold({ slotId: slot!.id, serviceId });
    assert.equal(link, `https://mpp.kotabatu.go.id/35.79/lacak#${secret}`);
  });

  await it('tells networks apart by what the proxy says, and not by what anyone says', async () => {
    const slots = await openSlots(client);
    const hold = async (forwarded: string) => {
      const slot = slots.pop();
      const answer = await fetch(`${server.url}/v1/35.79/holds`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'x-forwarded-for': forwarded,
        },
        body: JSON.stringify({ slotId: slot!.id, serviceId }),
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    assert.equal(await hold('198.51.100.7'), 200);
    assert.equal(await hold('198.51.100.8'), 429, 'the same /24');
    assert.equal(await hold('203.0.113.1, 198.51.100.9'), 429, 'who is asked last counts');
    assert.equal(await hold('203.0.113.1'), 200);
    assert.equal(await hold('2001:db8:1:2::7'), 200);
    assert.equal(await hold('2001:db8:1:2:ffff:0:0:1'), 429, 'the same /64');
    assert.equal(await hold('2001:db8:1:3::7'), 200);
    assert.equal(await hold('203.0.114.1:50412'), 200, 'a port is no part of it');
    assert.equal(await hold('203.0.114.2:443'), 429);
    assert.equal(await hold('[2001:db8:1:4::7]:443'), 200);
    assert.equal(await hold('[2001:db8:1:4::8]'), 429);
  });
});
