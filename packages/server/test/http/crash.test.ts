import assert from 'node:assert/strict';
import { createServer as createProbe, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Ticket } from '@mpp-digital/contract';
import { newKey } from '@mpp-digital/sdk';

import { clientOf, freeAt, openSlots, serviceId, somebody } from './citizen.ts';
import { openForgetfulLine } from './forgetful-line.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';

for (const kind of databaseKinds) {
  await describe(`a server that dies between question and answer, ${kind}`, async () => {
    const ground = await newGround(kind);
    const line = ground.databaseUrl ? await openForgetfulLine(ground.databaseUrl) : undefined;
    const port = await freePort();
    const start = () =>
      startServer(ground, { PORT: port, ...(line && { DATABASE_URL: line.url }) });
    let server = await start();
    const client = clientOf(server.url, { retries: 0 });

    /** Books, kills the server at some moment, and asks again. Gives what was answered before. */
    async function bookOnce(moment: () => Promise<unknown>): Promise<Ticket | undefined> {
      const [slot] = await openSlots(client);
      const room = await freeAt(client, slot!);
      const idempotencyKey = newKey();
      const body = { slotId: slot!.id, serviceId, ...somebody() };

      const first = client.bookings.book(body, { idempotencyKey }).catch(() => undefined);
      await moment();
      await server.kill();
      const answered = await first;

      server = await start();
      const ticket = await client.bookings.book(body, { idempotencyKey });
      if (answered) assert.equal(ticket.secret, answered.secret);
      assert.equal(ticket.state, 'booked');
      assert.equal(await freeAt(client, slot!), room - 1, 'one seat is taken');
      const again = await client.bookings.book(body, { idempotencyKey });
      assert.deepEqual(
        { ...again, serverTime: '' },
        { ...ticket, serverTime: '' },
        'the same ticket',
      );
      assert.equal((await client.tracking.status(ticket.code)).state, 'booked');
      return answered;
    }

    // At once, and wherever the work then is.
    for (const delay of [0, 4, 12]) {
      await it(`has booked once, and says so again (killed after ${String(delay)} ms)`, async () => {
        await bookOnce(() => sleep(delay));
      });
    }

    if (line) {
      await it('has booked once, and says so again (killed when the seat was taken)', async () => {
        assert.equal(await bookOnce(() => line.lose('book')), undefined);
      });
    }
  });
}

/** A port that was free a moment ago: the server comes back where it was. */
async function freePort(): Promise<string> {
  const probe = createProbe();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return String(port);
}
