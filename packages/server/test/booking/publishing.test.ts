import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { publishSlots } from '../../src/publish.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';
import { audits } from './audits.ts';
import { granted, hash, mint, operationsOf, refusal } from './operations.ts';
import { middayZone } from './town.ts';

const regency = '35.79';
const zone = middayZone();
const openingHours = [
  {
    days: ['mon', 'tue', 'wed', 'thu'],
    open: '08:00',
    close: '15:00',
    breaks: [{ from: '12:00', to: '13:00' }],
  },
  { days: ['fri'], open: '08:00', close: '14:30', breaks: [{ from: '11:30', to: '13:00' }] },
];

interface SlotRow {
  agency: string;
  day: string;
  weekday: string;
  time: string;
  minutes: number;
  capacity: number;
  number: number;
}

for (const kind of databaseKinds) {
  await describe(`publishing, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin } = database;
    const operations = operationsOf(database);

    before(async () => {
      await admin(`insert into mpp.regency (code, name, time_zone) values ($1, 'Batu', $2)`, [
        regency,
        zone,
      ]);
      await admin(`insert into mpp.offer values ($1, 'mall', 'ktp', 'dukcapil')`, [regency]);
      // The first two Tuesdays from tomorrow on are days of rest.
      await admin(
        `insert into mpp.holiday (day, kind, name_id, name_en)
         select day, case n when 1 then 'national' else 'joint-leave' end, 'Libur', 'Rest'
         from (select day::date, row_number() over (order by day) as n
               from generate_series(now() + interval '1 day', now() + interval '20 days', '1 day') day
               where extract(isodow from day) = 2) t
         where n <= 2`,
      );
      await schedule('dukcapil', 10, 200);
      await schedule('bapenda', 25, 20);
    });

    const schedule = (agency: string, minutes: number, quota: number) =>
      admin(
        `insert into mpp.schedule values ($1, 'mall', $2, $3, $4, $5)
         on conflict (regency, place_id, agency_id) do update
         set slot_minutes = excluded.slot_minutes, daily_quota = excluded.daily_quota`,
        [regency, agency, minutes, quota, JSON.stringify(openingHours)],
      );

    const slots = () =>
      admin<SlotRow>(
        `select agency_id as agency, service_day as day, to_char(service_day, 'dy') as weekday,
           to_char(starts_at at time zone '${zone}', 'HH24:MI') as time,
           (extract(epoch from ends_at - starts_at) / 60)::int as minutes,
           capacity, first_number as number
         from mpp.slot where not walk_in order by agency_id, starts_at`,
      );

    /** The slots of each day of an agency. */
    const daysOf = async (agency: string) => {
      const days = new Map<string, SlotRow[]>();
      for (const slot of await slots()) {
        if (slot.agency !== agency) continue;
        days.set(slot.day, [...(days.get(slot.day) ?? []), slot]);
      }
      return [...days.values()];
    };

    /** A slot of an agency's last day. */
    const lastSlot = async (agency = 'dukcapil') => {
      const [slot] = await admin<{ id: string; day: string; starts_at: Date }>(
        `select id, service_day as day, starts_at from mpp.slot
         where agency_id = $1 order by service_day desc, starts_at limit 1`,
        [agency],
      );
      return slot!;
    };

    /** Three servers at once: what they made together, and what one of them kept. */
    async function publishThrice() {
      const published = await Promise.all([1, 2, 3].map(() => publishSlots(database, regency)));
      const created = published.reduce((sum, each) => sum + each.created, 0);
      return { created, kept: published[0]!.kept };
    }

    await it('makes each slot once, also when three servers publish at once', async () => {
      const { created } = await publishThrice();
      assert.equal(created, (await slots()).length);
      assert.ok(created > 500, String(created));
      assert.deepEqual(await publishSlots(database, regency), { created: 0, kept: [] });
      assert.equal((await slots()).length, created);
      const inAnotherZone = await database.operate(regency, async (operator) => {
        await operator.rows({ text: `set local timezone = 'Asia/Tokyo'`, values: [] });
        return operator.call('publish_schedule', [regency, 'mall', 'dukcapil']);
      });
      assert.deepEqual(inAnotherZone, { created: 0, kept: [] });
    });

    await it('keeps to hours, breaks and weekdays, in the regency’s zone', async () => {
      const days = await daysOf('dukcapil');
      for (const day of days) {
        const times = day.map(({ time }) => time);
        const friday = day[0]!.weekday === 'fri';
        assert.equal(times.length, friday ? 30 : 36);
        assert.deepEqual([times[0], times.at(-1)], ['08:00', friday ? '14:20' : '14:50']);
        assert.ok(!times.some((time) => time >= (friday ? '11:30' : '12:00') && time < '13:00'));
        assert.ok(day.every(({ minutes }) => minutes === 10));
      }
      assert.deepEqual(
        new Set(days.map(([slot]) => slot!.weekday)),
        new Set(['mon', 'tue', 'wed', 'thu', 'fri']),
      );
    });

    await it('spreads the quota evenly, with numbers from 1 without a gap', async () => {
      for (const [agency, quota] of [
        ['dukcapil', 200],
        ['bapenda', 20],
      ] as const) {
        for (const day of await daysOf(agency)) {
          let next = 1;
          for (const { number, capacity } of day) {
            assert.equal(number, next);
            next += capacity;
          }
          assert.equal(next - 1, quota);
          const capacities = day.map(({ capacity }) => capacity);
          assert.ok(Math.max(...capacities) - Math.min(...capacities) <= 1);
        }
      }
    });

    await it('rests on national holidays, and on joint leave where the regency says so', async () => {
      const holidays = async () =>
        (
          await admin<{ day: string }>(
            `select distinct service_day as day from mpp.slot
             join mpp.holiday on day = service_day order by 1`,
          )
        ).length;
      assert.equal(await holidays(), 0);
      await admin('update mpp.regency set closed_on_joint_leave = false');
      const { created } = await publishSlots(database, regency);
      assert.equal(created, 36 + 13);
      assert.equal(await holidays(), 1);
      await admin('update mpp.regency set closed_on_joint_leave = true');
      await publishSlots(database, regency);
      assert.equal(await holidays(), 0);
    });

    await it('makes days anew when their schedule changes, but not where somebody has a seat', async () => {
      const { id, day } = await lastSlot();
      granted(await operations.book(regency, mint(), id, 'ktp', hash('someone')));
      await schedule('dukcapil', 20, 100);
      const { created, kept } = await publishThrice();
      assert.deepEqual(kept, [{ placeId: 'mall', agencyId: 'dukcapil', day }]);
      const days = await daysOf('dukcapil');
      assert.equal(created, days.slice(0, -1).flat().length);
      for (const each of days) {
        const expected = each[0]!.day === day ? 10 : 20;
        assert.ok(each.every(({ minutes }) => minutes === expected));
      }
      assert.deepEqual((await publishSlots(database, regency)).kept, kept);
    });

    const publish = () => publishSlots(database, regency);
    const rest = (day: string) =>
      admin(
        `insert into mpp.holiday (day, kind, name_id, name_en) values ($1, 'national', '', '')`,
        [day],
      );
    const dayOf = async (day: string) =>
      granted(await operations.availability(regency, ['ktp'], day, 1)).days[0]!;
    /** The second slot of a day on which nobody has booked. */
    const someSlot = async () => {
      const [slot] = await admin<{ id: string; day: string }>(
        `select id, service_day as day from mpp.slot s
         where agency_id = 'dukcapil' and capacity > 0 and service_day > now() + interval '8 days'
           and not exists (
             select from mpp.booking b join mpp.slot o on o.id = b.slot_id
             where o.service_day = s.service_day)
         order by service_day, starts_at offset 1 limit 1`,
      );
      return slot!;
    };

    await it('closes a day of rest also where somebody has booked, until it is none', async () => {
      const { id, day } = await someSlot();
      const shut = (await daysOf('dukcapil')).find(([slot]) => slot!.day === day)!.length - 1;
      const [closedByHand] = await admin<{ id: string }>(
        `select id from mpp.slot where service_day = $1 and agency_id = 'dukcapil'
         order by starts_at desc limit 1`,
        [day],
      );
      await database.operate(regency, (operator) =>
        operator.call('close_slot', [regency, closedByHand!.id, false]),
      );
      const booked = mint();
      granted(await operations.book(regency, booked, id, 'ktp', hash('rest')));
      const { free } = await dayOf(day);
      await rest(day);
      const { kept } = await publish();
      assert.ok(kept.some((each) => each.day === day && each.agencyId === 'dukcapil'));
      assert.equal((await dayOf(day)).state, 'closed');
      const late = await operations.book(regency, mint(), id, 'ktp', hash('late'));
      assert.equal(refusal(late), 'slot_closed');
      assert.equal(granted(await operations.show(regency, booked)).state, 'booked');
      assert.deepEqual((await publish()).kept, kept);

      await admin('delete from mpp.holiday where day = $1', [day]);
      await publish();
      const again = await dayOf(day);
      assert.deepEqual([again.state, again.free], ['open', free]);
      assert.equal(again.slots.length, shut, 'what was closed by hand stays closed');
      assert.ok((await publish()).kept.every((each) => each.day !== day));
    });

    await it('makes a day anew once the last seat has been given back', async () => {
      const { id, day } = await someSlot();
      const booked = mint();
      granted(await operations.book(regency, booked, id, 'ktp', hash('back')));
      granted(await operations.cancel(regency, booked));
      granted(await operations.hold(regency, mint(), id, 'ktp'));
      await rest(day);
      assert.ok((await publish()).kept.some((each) => each.day === day));
      await admin(
        `update mpp.booking set seat_until = now() - interval '1 s'
         where slot_id = $1 and seat_until < 'infinity'`,
        [id],
      );
      assert.ok((await publish()).kept.every((each) => each.day !== day));
      assert.equal((await dayOf(day)).state, 'closed');

      await admin('delete from mpp.holiday where day = $1', [day]);
      await schedule('dukcapil', 20, 60);
      await publish();
      const { state, free, slots: times } = await dayOf(day);
      assert.deepEqual([state, free], ['open', 60]);
      const numbers: number[] = [];
      for (const { id: time } of times) {
        const ticket = await operations.book(regency, mint(), time, 'ktp', hash(time));
        numbers.push(granted(ticket).number);
      }
      const first = admin<{ first_number: number }>(
        `select first_number from mpp.slot where service_day = $1 and agency_id = 'dukcapil'
           and capacity > 0 order by starts_at`,
        [day],
      );
      assert.deepEqual(
        numbers,
        (await first).map(({ first_number }) => first_number),
      );
      for (const [name, text] of Object.entries(audits)) {
        assert.deepEqual(await admin(text), [], name);
      }
    });

    await it('leaves closed what was closed by hand', async () => {
      const { id, starts_at } = await lastSlot('bapenda');
      await database.operate(regency, (operator) =>
        operator.call('close_slot', [regency, id, false]),
      );
      await schedule('bapenda', 50, 20);
      await publishSlots(database, regency);
      const closed = await admin<{ starts_at: Date }>(
        `select starts_at from mpp.slot where not is_open and agency_id = 'bapenda'`,
      );
      assert.deepEqual(closed, [{ starts_at }]);
    });

    await it('takes the slots of a schedule that is gone', async () => {
      await admin(`delete from mpp.schedule where agency_id = 'bapenda'`);
      await publishSlots(database, regency);
      assert.deepEqual(await daysOf('bapenda'), []);
    });
  });
}
