import assert from 'node:assert/strict';
import { createServer as createProbe, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { newKey } from '@mpp-digital/sdk';

import { clientOf, freeAt, openSlots, serviceId, somebody } from './citizen.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';

for (const kind of databaseKinds) {
  await describe(`a server that dies between question and answer, ${kind}`, async () => {
    const ground = await newGround(kind);
    const port = String(await freePort());
    const start = () => startServer(ground, { PORT: port });
    let server = await start();
    const client = clientOf(server.url, { retries: 0 });

    // At once, in the middle of the work, and when the answer is already on its way.
    for (const delay of [0, 4, 12]) {
      await it(`has booked once, and says so again (killed after ${String(delay)} ms)`, async () => {
        const [slot] = await openSlots(client);
        const room = await freeAt(client, slot!);
        const idempotencyKey = newKey();
        const body = { slotId: slot!.id, serviceId, ...somebody() };

        const first = client.bookings.book(body, { idempotencyKey }).catch(() => undefined);
        await sleep(delay);
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
      });
    }
  });
}

/** A port that was free a moment ago: the server comes back where it was. */
async function freePort(): Promise<number> {
  const probe = createProbe();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
