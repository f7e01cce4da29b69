import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';

import { NotTaken, Undeliverable, type Message } from '../../src/messages/carrier.ts';
import { gatewayCarrier } from '../../src/messages/gateway.ts';
import { mailCarrier } from '../../src/messages/mail.ts';
import { startGateway } from './gateway-server.ts';
import { startMailServer } from './mail-server.ts';

const phone = '+6281234509876';
const email = 'siti@example.go.id';

const message = (): Message => ({
  id: randomUUID(),
  kind: 'confirmation',
  regency: '35.79',
  language: 'id',
  subject: 'Nomor antrean Anda A001',
  text: 'Nomor antrean Anda A001: Rabu, 2 Desember 2026, pukul 09.20 – di MPP.',
});

const running = () => new AbortController().signal;

/** What was thrown, and that it names nobody. */
async function failureOf(sending: Promise<void>): Promise<Error> {
  try {
    await sending;
  } catch (error) {
    assert.ok(error instanceof Error);
    const said = `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}`;
    for (const secret of [phone, email]) assert.ok(!said.includes(secret), said);
    assert.equal(error.cause, undefined);
    return error;
  }
  throw new Error('it was taken');
}

await describe('a gateway', async () => {
  const gateway = await startGateway();
  const secret = Buffer.from('a key of thirty-two random bytes');
  const carrier = gatewayCarrier({ url: `${gateway.url}/send?channel=wa`, token: 'abc', secret });

  beforeEach(() => {
    gateway.received.length = 0;
    gateway.answers(() => ({ status: 202 }));
  });

  await it('gets the message, signed, and the phone in the body only', async () => {
    const { id, ...rest } = message();
    await carrier.send({ id, ...rest }, { phone }, running());
    const [{ path, headers, text }] = gateway.received as [(typeof gateway.received)[0]];
    assert.deepEqual(JSON.parse(text), {
      ...{ id, kind: 'confirmation', regency: '35.79', language: 'id' },
      ...{ to: phone, text: rest.text },
    });
    assert.equal(path, '/send?channel=wa');
    assert.equal(headers.authorization, 'Bearer abc');
    assert.equal(headers['idempotency-key'], id);
    const signed = `${id}.${String(headers['webhook-timestamp'])}.${text}`;
    const mac = createHmac('sha256', secret).update(signed).digest('base64');
    assert.equal(headers['webhook-signature'], `v1,${mac}`);
    assert.ok(!JSON.stringify(headers).includes(phone.slice(3)));
  });

  await it('tells what can be tried again from what cannot', async () => {
    for (const [status, kind] of [
      [500, NotTaken],
      [503, NotTaken],
      [429, NotTaken],
      [401, NotTaken],
      [404, NotTaken],
      [400, Undeliverable],
      [422, Undeliverable],
    ] as const) {
      gateway.answers(() => ({ status }));
      const failure = await failureOf(carrier.send(message(), { phone }, running()));
      assert.ok(failure instanceof kind, String(status));
      assert.match(failure.message, new RegExp(`http-${String(status)}`));
    }
  });

  await it('is not followed elsewhere', async () => {
    const elsewhere = await startGateway();
    for (const status of [301, 302, 307, 308]) {
      gateway.answers(() => ({ status, headers: { location: elsewhere.url } }));
      const failure = await failureOf(carrier.send(message(), { phone }, running()));
      assert.ok(failure instanceof NotTaken);
    }
    assert.deepEqual(elsewhere.received, []);
  });

  await it('is waited for no longer than the job may take', async () => {
    gateway.answers(() => ({ status: 0 }));
    const failure = await failureOf(carrier.send(message(), { phone }, AbortSignal.timeout(200)));
    assert.ok(failure instanceof NotTaken);
  });

  await it('may not be there', async () => {
    const nobody = gatewayCarrier({
      ...{ url: 'http://127.0.0.1:9/', token: undefined, secret: undefined },
    });
    const failure = await failureOf(nobody.send(message(), { phone }, running()));
    assert.ok(failure instanceof NotTaken);
    assert.match(failure.message, /econnrefused|no-answer/);
  });
});

await describe('a mail server', async () => {
  const server = await startMailServer({ user: 'mpp', pass: 's3cret' });
  const from = 'MPP Kota Batu <mpp@batukota.example>';
  const address = (login: string) => `smtp://${login}@127.0.0.1:${String(server.port)}`;
  const carrier = mailCarrier({ url: address('mpp:s3cret'), from, encrypted: false });

  beforeEach(() => {
    server.mails.length = 0;
    server.refuse(undefined);
  });

  await it('gets a mail that a mailbox can read', async () => {
    const sent = message();
    await carrier.send(sent, { phone, email }, running());
    const [mail] = server.mails;
    assert.deepEqual([mail!.from, mail!.to], ['mpp@batukota.example', [email]]);
    assert.match(mail!.text, /^From: MPP Kota Batu <mpp@batukota\.example>\r$/m);
    assert.match(mail!.text, /^Subject: Nomor antrean Anda A001\r$/m);
    assert.match(mail!.text, new RegExp(`^Message-ID: <${sent.id}@batukota\\.example>\\r$`, 'm'));
    assert.match(mail!.text, /^Auto-Submitted: auto-generated\r$/m);
    assert.ok(!mail!.text.includes(phone.slice(3)));
    const body = mail!.text.split('\r\n\r\n')[1]!.replace(/=\r\n/g, '');
    assert.match(body, /Nomor antrean Anda A001: Rabu, 2 Desember 2026/);
  });

  await it('gets one recipient, whatever an address contains', async () => {
    const odd = 'a@b.id, c@d.id\r\nBcc: e@f.id';
    await carrier.send(message(), { phone, email: odd }, running()).catch(() => undefined);
    for (const { to, text } of server.mails) {
      assert.equal(to.length, 1);
      assert.doesNotMatch(text, /^Bcc:/im);
    }
  });

  await it('refuses a mailbox for good, and ours only for now', async () => {
    server.refuse(550);
    const gone = await failureOf(carrier.send(message(), { phone, email }, running()));
    assert.ok(gone instanceof Undeliverable);
    assert.equal(gone.reason, 'smtp-550');
    server.refuse(451);
    const busy = await failureOf(carrier.send(message(), { phone, email }, running()));
    assert.ok(busy instanceof NotTaken);
    server.refuse(undefined);
    const stranger = mailCarrier({ url: address('mpp:wrong'), from, encrypted: false });
    const login = await failureOf(stranger.send(message(), { phone, email }, running()));
    assert.ok(login instanceof NotTaken);
    assert.equal(login.code, 'smtp-535');
  });

  await it('gets nothing unencrypted from far away', async () => {
    const far = mailCarrier({ url: address('mpp:s3cret'), from, encrypted: true });
    const failure = await failureOf(far.send(message(), { phone, email }, running()));
    assert.ok(failure instanceof NotTaken || failure instanceof Undeliverable);
    assert.deepEqual(server.mails, []);
  });
});
