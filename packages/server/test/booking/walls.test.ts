import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { databaseKinds, testDatabase } from '../test-database.ts';
import { audits } from './audits.ts';
import { refusal } from './operations.ts';
import { buildTown, otherRegency, regency, type Town } from './town.ts';

for (const kind of databaseKinds) {
  await describe(`walls, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin, app } = database;
    let town: Town;
    let slot: string;

    before(async () => {
      town = await buildTown(database);
      slot = await town.slot({ minutes: 60, capacity: 40, firstNumber: 1 });
      await admin(`insert into mpp.schedule values ($1, 'mall', 'dukcapil', 10, 20, '[]')`, [
        regency,
      ]);
      await admin(
        `insert into mpp.survey_answer values (
           $1, '2026-01-01', default, 'mall', 'dukcapil', 4, 4, 4, 4, 4, 4, 4, 4, 4)`,
        [regency],
      );
      const webhook = crypto.randomUUID();
      await admin(`insert into mpp.webhook values ($1, $2, 'https://a.id', '', '{}', null, $2)`, [
        regency,
        webhook,
      ]);
      await admin(
        `insert into mpp.webhook_delivery (regency, webhook_id, event_id, kind, at, state)
         values ($1, $2, $2, 'test', now(), 'missed')`,
        [regency, webhook],
      );
      await admin(`insert into mpp.kiosk values ($1, 'adm', 1, '{}')`, [regency]);
      await admin(
        `insert into mpp.terminal (regency, id, kiosk_id, prepared_by)
         values ($1, gen_random_uuid(), 'adm', 'wulan')`,
        [regency],
      );
    });

    const read = (text: string, values: unknown[] = []) =>
      database.rows(otherRegency, { text, values });

    await it('lets nobody change a booking under another regency’s name', async () => {
      const ticket = await town.book(slot);
      const { operations } = town;
      assert.equal(refusal(await operations.cancel(otherRegency, ticket)), 'not_found');
      assert.equal(refusal(await operations.cancel(otherRegency, ticket, 'officer')), 'not_found');
      assert.equal(refusal(await operations.show(otherRegency, ticket)), 'not_found');
      assert.equal(
        refusal(await operations.book(otherRegency, ticket, slot, 'ktp', town.somebody())),
        'slot_closed',
      );
    });

    await it('shows no row of a regency without its name, nor with another’s', async () => {
      await town.book(slot);
      for (const table of [
        ...['booking', 'slot', 'offer', 'status_event', 'idempotency', 'schedule', 'survey_answer'],
        ...['outbox', 'webhook', 'webhook_delivery'],
        ...['kiosk', 'terminal'],
      ]) {
        const count = `select count(*) as n from mpp.${table}`;
        assert.deepEqual(await app(count), [{ n: 0 }], table);
        assert.deepEqual(await database.rows(null, { text: count, values: [] }), [{ n: 0 }]);
        assert.deepEqual(await read(`${count} where regency = $1`, [regency]), [{ n: 0 }], table);
        const [own] = await database.rows<{ n: number }>(regency, { text: count, values: [] });
        assert.ok(own!.n > 0, table);
      }
      const regencies = await database.rows(null, { text: 'select from mpp.regency', values: [] });
      assert.equal(regencies.length, 2);
    });

    await it('forgets the regency after each statement', async () => {
      const text = `select current_setting('app.regency', true) as regency`;
      assert.deepEqual(await read(text), [{ regency: otherRegency }]);
      await town.operations.track(regency, Buffer.from('code'));
      const [left] = await app<{ regency: string | null }>(text);
      assert.ok(!left!.regency);
    });

    await it('takes a regency’s name as a name, whatever it contains', async () => {
      const name = `x'; set role none; select '`;
      const text = `select current_user, current_setting('app.regency') as regency`;
      assert.deepEqual(await database.rows(name, { text, values: [] }), [
        { current_user: 'mpp_app', regency: name },
      ]);
    });

    await it('lets the server neither change history nor what a regency offers', async () => {
      for (const text of [
        `update mpp.status_event set actor = 'clock'`,
        'delete from mpp.status_event',
        'truncate mpp.status_event',
        'delete from mpp.booking',
        'delete from mpp.idempotency',
        `update mpp.idempotency set answer = '{}'`,
        'update mpp.survey_answer set cost = 4',
        'delete from mpp.survey_answer',
        'delete from mpp.terminal',
        'delete from mpp.kiosk',
        'delete from mpp.slot',
        `insert into mpp.offer values ('35.79', 'mall', 'x', 'y')`,
        `update mpp.regency set hold_for = '1 day'`,
        `insert into mpp.holiday values (now(), 'national', '', '')`,
        `create table mpp.mine ()`,
        `select mpp.publish_day('35.79', 'mall', 'dukcapil', current_date + 1,
           '[{"startsAt": "2030-01-01T00:00:00Z", "endsAt": "2030-01-01T01:00:00Z", "capacity": 1}]')`,
      ]) {
        await assert.rejects(app(text), { code: '42501' }, text);
      }
    });

    await it('keeps an operator within the regency', async () => {
      const operate = (text: string) =>
        database.operate(regency, (operator) => operator.rows({ text, values: [] }));
      await operate(`insert into mpp.catalogue values ('35.79', '1')`);
      for (const text of [
        `insert into mpp.catalogue values ('35.07', '1')`,
        `insert into mpp.regency (code, name, time_zone) values ('51.71', 'Denpasar', 'UTC')`,
        'delete from mpp.booking',
        `update mpp.status_event set actor = 'clock'`,
      ]) {
        await assert.rejects(operate(text), { code: '42501' }, text);
      }
      const others = await operate(
        `update mpp.regency set name = 'x' where code = '35.07' returning code`,
      );
      assert.deepEqual(others, []);
      assert.deepEqual(await app('select current_user::text as role'), [{ role: 'mpp_app' }]);
    });

    await it('refuses in the schema itself what no operation would do', async () => {
      const ticket = await town.book(slot);
      const twin = (seat: string, number: string, person: string) =>
        admin(
          `insert into mpp.booking (regency, id, slot_id, place_id, agency_id, service_day,
             starts_at, ends_at, service_id, seat, number, state, seat_until, code, secret, person)
           select regency, gen_random_uuid(), slot_id, place_id, agency_id, service_day,
             starts_at, ends_at, service_id, ${seat}, ${number}, 'booked', 'infinity', 'x', 'x',
             ${person}
           from mpp.booking where id = $1`,
          [ticket.id],
        );
      await assert.rejects(twin('seat', 'number', `'y'`), { constraint: 'booking_seat' });
      await assert.rejects(twin('99', 'number', `'y'`), { constraint: 'booking_number' });
      await assert.rejects(twin('99', '999', 'person'), { constraint: 'booking_person_day' });
      await assert.rejects(
        admin('update mpp.slot set taken = capacity + 1 where id = $1', [slot]),
        { constraint: 'slot_not_overbooked' },
      );
      await assert.rejects(
        admin('update mpp.booking set seat_until = null where id = $1', [ticket.id]),
        { constraint: 'booking_owns_its_seat' },
      );
    });

    await it('leaves nothing behind that an audit would find', async () => {
      for (const [name, text] of Object.entries(audits)) {
        const [wrong] = await admin<{ n: number }>(`select count(*) as n from (${text}) wrong`);
        assert.equal(wrong!.n, 0, name);
      }
    });
  });
}
