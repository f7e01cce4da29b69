import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Webhook } from 'standardwebhooks';

import { freePort } from './server.ts';

const folder = fileURLToPath(new URL('../webhook-php/', import.meta.url));
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const otherSecret = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const hasPhp = spawnSync('php', ['--version']).status === 0;

describe('a webhook in PHP', { skip: !hasPhp && 'php is not installed' }, () => {
  const seen = mkdtempSync(join(tmpdir(), 'mpp-seen-'));
  let url: string;
  let php: ChildProcessByStdio<null, null, Readable>;
  let log = '';

  before(async () => {
    const port = String(await freePort());
    url = `http://127.0.0.1:${port}/`;
    php = spawn('php', ['-S', `127.0.0.1:${port}`, 'receive.php'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], MPP_WEBHOOK_SECRET: secret, MPP_WEBHOOK_SEEN: seen },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    php.stderr.on('data', (part: Buffer) => (log += part.toString()));
    for (let n = 0; n < 100 && !log.includes('started'); n++) await sleep(100);
  });

  after(() => {
    php.kill();
    rmSync(seen, { recursive: true });
  });

  const called = { type: 'booking.called', data: { id: 'b-1' } };
  const headersOf = (body: string, { id = 'm-1', key = secret, at = Date.now() } = {}) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(key).sign(id, new Date(at), body),
  });
  const send = async (body: string, headers: Record<string, string>) =>
    (await fetch(url, { method: 'POST', body, headers })).status;

  it('takes a message once', async () => {
    const body = JSON.stringify(called);
    assert.equal(await send(body, headersOf(body)), 204);
    assert.equal(await send(body, headersOf(body)), 204);
    assert.equal(log.split('b-1 is called').length - 1, 1, log);
    assert.equal(readdirSync(seen).length, 1);
  });

  it('takes either of two signatures, and a message that it does not know', async () => {
    const body = JSON.stringify({ type: 'complaint.answered', data: {} });
    const headers = headersOf(body, { id: 'm-2' });
    const other = headersOf(body, { id: 'm-2', key: otherSecret })['webhook-signature'];
    const both = `${other} ${headers['webhook-signature']}`;
    assert.equal(await send(body, { ...headers, 'webhook-signature': both }), 204);
  });

  it('has a message that it failed to use sent again', async () => {
    const body = JSON.stringify({ type: 'booking.called', data: 'x' });
    const headers = headersOf(body, { id: 'm-3' });
    const marks = readdirSync(seen).length;
    assert.equal(await send(body, headers), 500);
    assert.equal(readdirSync(seen).length, marks);
  });

  it('refuses what is changed, old, unsigned or signed by somebody else', async () => {
    const body = JSON.stringify(called);
    const refused = async (given: string, headers: Record<string, string>) =>
      assert.equal(await send(given, headers), 400);
    await refused(body.replace('b-1', 'b-2'), headersOf(body));
    await refused(body, { ...headersOf(body), 'webhook-id': 'm-9' });
    await refused(body, headersOf(body, { key: otherSecret }));
    await refused(body, headersOf(body, { at: Date.now() - 310_000 }));
    await refused(body, headersOf(body, { at: Date.now() + 310_000 }));
    await refused(body, {});
    await refused(body, { ...headersOf(body), 'webhook-timestamp': 'soon' });
    await refused(body, { ...headersOf(body), 'webhook-signature': 'v1,' });
    await refused('{', headersOf('{'));
  });
});
