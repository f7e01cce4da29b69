import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { startGateway } from '../messages/gateway-server.ts';
import { startMailServer } from '../messages/mail-server.ts';
import { clientOf, openSlots, placeId, serviceId, somebody } from './citizen.ts';
import { dumpOf, forms } from './dump.ts';
import { openAllDay } from './open-mall.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';
import { valueOf, visitorOf } from './visitor.ts';

const name = 'Nyoman Rahasiawati';
const phone = '+6281234509876';
const email = 'nyoman.rahasia@example.go.id';

/** What a gateway was asked to send. */
interface Order {
  id: string;
  kind: string;
  language: string;
  to: string;
  text: string;
}

async function until(holds: () => boolean, what: () => string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not in time: ${what()}`);
    await sleep(100);
  }
}

for (const kind of databaseKinds) {
  await describe(`citizens are written to, ${kind}`, async () => {
    const ground = await newGround(kind);
    await openAllDay(ground);
    const gateway = await startGateway();
    const mailServer = await startMailServer();
    const file = join(ground.dataDir, 'messages.json');
    await writeFile(file, JSON.stringify({ quiet: { from: '00:00', to: '00:00' } }));
    const environment = {
      LOG_LEVEL: 'trace',
      MPP_PUBLIC_URL: 'https://mpp.example.go.id',
      MPP_MESSAGES_URL: gateway.url,
      MPP_SMTP_URL: `smtp://127.0.0.1:${String(mailServer.port)}`,
      MPP_SMTP_FROM: 'mpp@batukota.example',
      MPP_MESSAGES_FILE: file,
    };
    const server = await startServer(ground, environment);
    const orders = () => gateway.received.map(({ text }) => JSON.parse(text) as Order);
    const said = () => `${JSON.stringify(orders())} ${server.log().slice(-3000)}`;

    await it('in their language, by text and mail, and again when the gateway fails', async () => {
      gateway.answers((times) => ({ status: times === 1 ? 500 : 200 }));
      const client = clientOf(server.url);
      const [slot, other] = await openSlots(client);
      const ticket = await client.bookings.book(
        { slotId: slot!.id, serviceId, name, phone, email },
        { language: 'en' },
      );
      assert.ok(!JSON.stringify(ticket).includes(email));
      await until(() => gateway.received.length >= 2 && mailServer.mails.length >= 1, said);
      const [first, second] = orders();
      assert.deepEqual(first, second);
      assert.deepEqual([first!.kind, first!.to, first!.language], ['confirmation', phone, 'en']);
      assert.match(first!.text, /^Your queue number for .+ is [A-Z]+\d{3}: /);
      assert.deepEqual(mailServer.mails[0]!.to, [email]);

      await client.bookings.reschedule(ticket, other!.id);
      await until(() => gateway.received.length >= 3, said);
      assert.equal(orders()[2]!.kind, 'moved');
    });

    await it('from the page without JavaScript, which asks for an address', async () => {
      const already = gateway.received.length;
      const client = clientOf(server.url);
      const { days } = await client.availability.days({ placeId, services: [serviceId] });
      const { date, slots } = days.find(({ state }) => state === 'open')!;
      const jadwal = slots[0]!.id;
      const visitor = visitorOf(server.url);
      const address = `/35.79/janji?layanan=${serviceId}&hari=${date}&jadwal=${jadwal}`;
      const page = await visitor(address);
      assert.match(page.text, /type="email"[^>]+id="email"/);
      const filled = {
        ...{ kunci: valueOf(page.text, 'kunci'), layanan: serviceId, hari: date },
        ...{ jadwal, nama: name, hp: somebody().phone, email: 'nyoman@' },
      };
      const wrong = await visitor('/35.79/janji', filled);
      assert.match(wrong.text, /href="#email"/);
      assert.equal(valueOf(wrong.text, 'email'), 'nyoman@');
      const right = { ...filled, email: ` ${email} `, kunci: valueOf(wrong.text, 'kunci') };
      const ticket = await visitor('/35.79/janji', right);
      assert.doesNotMatch(ticket.text, /role="alert"/);
      await until(() => gateway.received.length > already, said);
      assert.match(orders()[already]!.text, /^Nomor antrean Anda/);
    });

    await it('once, though two servers look', async (t) => {
      if (kind === 'embedded') return t.skip('one process at a time');
      const second = await startServer(ground, environment);
      const already = gateway.received.length;
      const clients = [clientOf(server.url), clientOf(second.url)];
      const [slot] = await openSlots(clients[0]!);
      const phones: string[] = [];
      for (let i = 0; i < 20; i++) {
        const person = somebody();
        phones.push(person.phone);
        await clients[i % 2]!.bookings.book({ slotId: slot!.id, serviceId, ...person });
      }
      await until(() => gateway.received.length >= already + 20, said);
      await sleep(3_000);
      const sent = orders().slice(already);
      assert.deepEqual(sent.map(({ to }) => to).sort(), phones.sort());
      assert.equal((await second.stop()).code, 0);
    });

    await it('and nobody else learns who they are', async () => {
      const { code, ms } = await server.stop();
      assert.equal(code, 0);
      assert.ok(ms < 10_000, String(ms));
      const log = server.log();
      const dump = await dumpOf(ground);
      assert.match(log, /a job failed/);
      assert.match(dump.toString('latin1'), /confirmation/);
      for (const canary of [name, phone, phone.slice(3), email]) {
        assert.equal(log.includes(canary), false, `${canary} in the log`);
        for (const bytes of forms(canary)) {
          assert.equal(dump.includes(bytes), false, `${canary} in the database`);
        }
      }
    });
  });
}
