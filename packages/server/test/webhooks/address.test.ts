import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import type { lookup as systemLookup } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';

import { guardedLookup, isPublic, refusalOfUrl } from '../../src/webhooks/address.ts';
import { post } from '../../src/webhooks/post.ts';

/** A resolver that answers one thing after the other, and then the last. */
function answering(...answers: string[][]): typeof systemLookup {
  let asked = 0;
  const lookup = (
    _name: string,
    _options: unknown,
    callback: (error: null, found: LookupAddress[]) => void,
  ) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)]!;
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    process.nextTick(callback, null, found);
  };
  // The one of its many forms that is used.
  return lookup as unknown as typeof systemLookup;
}

async function receiver(answer: { status: number; headers?: Record<string, string> } | 'never') {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url!);
    request.resume();
    if (answer === 'never') return;
    response.writeHead(answer.status, answer.headers).end('x'.repeat(1_000_000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

const signal = new AbortController().signal;
const send = (url: string, lookup: typeof systemLookup, allowed: string[] = [], patience = 2_000) =>
  post(url, {}, '{}', { allowed, lookup: guardedLookup(allowed, lookup), patience, signal });

describe('addresses of webhooks', () => {
  it('are those of the public internet, however they are written', () => {
    for (const address of ['8.8.8.8', '103.28.23.1', '2606:4700::1111', '::ffff:8.8.8.8']) {
      assert.equal(isPublic(address), true, address);
    }
    for (const address of [
      ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '192.168.1.1'],
      ...['169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.192', '168.63.129.16'],
      ...['198.18.0.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
      ...['::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:a00:1', '::ffff:0:7f00:1'],
      ...['fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1'],
      ...['2002:7f00:1::', '2001::1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2001:db8::1'],
      ...['100::1', '5f00::1', '', 'localhost'],
    ]) {
      assert.equal(isPublic(address), false, address);
    }
  });

  it('are refused at once where the URL itself says enough', () => {
    for (const url of ['https://app.example.go.id/a?b=c', 'https://8.8.8.8:8443/']) {
      assert.equal(refusalOfUrl(new URL(url), []), undefined, url);
    }
    for (const url of [
      ...['http://app.example.go.id/', 'https://app.example.go.id:22/', 'ftp://a.id/'],
      ...['https://localhost/', 'https://LOCALHOST./', 'https://db.internal/', 'https://x.local/'],
      ...['https://127.0.0.1/', 'https://127.1/', 'https://0x7f.1/', 'https://2130706433/'],
      ...['https://[::1]/', 'https://[::ffff:7f00:1]/', 'https://0177.0.0.1/', 'https://a:b@c.id/'],
    ]) {
      assert.notEqual(refusalOfUrl(new URL(url), []), undefined, url);
    }
    assert.equal(refusalOfUrl(new URL('http://localhost:3000/'), ['localhost']), undefined);
    assert.notEqual(refusalOfUrl(new URL('http://127.0.0.1:3000/'), ['localhost']), undefined);
  });

  it('are looked at when a message is sent, all of them', async () => {
    const { seen } = await receiver({ status: 204 });
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], []]) {
      const { failure } = await send('https://app.example.go.id/', answering(addresses));
      assert.equal(failure, 'address', addresses.join());
    }
    assert.deepEqual(seen, []);
  });

  it('are those that were looked at: a name that leads elsewhere a moment later does not', async () => {
    const { port, seen } = await receiver({ status: 204 });
    const rebinding = guardedLookup([], answering(['8.8.8.8'], ['127.0.0.1']));
    const found = await new Promise<unknown[]>((resolve) => {
      rebinding('app.example.go.id', { all: true }, (...answer) => resolve(answer));
    });
    assert.deepEqual(found, [null, [{ address: '8.8.8.8', family: 4 }]]);
    const again = await new Promise<unknown>((resolve) => {
      rebinding('app.example.go.id', { all: false }, (error) => resolve(error?.code));
    });
    assert.equal(again, 'ADDRESS_REFUSED');

    // One connection, one look: if it looked twice, the second answer would lead it home.
    const home = guardedLookup(['app.test'], answering(['127.0.0.1'], ['0.0.0.1']));
    const options = { allowed: ['app.test'], lookup: home, patience: 2_000, signal };
    const { status } = await post(`http://app.test:${String(port)}/once`, {}, '{}', options);
    assert.deepEqual([status, seen], [204, ['/once']]);
  });
});

describe('a message', () => {
  const local = answering(['127.0.0.1']);
  const allowed = ['app.test'];

  it('follows no redirect', async () => {
    const inner = await receiver({ status: 204 });
    const location = `http://127.0.0.1:${String(inner.port)}/inner`;
    for (const status of [301, 302, 307, 308]) {
      const outer = await receiver({ status, headers: { location } });
      const attempt = await send(`http://app.test:${String(outer.port)}/`, local, allowed);
      assert.deepEqual([attempt.status, attempt.failure], [status, 'redirect']);
    }
    assert.deepEqual(inner.seen, []);
  });

  it('has arrived with any 2xx, and not with anything else', async () => {
    for (const [status, failure] of [
      [200, null],
      [204, null],
      [299, null],
      [400, 'status'],
      [410, 'status'],
      [503, 'status'],
    ] as const) {
      const { port } = await receiver({ status });
      const attempt = await send(`http://app.test:${String(port)}/`, local, allowed);
      assert.deepEqual([attempt.status, attempt.failure], [status, failure]);
    }
  });

  it('waits no longer than it may, and says what went wrong', async () => {
    const silent = await receiver('never');
    const late = await send(`http://app.test:${String(silent.port)}/`, local, allowed, 200);
    assert.deepEqual([late.status, late.failure], [null, 'timeout']);
    assert.ok(late.ms >= 190 && late.ms < 2_000, String(late.ms));
    const nobody = await send('http://app.test:9/', local, allowed);
    assert.equal(nobody.failure, 'unreachable');
    const plain = await send(`https://app.test:${String(silent.port)}/`, local, allowed);
    assert.equal(plain.failure, 'tls');
  });
});
