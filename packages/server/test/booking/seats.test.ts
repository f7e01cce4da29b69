import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';

import { databaseKinds, testDatabase } from '../test-database.ts';
import { granted, mint, refusal } from './operations.ts';
import { buildTown, regency, type Town } from './town.ts';

for (const kind of databaseKinds) {
  await describe(`seats, ${kind}`, async () => {
    const database = await testDatabase(kind);
    let town: Town;
    let operations: Town['operations'];

    before(async () => {
      town = await buildTown(database);
      operations = town.operations;
    });

    await it('gives the smallest free seats, and numbers in order of time', async () => {
      const first = await town.slot({ minutes: 30, capacity: 2, firstNumber: 11 });
      const second = await town.slot({ minutes: 60, capacity: 2, firstNumber: 13 });
      const tickets = [await town.book(first), await town.book(first), await town.book(second)];
      assert.deepEqual(
        tickets.map(({ number }) => number),
        [11, 12, 13],
      );
    });

    await it('says everything that a ticket shows', async () => {
      const slot = await town.slot({ minutes: 61, capacity: 1, firstNumber: 21 });
      const m = mint();
      const ticket = granted(await operations.hold(regency, m, slot, 'ktp'));
      const { startsAt, endsAt, heldUntil, ...rest } = ticket;
      assert.deepEqual(rest, {
        ...{ id: m.id, slotId: slot, state: 'held', number: 21, serviceId: 'ktp' },
        ...{ agencyId: 'dukcapil', placeId: 'mall', priority: false, extendable: true },
      });
      assert.equal(Date.parse(endsAt) - Date.parse(startsAt), 30 * 60_000);
      const minutes = (Date.parse(heldUntil!) - Date.now()) / 60_000;
      assert.ok(minutes > 9.9 && minutes < 10.1, String(minutes));
      assert.deepEqual(await operations.show(regency, m), ticket);
    });

    await it('refuses a slot that is full, closed, begun, unknown, for walk-ins, or of others', async () => {
      const slot = await town.slot({ minutes: 31, capacity: 1, firstNumber: 31 });
      const begun = await town.slot({ minutes: -10, capacity: 1, firstNumber: 32 });
      const walkIn = await town.slot({ minutes: 32, capacity: 1, firstNumber: 33, walkIn: true });
      for (const id of [begun, walkIn, randomUUID()]) {
        assert.equal(refusal(await town.tryBook(id)), 'slot_closed');
      }
      assert.equal(refusal(await town.tryBook(slot, { service: 'pbb' })), 'slot_closed');

      const open = (is: boolean) =>
        database.admin('update mpp.slot set is_open = $2 where id = $1', [slot, is]);
      await open(false);
      assert.equal(refusal(await town.tryBook(slot)), 'slot_closed');
      await open(true);
      await town.book(slot);
      assert.equal(refusal(await town.tryBook(slot)), 'slot_full');
      assert.equal(refusal(await operations.hold(regency, mint(), slot, 'ktp')), 'slot_full');
    });

    await it('keeps seat and number of a hold until it is booked, once', async () => {
      const slot = await town.slot({ minutes: 33, capacity: 3, firstNumber: 41 });
      const held = await town.hold(slot);
      const wrong = { ...held, secret: randomBytes(16) };
      const bookHold = (m = held) => operations.bookHold(regency, mint(), m, town.somebody());
      assert.equal(refusal(await bookHold(wrong)), 'not_found');
      const booked = granted(await bookHold());
      assert.deepEqual(
        [booked.number, booked.state, booked.heldUntil, booked.extendable],
        [held.number, 'booked', null, false],
      );
      assert.equal(refusal(await bookHold()), 'wrong_state');
      assert.equal(refusal(await operations.extend(regency, held)), 'wrong_state');
    });

    await it('keeps a hold once more as long, from when it is asked, and once only', async () => {
      const slot = await town.slot({ minutes: 34, capacity: 3, firstNumber: 44 });
      const held = await town.hold(slot);
      await database.admin(
        `update mpp.booking set seat_until = now() + interval '1 min' where id = $1`,
        [held.id],
      );
      const wrong = { ...held, secret: randomBytes(16) };
      assert.equal(refusal(await operations.extend(regency, wrong)), 'not_found');
      const extended = granted(await operations.extend(regency, held));
      assert.ok(Date.parse(extended.heldUntil!) > Date.now() + 9 * 60_000);
      assert.equal(extended.extendable, false);
      assert.deepEqual(await operations.extend(regency, held), extended);
    });

    await it('counts an expired hold as free, and lets who needs it have its seat', async () => {
      const slot = await town.slot({ minutes: 35, capacity: 2, firstNumber: 51 });
      await town.book(slot);
      const held = await town.hold(slot);
      assert.equal(refusal(await town.tryBook(slot)), 'slot_full');
      await town.elapse(held.id);
      const shown = granted(await operations.show(regency, held));
      assert.deepEqual([shown.state, shown.heldUntil, shown.extendable], ['expired', null, false]);
      const bookHold = () => operations.bookHold(regency, mint(), held, town.somebody());
      assert.equal(refusal(await bookHold()), 'hold_expired');
      assert.equal(refusal(await operations.extend(regency, held)), 'hold_expired');
      assert.equal((await town.book(slot)).number, held.number);
      assert.equal((await town.row(held.id)).state, 'expired');
      assert.equal(refusal(await bookHold()), 'hold_expired');
      assert.equal(refusal(await operations.extend(regency, held)), 'hold_expired');
    });

    await it('frees a cancelled seat after 5 to 30 minutes, not before', async () => {
      const slot = await town.slot({ minutes: 36, capacity: 2, firstNumber: 61 });
      const ticket = await town.book(slot);
      await town.book(slot);
      const cancelled = granted(await operations.cancel(regency, ticket));
      assert.equal(cancelled.state, 'cancelled');
      assert.deepEqual(await operations.cancel(regency, ticket), cancelled);
      const until = Date.parse(String((await town.row(ticket.id)).until));
      const minutes = (until - Date.now()) / 60_000;
      assert.ok(minutes > 4.9 && minutes < 30.1, String(minutes));
      assert.equal(refusal(await town.tryBook(slot)), 'slot_full');
      await town.elapse(ticket.id);
      assert.equal((await town.book(slot)).number, ticket.number);
    });

    await it('frees a hold that is given back no later than it would have come free', async () => {
      const slot = await town.slot({ minutes: 37, capacity: 2, firstNumber: 63 });
      const held = await town.hold(slot);
      await database.admin(
        `update mpp.booking set seat_until = now() + interval '1 min' where id = $1`,
        [held.id],
      );
      await operations.cancel(regency, held);
      assert.ok(Date.parse(String((await town.row(held.id)).until)) < Date.now() + 61_000);
    });

    await it('gives the same answer for the same key, also after a cancel', async () => {
      const slot = await town.slot({ minutes: 38, capacity: 9, firstNumber: 71 });
      const full = await town.slot({ minutes: 39, capacity: 1, firstNumber: 80 });
      await town.book(full);
      const who = town.somebody();
      const m = mint();
      const first = await operations.book(regency, m, slot, 'ktp', who);
      await operations.cancel(regency, m);
      assert.deepEqual(await operations.book(regency, m, slot, 'ktp', who), first);
      const another = { ...m, request: randomBytes(8) };
      assert.equal(
        refusal(await operations.book(regency, another, slot, 'ktp', who)),
        'key_reused',
      );
      // A refusal is not kept.
      const later = mint();
      assert.equal(refusal(await operations.book(regency, later, full, 'ktp', who)), 'slot_full');
      assert.equal(
        granted(await operations.book(regency, later, slot, 'ktp', who)).state,
        'booked',
      );
    });

    await it('lets a person give back three seats of a day, and then wait for one to come free', async () => {
      const day = 5 * 24 * 60;
      const slot = await town.slot({ minutes: day, capacity: 9, firstNumber: 1 });
      const other = await town.slot({ minutes: day + 30, capacity: 9, firstNumber: 10 });
      const nextDay = await town.slot({ minutes: day + 24 * 60, capacity: 9, firstNumber: 1 });
      const who = town.somebody();
      const book = (service = 'ktp') => town.book(slot, { who, service });
      const bookHold = () => operations.bookHold(regency, mint(), held, who);

      const [first, second] = [await book(), await book('kk')];
      for (const ticket of [first, second]) await operations.cancel(regency, ticket);
      const moved = mint();
      granted(await operations.reschedule(regency, moved, await book(), other));
      const last = { id: moved.id, secret: (await town.row(moved.id))['secret'] as Uint8Array };

      const held = await town.hold(slot);
      for (const answer of [
        await town.tryBook(slot, { who, service: 'kk' }),
        await operations.reschedule(regency, mint(), last, slot),
      ]) {
        assert.equal(refusal(answer), 'too_many_requests');
        assert.ok('retryAfter' in answer && answer.retryAfter > 290 && answer.retryAfter <= 1800);
      }
      granted(await operations.cancel(regency, last));
      assert.equal(refusal(await bookHold()), 'too_many_requests');
      granted(await town.tryBook(nextDay, { who }));
      granted(await town.tryBook(slot));

      for (const { id } of [first, second]) await town.elapse(id);
      granted(await bookHold());
    });

    await it('lets a person have one living booking for a service and day', async () => {
      const slot = await town.slot({ minutes: 40, capacity: 9, firstNumber: 81 });
      const tomorrow = await town.slot({ minutes: 24 * 60, capacity: 9, firstNumber: 1 });
      const who = town.somebody();
      await town.book(slot, { who });
      assert.equal(refusal(await town.tryBook(slot, { who })), 'already_booked');
      const held = await town.hold(slot);
      const bookHold = await operations.bookHold(regency, mint(), held, who);
      assert.equal(refusal(bookHold), 'already_booked');
      await town.book(slot, { who, service: 'kk' });
      const there = await town.book(tomorrow, { who });
      const moved = await operations.reschedule(regency, mint(), there, slot);
      assert.equal(refusal(moved), 'already_booked');
    });
  });
}
