import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { databaseKinds, testDatabase } from '../test-database.ts';
import { granted, mint, refusal } from './operations.ts';
import { buildTown, otherRegency, regency, type Town } from './town.ts';

const dayMinutes = 24 * 60;

for (const kind of databaseKinds) {
  await describe(`availability, ${kind}`, async () => {
    const database = await testDatabase(kind);
    let town: Town;
    let operations: Town['operations'];
    let taxToday: string;

    // Today ktp and pbb, tomorrow ktp, then a holiday, then both again on the tenth day.
    before(async () => {
      town = await buildTown(database);
      operations = town.operations;
      for (const [minutes, firstNumber] of [
        ...[[30, 1] as const, [60, 3] as const],
        ...[[dayMinutes, 1] as const, [9 * dayMinutes, 1] as const],
      ]) {
        await town.slot({ minutes, capacity: 2, firstNumber });
      }
      taxToday = await town.slot({ minutes: 30, capacity: 1, firstNumber: 1, agency: 'bapenda' });
      await town.slot({
        ...{ minutes: 9 * dayMinutes, capacity: 1, firstNumber: 1, agency: 'bapenda' },
      });
      await database.admin(
        `insert into mpp.holiday (day, kind, name_id, name_en)
         select (now() at time zone $1)::date + n, kind, 'Hari ' || kind, 'Day of ' || kind
         from (values (2, 'national'), (3, 'joint-leave')) t (n, kind)`,
        [town.zone],
      );
    });

    const ask = async (...services: string[]) =>
      granted(await operations.availability(regency, services));
    const states = async (...services: string[]) =>
      (await ask(...services)).days.map(({ state }) => state);

    await it('has one entry for each calendar day, and says why a day is closed', async () => {
      const { days, today, until, timeZone } = await ask('ktp');
      const date = (n: number) =>
        new Date(Date.parse(today) + n * dayMinutes * 60_000).toISOString().slice(0, 10);
      assert.deepEqual(
        days.map((day) => day.date),
        [0, 1, 2, 3, 4, 5, 6].map(date),
      );
      assert.deepEqual([until, timeZone], [date(29), town.zone]);
      const none = [undefined, undefined];
      assert.deepEqual(
        days.map(({ reason }) => reason?.en),
        [...none, 'Day of national', 'Day of joint-leave', ...none, undefined],
      );
      await database.admin('update mpp.regency set closed_on_joint_leave = false');
      assert.equal((await ask('ktp')).days[3]!.reason, undefined);
    });

    await it('lists the free times of open days, earliest first', async () => {
      const [today] = (await ask('ktp', 'kk')).days;
      assert.deepEqual(
        today!.slots.map(({ agencyId, serviceIds, free }) => ({ agencyId, serviceIds, free })),
        [2, 2].map((free) => ({ agencyId: 'dukcapil', serviceIds: ['kk', 'ktp'], free })),
      );
      assert.deepEqual([today!.state, today!.free], ['open', 4]);
      assert.ok(today!.slots[0]!.startsAt < today!.slots[1]!.startsAt);
    });

    await it('opens a day only when all the services can be had on it', async () => {
      const closed = ['closed', 'closed', 'closed', 'closed', 'closed'];
      assert.deepEqual(await states('ktp'), ['open', 'open', ...closed]);
      assert.deepEqual(await states('ktp', 'pbb'), ['open', 'closed', ...closed]);
      const { days } = await ask('ktp', 'pbb');
      assert.equal(days[0]!.free, 1);
      assert.equal(days[0]!.slots.length, 3);
    });

    await it('says which day with room comes next', async () => {
      const { today, next } = await ask('ktp');
      assert.equal(Date.parse(next!) - Date.parse(today), 9 * dayMinutes * 60_000);
      assert.equal((await ask('ktp', 'pbb')).next, next);
      const last = granted(await operations.availability(regency, ['ktp'], next, 31));
      assert.deepEqual([last.days.length, last.next], [21, null]);
      assert.deepEqual([last.days[0]!.state, last.days[20]!.state], ['open', 'closed']);
      assert.equal(last.days.at(-1)!.date, last.until);
      const only = granted(await operations.availability(regency, ['ktp'], last.until, 4));
      assert.deepEqual(
        only.days.map(({ date }) => date),
        [last.until],
      );
    });

    await it('calls a day full when none is left, until a hold on it expires', async () => {
      const held = granted(await operations.hold(regency, mint(), taxToday, 'pbb'));
      const [today] = (await ask('ktp', 'pbb')).days;
      assert.deepEqual([today!.state, today!.free, today!.slots], ['full', 0, []]);
      assert.equal((await states('ktp'))[0], 'open');
      await town.elapse(held.id);
      assert.deepEqual((await ask('pbb')).days[0]!.free, 1);
    });

    await it('counts a cancelled seat as taken until it is released', async () => {
      const tomorrow = (await ask('ktp')).days[1]!.slots[0]!.id;
      const ticket = await town.book(tomorrow);
      await operations.cancel(regency, ticket);
      assert.equal((await ask('ktp')).days[1]!.free, 1);
      await town.elapse(ticket.id);
      assert.equal((await ask('ktp')).days[1]!.free, 2);
    });

    await it('calls today closed once its last slot has begun', async () => {
      const { today } = await ask('ktp');
      await database.admin(`insert into mpp.offer values ($1, 'hall', 'ktp', 'dukcapil')`, [
        regency,
      ]);
      await town.slot({ minutes: -10, capacity: 9, firstNumber: 1, place: 'hall' });
      const { days } = granted(await operations.availability(regency, ['ktp'], today, 1, 'hall'));
      assert.deepEqual([days[0]!.state, days[0]!.slots], ['closed', []]);
    });

    await it('leaves out slots that are closed, begun, or for walk-ins', async () => {
      const before = (await ask('ktp')).days[0]!.free;
      await town.slot({ minutes: -5, capacity: 3, firstNumber: 100 });
      await town.slot({ minutes: 45, capacity: 3, firstNumber: 110, walkIn: true });
      const shut = await town.slot({ minutes: 50, capacity: 3, firstNumber: 120 });
      await database.admin('update mpp.slot set is_open = false where id = $1', [shut]);
      assert.equal((await ask('ktp')).days[0]!.free, before);
    });

    await it('refuses what is unknown, past, or too far ahead', async () => {
      const { today, until } = await ask('ktp');
      const day = (from: string, n: number) =>
        new Date(Date.parse(from) + n * dayMinutes * 60_000).toISOString().slice(0, 10);
      const asked = async (...args: Parameters<typeof operations.availability>) =>
        refusal(await operations.availability(...args));
      assert.equal(await asked(regency, ['nothing']), 'not_found');
      assert.equal(await asked(regency, ['ktp', 'nothing']), 'not_found');
      assert.equal(await asked(regency, ['ktp'], null, 7, 'nowhere'), 'not_found');
      assert.equal(await asked(otherRegency, ['ktp']), 'not_found');
      assert.equal(await asked(regency, ['ktp'], day(today, -1)), 'day_past');
      assert.equal(await asked(regency, ['ktp'], day(until, 1)), 'day_beyond_window');
      assert.equal(await asked(regency, ['ktp'], until), undefined);
      assert.deepEqual(await ask('ktp', 'ktp'), await ask('ktp'));
    });
  });
}
