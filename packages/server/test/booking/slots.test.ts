import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';

import type { OperatorFunctions } from '../../src/operator-functions.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';
import { granted, mint, refusal } from './operations.ts';
import { buildTown, otherRegency, regency, type Town } from './town.ts';

for (const kind of databaseKinds) {
  await describe(`changing slots, ${kind}`, async () => {
    const database = await testDatabase(kind);
    let town: Town;
    let operations: Town['operations'];

    before(async () => {
      town = await buildTown(database);
      operations = town.operations;
    });

    const operate = <N extends 'close_slot' | 'set_capacity'>(
      name: N,
      values: Parameters<OperatorFunctions[N]>,
    ) => database.operate(values[0], (operator) => operator.call(name, values));

    await it('refuses numbers that another slot of the agency’s day has', async () => {
      await town.slot({ minutes: 30, capacity: 5, firstNumber: 1 });
      const again = (firstNumber: number, agency = 'dukcapil') =>
        town.slot({ minutes: 60 + firstNumber, capacity: 5, firstNumber, agency });
      await assert.rejects(again(5), { code: '23P01' });
      await again(6);
      await again(1, 'bapenda');
    });

    await it('refuses a second slot at the same time', async () => {
      const id = await town.slot({ minutes: 40, capacity: 1, firstNumber: 21 });
      const twin = database.admin(
        `insert into mpp.slot (regency, id, place_id, agency_id, service_day, starts_at, ends_at,
           capacity, first_number)
         select regency, gen_random_uuid(), place_id, agency_id, service_day, starts_at, ends_at, 1, 22
         from mpp.slot where id = $1`,
        [id],
      );
      await assert.rejects(twin, { code: '23505' });
    });

    await it('closes a slot that nobody has booked', async () => {
      const slot = await town.slot({ minutes: 41, capacity: 3, firstNumber: 31 });
      const held = await town.hold(slot);
      await town.elapse(held.id);
      const closed = await operate('close_slot', [regency, slot, false]);
      assert.deepEqual(closed, { id: slot, cancelled: 0 });
      assert.deepEqual(await operate('close_slot', [regency, slot, false]), closed);
      assert.equal(refusal(await town.tryBook(slot)), 'slot_closed');
      const unknown = await operate('close_slot', [regency, randomUUID(), true]);
      assert.equal(refusal(unknown), 'not_found');
      assert.equal(refusal(await operate('close_slot', [otherRegency, slot, true])), 'not_found');
    });

    await it('closes one with bookings only together with them', async () => {
      const slot = await town.slot({ minutes: 42, capacity: 9, firstNumber: 41 });
      const called = await town.book(slot);
      const here = await town.book(slot);
      await operations.checkIn(regency, called);
      await operations.callNext(regency, mint(), 1);
      await operations.checkIn(regency, here);
      const others = [await town.hold(slot), await town.book(slot), here];
      await operations.cancel(regency, await town.book(slot));

      const refused = await operate('close_slot', [regency, slot, false]);
      assert.deepEqual(refused, { refused: 'slot_has_bookings', bookings: 3 });
      assert.equal((await town.row(here.id)).state, 'checked-in');

      assert.deepEqual(await operate('close_slot', [regency, slot, true]), {
        id: slot,
        cancelled: 3,
      });
      for (const { id, code } of others) {
        assert.equal((await town.row(id)).state, 'cancelled');
        const { timeline } = granted(await operations.track(regency, code));
        assert.equal(timeline.at(-1)!.state, 'cancelled');
      }
      const [last] = await database.admin<{ actor: string }>(
        'select actor::text from mpp.status_event where booking_id = $1 order by seq desc limit 1',
        [here.id],
      );
      assert.equal(last!.actor, 'officer');
      assert.equal((await town.row(called.id)).state, 'called');
    });

    await it('changes a capacity down to the last owned seat, up to the next slot’s numbers', async () => {
      const slot = await town.slot({ minutes: 43, capacity: 5, firstNumber: 61 });
      await town.slot({ minutes: 44, capacity: 5, firstNumber: 70 });
      const [first] = [await town.book(slot), await town.book(slot), await town.book(slot)];
      await operations.cancel(regency, first);
      await town.elapse(first.id);
      const held = await town.hold(slot);
      await town.elapse(held.id);

      const change = (capacity: number) => operate('set_capacity', [regency, slot, capacity]);
      assert.deepEqual(await change(2), { refused: 'slot_has_bookings', capacity: 3 });
      assert.deepEqual(await change(3), { id: slot, capacity: 3 });
      assert.equal((await town.book(slot)).number, 61);
      assert.equal(refusal(await town.tryBook(slot)), 'slot_full');
      assert.deepEqual(await change(10), { refused: 'numbers_taken' });
      assert.deepEqual(await change(9), { id: slot, capacity: 9 });
      assert.equal((await town.book(slot)).number, 64);
    });
  });
}
