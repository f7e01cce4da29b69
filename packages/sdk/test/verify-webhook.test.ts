import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { verifyWebhook, WebhookError, type WebhookHeaders } from '@mpp-digital/sdk/webhooks';
import { Webhook } from 'standardwebhooks';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const otherSecret = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const id = '3f2b8c1e-9d4a-4b6c-8e7f-0a1b2c3d4e5f';
const called = {
  type: 'booking.called',
  kind: 'booking',
  version: '1',
  timestamp: '2026-12-01T09:21:00+07:00',
  data: {
    state: 'called',
    regency: '35.79',
    id: '0b1f2c1e-58a4-4d2e-9d3a-0f5a4c7b9e11',
    serviceId: 'ktp-el-baru',
    agencyId: 'dukcapil',
    placeId: 'mpp-among-warga',
  },
};

/** A message as the standard's own library signs it. */
function signed(message: unknown, { key = secret, at = Date.now(), as = id } = {}) {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const headers = {
    'webhook-id': as,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(key).sign(as, new Date(at), body),
  };
  return { body, headers };
}

async function faultOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WebhookError) return error.code;
    throw error;
  }
  return 'none';
}

describe('verifyWebhook', () => {
  test('reads a message, from whatever form of body and headers', async () => {
    const { body, headers } = signed(called);
    const bytes = new TextEncoder().encode(body);
    const lists = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, [v]]));
    const capitals = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    for (const payload of [body, bytes, bytes.buffer, Buffer.from(body)]) {
      for (const given of [headers, new Headers(headers), capitals] as WebhookHeaders[]) {
        assert.deepEqual(await verifyWebhook(payload, given, secret), { id, event: called });
      }
    }
    assert.equal(await faultOf(verifyWebhook(body, lists, secret)), 'header_missing');
    const { event } = await verifyWebhook(body, headers, secret);
    // The type tells what the data is: this compiles only so.
    if (event.type === 'booking.called') assert.equal(event.data.placeId, 'mpp-among-warga');
    else assert.fail();
  });

  test('agrees with the vector of the standard', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: 1_614_265_330_000 });
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    // Genuine, and no message of ours.
    const vector = verifyWebhook('{"test": 2432232314}', headers, secret);
    assert.equal(await faultOf(vector), 'payload_malformed');
    const changed = verifyWebhook('{"test": 2432232315}', headers, secret);
    assert.equal(await faultOf(changed), 'signature_mismatch');
  });

  test('takes each signature of a message that bears several, and no other scheme’s', async () => {
    const { body, headers } = signed(called);
    const wrong = 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';
    const right = headers['webhook-signature'];
    const verdict = (signatures: string) =>
      faultOf(verifyWebhook(body, { ...headers, 'webhook-signature': signatures }, secret));
    assert.equal(await verdict(`${wrong} v2,x ${right} ${wrong}`), 'none');
    assert.equal(await verdict(right.replace('v1,', 'v2,')), 'signature_mismatch');
    assert.equal(await verdict(right.replace('v1,', 'v1a,')), 'signature_mismatch');
    for (const broken of ['v1,', 'v1', 'v1,%%%', right.slice(0, 20), wrong]) {
      assert.equal(await verdict(broken), 'signature_mismatch', broken);
    }
  });

  test('refuses what was changed, and what was signed with another secret', async () => {
    const { body, headers } = signed(called);
    const refused = async (payload: string, given: Record<string, string>, key = secret) =>
      assert.equal(await faultOf(verifyWebhook(payload, given, key)), 'signature_mismatch');
    await refused(body.replace('called', 'served'), headers);
    await refused(`${body} `, headers);
    await refused(body, { ...headers, 'webhook-id': `${id}x` });
    const later = String(Number(headers['webhook-timestamp']) + 1);
    await refused(body, { ...headers, 'webhook-timestamp': later });
    await refused(body, headers, otherSecret);
  });

  test('refuses what is too old or from the future, as far as it is told', async () => {
    const verdict = (seconds: number, tolerance?: number) => {
      const { body, headers } = signed(called, { at: Date.now() + seconds * 1000 });
      return faultOf(verifyWebhook(body, headers, secret, { tolerance }));
    };
    assert.equal(await verdict(-290), 'none');
    assert.equal(await verdict(290), 'none');
    assert.equal(await verdict(-310), 'too_old');
    assert.equal(await verdict(310), 'too_new');
    assert.equal(await verdict(-310, 600), 'none');
    assert.equal(await verdict(-20, 10), 'too_old');
    assert.equal(await verdict(0, NaN), 'too_old');
  });

  test('names the header that is missing or cannot be read', async () => {
    const { body, headers } = signed(called);
    for (const name of Object.keys(headers)) {
      await assert.rejects(verifyWebhook(body, { ...headers, [name]: '' }, secret), {
        code: 'header_missing',
        message: `header_missing: ${name}`,
      });
    }
    for (const timestamp of ['soon', '-1', '1e9', '1.5', '0x10']) {
      const given = { ...headers, 'webhook-timestamp': timestamp };
      assert.equal(await faultOf(verifyWebhook(body, given, secret)), 'timestamp_malformed');
    }
  });

  test('says of a secret that it is none, instead of checking with it', async () => {
    const { body, headers } = signed(called);
    for (const none of ['', 'whsec_', 'whsec_%%', 'undefined', 'whsec_c2hvcnQ=']) {
      assert.equal(await faultOf(verifyWebhook(body, headers, none)), 'secret_malformed', none);
    }
  });

  test('tells a message that is newer than itself from one that is broken', async () => {
    const verdict = (message: unknown) => {
      const { body, headers } = signed(message);
      return faultOf(verifyWebhook(body, headers, secret));
    };
    assert.equal(await verdict({ ...called, more: 1 }), 'none');
    assert.equal(await verdict({ ...called, type: 'complaint.answered' }), 'unknown_event');
    assert.equal(await verdict({ ...called, version: '2' }), 'payload_malformed');
    assert.equal(await verdict({ ...called, data: null }), 'payload_malformed');
    assert.equal(await verdict({ ...called, kind: 'test' }), 'payload_malformed');
    for (const broken of ['{', 'null', '[]', '""', '7']) {
      assert.equal(await verdict(broken), 'payload_malformed', broken);
    }
  });
});
