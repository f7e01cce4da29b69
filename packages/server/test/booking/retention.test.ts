import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { erasePast } from '../../src/retention.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';
import { granted, refusal } from './operations.ts';
import { buildTown, otherRegency, regency, type Town } from './town.ts';

for (const kind of databaseKinds) {
  await describe(`retention, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin } = database;
    let town: Town;

    before(async () => {
      town = await buildTown(database);
    });

    /** Lets so many days pass for a booking. */
    const age = (id: string, days: number) =>
      admin(
        `update mpp.booking set service_day = (now() at time zone $3)::date - $2::int where id = $1`,
        [id, days, town.zone],
      );

    await it('erases who came after 30 days, whatever became of the booking, and nothing else', async () => {
      const slot = await town.slot({ minutes: 60, capacity: 5, firstNumber: 1 });
      const [came, cancelled, moved, recent] = [
        await town.book(slot),
        await town.book(slot),
        await town.book(slot),
        await town.book(slot),
      ];
      await town.operations.cancel(regency, cancelled);
      await admin(`update mpp.booking set state = 'served' where id = $1`, [came.id]);
      for (const { id } of [came, cancelled, moved]) await age(id, 31);
      await age(recent.id, 30);
      const before = await town.row(came.id);

      assert.equal(await erasePast(database, otherRegency), 0);
      assert.equal(await erasePast(database, regency), 3);
      assert.equal(await erasePast(database, regency), 0);

      const who = { person: null, phone_ending: null, personal: null };
      assert.deepEqual(await town.row(came.id), { ...before, ...who });
      for (const { id } of [cancelled, moved]) {
        const { person, phone_ending, personal } = await town.row(id);
        assert.deepEqual({ person, phone_ending, personal }, who);
      }
      const kept = await town.row(recent.id);
      assert.ok(kept['person'] && kept['phone_ending'] && kept['personal']);
    });

    await it('leaves the history to whoever has the code, and the ticket only to the secret', async () => {
      const slot = await town.slot({ minutes: 90, capacity: 1, firstNumber: 11 });
      const ticket = await town.book(slot);
      await age(ticket.id, 31);
      await erasePast(database, regency);
      const status = granted(await town.operations.track(regency, ticket.code));
      assert.deepEqual(
        status.timeline.map(({ state }) => state),
        ['booked'],
      );
      assert.equal(refusal(await town.operations.unlock(regency, ticket.code)), 'not_found');
      assert.equal(granted(await town.operations.show(regency, ticket)).id, ticket.id);
    });

    await it('keeps no longer than citizens are told, and shorter where the regency says so', async () => {
      await assert.rejects(admin('update mpp.regency set keep_days = 31'), { code: '23514' });
      const slot = await town.slot({ minutes: 120, capacity: 1, firstNumber: 21 });
      const ticket = await town.book(slot);
      await age(ticket.id, 8);
      assert.equal(await erasePast(database, regency), 0);
      await admin('update mpp.regency set keep_days = 7 where code = $1', [regency]);
      assert.equal(await erasePast(database, regency), 2, 'this one, and the one of 30 days ago');
      await admin('update mpp.regency set keep_days = 30 where code = $1', [regency]);
    });

    await it('forgets answers after 7 days, and lets nobody forget one that is still given', async () => {
      const slot = await town.slot({ minutes: 150, capacity: 2, firstNumber: 31 });
      const [old, young] = [await town.book(slot), await town.book(slot)];
      await admin(
        `update mpp.idempotency set created_at = now() - interval '7 days 1 minute' where key = $1`,
        [old.key],
      );
      assert.equal(await erasePast(database, regency), 1);
      const keys = await admin<{ key: string }>('select key from mpp.idempotency');
      assert.ok(!keys.some(({ key }) => key === old.key));
      assert.ok(keys.some(({ key }) => key === young.key));

      const gone = await database.operate(regency, (operator) =>
        operator.rows({ text: 'delete from mpp.idempotency returning key', values: [] }),
      );
      assert.deepEqual(gone, []);
      await assert.rejects(
        database.operate(regency, (operator) =>
          operator.rows({ text: `update mpp.idempotency set answer = '{}'`, values: [] }),
        ),
        { code: '42501' },
      );
    });
  });
}
