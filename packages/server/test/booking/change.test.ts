import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';

import { databaseKinds, testDatabase } from '../test-database.ts';
import { granted, mint, refusal } from './operations.ts';
import { buildTown, regency, type Town } from './town.ts';

for (const kind of databaseKinds) {
  await describe(`changing a booking and being served, ${kind}`, async () => {
    const database = await testDatabase(kind);
    let town: Town;
    let operations: Town['operations'];
    let today: string;
    let tomorrow: string;
    let full: string;

    before(async () => {
      town = await buildTown(database);
      operations = town.operations;
      today = await town.slot({ minutes: 120, capacity: 40, firstNumber: 18 });
      tomorrow = await town.slot({ minutes: 24 * 60, capacity: 20, firstNumber: 1 });
      full = await town.slot({ minutes: 60, capacity: 1, firstNumber: 17 });
      await town.book(full);
    });

    await it('moves a booking, and keeps the old seat until the new one is won', async () => {
      const ticket = await town.book(today);
      const m = mint();
      const move = (slot: string, b = ticket) => operations.reschedule(regency, m, b, slot);
      assert.equal(refusal(await move(full)), 'slot_full');
      assert.equal((await town.row(ticket.id)).state, 'booked');
      assert.equal(refusal(await move(today)), 'same_slot');
      assert.equal(refusal(await move(randomUUID())), 'slot_closed');
      const guess = { ...ticket, secret: randomBytes(16) };
      assert.equal(refusal(await move(tomorrow, guess)), 'not_found');

      const moved = granted(await move(tomorrow));
      assert.deepEqual([moved.id, moved.state, moved.slotId], [m.id, 'booked', tomorrow]);
      assert.deepEqual(await move(tomorrow), moved);
      const [was, is] = [await town.row(ticket.id), await town.row(m.id)];
      assert.equal(was.state, 'rescheduled');
      assert.deepEqual([was.personal, was.phone_ending], [null, null]);
      assert.equal(is.replaces, ticket.id);
      assert.deepEqual(is.code, Buffer.from(ticket.code));

      const again = operations.reschedule(regency, mint(), ticket, today);
      assert.equal(refusal(await again), 'wrong_state');
      assert.equal(refusal(await operations.cancel(regency, ticket)), 'wrong_state');
      const shown = await operations.show(regency, { id: m.id, secret: ticket.secret });
      assert.deepEqual(shown, moved);
    });

    await it('lets a person check in on the day, once', async () => {
      const early = await town.book(tomorrow);
      assert.equal(refusal(await operations.checkIn(regency, early)), 'not_today');
      const ticket = await town.book(today);
      const here = granted(await operations.checkIn(regency, ticket));
      assert.equal(here.state, 'checked-in');
      assert.deepEqual(await operations.checkIn(regency, ticket), here);
      const moved = await operations.reschedule(regency, mint(), ticket, tomorrow);
      assert.equal(refusal(moved), 'wrong_state');
      assert.equal(granted(await operations.cancel(regency, ticket)).state, 'cancelled');
      const nobody = { id: randomUUID(), secret: ticket.secret };
      assert.equal(refusal(await operations.checkIn(regency, nobody, 'officer')), 'not_found');
    });

    await it('gives who walks in what is left of the running slot, then a seat for walk-ins', async () => {
      await town.slot({ minutes: -10, capacity: 2, firstNumber: 6 });
      await town.slot({ minutes: -5, capacity: 1, firstNumber: 8, walkIn: true });
      await town.slot({ minutes: -60, capacity: 5, firstNumber: 1 });
      const walk = (who: Uint8Array | null = null) =>
        operations.walkIn(regency, mint(), 'ktp', who);
      const numbers = [await walk(), await walk(), await walk()].map((t) => granted(t).number);
      assert.deepEqual(numbers, [6, 7, 8]);
      // Bookable seats are still ahead, and stay so.
      assert.equal(refusal(await walk()), 'slot_full');
      const who = town.somebody();
      await town.book(today, { who });
      assert.equal(refusal(await walk(who)), 'already_booked');
    });
  });
}
