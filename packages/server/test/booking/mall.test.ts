import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { markNoShows } from '../../src/no-shows.ts';
import { publishSlots } from '../../src/publish.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';
import { audits } from './audits.ts';
import { granted, hash, mint, operationsOf, refusal } from './operations.ts';
import { middayZone } from './town.ts';

const regency = '35.79';
const zone = middayZone();
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

for (const kind of databaseKinds) {
  await describe(`the mall’s own rules, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin } = database;
    const operations = operationsOf(database);

    before(async () => {
      await admin(`insert into mpp.regency (code, name, time_zone) values ($1, 'Batu', $2)`, [
        regency,
        zone,
      ]);
      await admin(`insert into mpp.offer values ($1, 'mall', 'ktp', 'dukcapil')`, [regency]);
      // It is midday: two hours lie ahead, and one runs.
      await admin(
        `insert into mpp.schedule values ($1, 'mall', 'dukcapil', 60, 10, $2, '[]', 30)`,
        [regency, JSON.stringify([{ days, open: '10:00', close: '15:00', breaks: [] }])],
      );
      await publishSlots(database, regency);
    });

    const slotsOf = (ahead: number) =>
      admin<{ id: string; walk_in: boolean; capacity: number; first_number: number }>(
        `select id, walk_in, capacity, first_number from mpp.slot
         where service_day = (now() at time zone $1)::date + $2::int order by starts_at, walk_in`,
        [zone, ahead],
      );

    await it('keeps a share of each time for people who walk in, in the order of the numbers', async () => {
      const slots = await slotsOf(1);
      const seats = (walkIn: boolean) =>
        slots
          .filter(({ walk_in }) => walk_in === walkIn)
          .reduce((sum, { capacity }) => sum + capacity, 0);
      assert.deepEqual([seats(false), seats(true)], [7, 3]);
      let next = 1;
      for (const { first_number, capacity } of slots) {
        assert.equal(first_number, next);
        next += capacity;
      }
      const { days: open } = granted(await operations.availability(regency, ['ktp']));
      assert.equal(open[1]!.free, 7);
      const kept = slots.find(({ walk_in }) => walk_in)!;
      const asked = await operations.book(regency, mint(), kept.id, 'ktp', hash('clever'));
      assert.equal(refusal(asked), 'slot_closed');
      assert.deepEqual(await publishSlots(database, regency), { created: 0, kept: [] });
    });

    await it('gives who walks in their share, and what is left of the time that runs', async () => {
      const numbers: number[] = [];
      for (let n = 0; n < 12; n++) {
        const answer = await operations.walkIn(regency, mint(), 'ktp', hash(`walks ${String(n)}`));
        if (refusal(answer) === 'slot_full') break;
        numbers.push(granted(answer).number);
      }
      const [running] = await admin<{ free: number }>(
        `select sum(capacity)::int as free from mpp.slot
         where service_day = (now() at time zone $1)::date and ends_at > now()
           and (walk_in or starts_at <= now())`,
        [zone],
      );
      assert.equal(numbers.length, running!.free);
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      );
      // Nobody who booked lost a seat to them.
      const ahead = await admin<{ taken: number }>(
        `select taken from mpp.slot where not walk_in and starts_at > now()
           and service_day = (now() at time zone $1)::date`,
        [zone],
      );
      assert.ok(ahead.every(({ taken }) => taken === 0));
    });

    await it('takes the share back when it ends, and keeps a day that somebody has booked', async () => {
      const [slot] = await slotsOf(2);
      granted(await operations.book(regency, mint(), slot!.id, 'ktp', hash('early')));
      await admin('update mpp.schedule set walk_in_share = 0');
      const { kept } = await publishSlots(database, regency);
      assert.equal(
        kept.filter(({ day }) => day > new Date().toISOString().slice(0, 10)).length >= 1,
        true,
      );
      assert.ok((await slotsOf(1)).every(({ walk_in }) => !walk_in));
      assert.equal((await slotsOf(2)).length, 8);
    });

    await it('marks who did not come, once the day is over, and says that the clock did it', async () => {
      const [slot] = await slotsOf(3);
      const missed = mint();
      const [, came] = [
        granted(await operations.book(regency, missed, slot!.id, 'ktp', hash('missed'))),
        granted(await operations.book(regency, mint(), slot!.id, 'ktp', hash('came'))),
      ];
      assert.equal(await markNoShows(database, regency), 0);
      assert.equal(granted(await operations.show(regency, missed)).state, 'booked');
      // Three days and a night go by.
      for (const table of ['slot', 'booking']) {
        await admin(
          `update mpp.${table} set service_day = service_day - 4, starts_at = starts_at - interval '4 days',
             ends_at = ends_at - interval '4 days'
           where ${table === 'slot' ? 'id' : 'slot_id'} = $1`,
          [slot!.id],
        );
      }
      await admin(
        `update mpp.published_day set service_day = service_day - 100
         where service_day = (now() at time zone $1)::date - 1`,
        [zone],
      );
      await admin(
        `insert into mpp.published_day (regency, place_id, agency_id, service_day, plan)
         values ($1, 'mall', 'dukcapil', (now() at time zone $2)::date - 1, '')`,
        [regency, zone],
      );
      await admin(`update mpp.booking set state = 'checked-in' where id = $1`, [came.id]);
      assert.equal(await markNoShows(database, regency), 1);
      assert.equal(await markNoShows(database, regency), 0);
      const status = granted(await operations.track(regency, missed.code));
      assert.deepEqual(
        status.timeline.map(({ state }) => state),
        ['booked', 'no-show'],
      );
      const [event] = await admin<{ actor: string; officer: string | null }>(
        `select actor, officer from mpp.status_event where booking_id = $1 order by seq desc limit 1`,
        [missed.id],
      );
      assert.deepEqual(event, { actor: 'clock', officer: null });
      const [other] = await admin<{ state: string }>(
        'select state from mpp.booking where id = $1',
        [came.id],
      );
      assert.equal(other!.state, 'checked-in');
      await admin(`update mpp.booking set state = 'booked' where id = $1`, [came.id]);
    });

    await it('leaves nothing behind that an audit would find', async () => {
      for (const [name, text] of Object.entries(audits)) {
        assert.deepEqual(await admin(text), [], name);
      }
    });
  });
}
