import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { clientOf, openSlots, refusalOf, serviceId } from './citizen.ts';
import { dumpOf, forms } from './dump.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';

const name = 'Nyoman Rahasiawati';
const phone = '+6281234509876';

for (const kind of databaseKinds) {
  await describe(`who came stays secret, ${kind}`, async () => {
    const ground = await newGround(kind);
    const server = await startServer(ground, { LOG_LEVEL: 'trace' });
    const client = clientOf(server.url);

    await it('is in no log, no answer and no dump of the database', async () => {
      const [slot, other] = await openSlots(client);
      const held = await client.bookings.hold({ slotId: slot!.id, serviceId });
      const ticket = await client.bookings.bookHold(held, { name, phone });
      await client.bookings.calendar(ticket);
      await client.bookings.reschedule(ticket, other!.id);
      const again = client.bookings.book({ slotId: other!.id, serviceId, name, phone });
      assert.equal(await refusalOf(again), 'already_booked');
      await client.bookings.unlock({ code: ticket.code, phoneEnding: phone.slice(-4) });
      await client.tracking.status(ticket.code);
      for (const answer of [ticket, await client.bookings.show(ticket)]) {
        assert.equal(JSON.stringify(answer).includes(name), false);
      }
      assert.equal((await server.stop()).code, 0);

      const canaries = [
        name,
        phone,
        phone.slice(3),
        `0${phone.slice(3)}`,
        ticket.code,
        ticket.secret,
      ];
      const log = server.log();
      assert.ok(log.includes('/v1/{regency}/bookings/{bookingId}/book'), 'something was logged');
      const dump = await dumpOf(ground);
      assert.ok(dump.length > 1_000_000, 'something was stored');
      for (const canary of canaries) {
        assert.equal(log.includes(canary), false, 'in the log');
        for (const bytes of forms(canary)) {
          assert.equal(dump.includes(bytes), false, 'in the database');
        }
      }
    });
  });
}
