import { before, describe, it } from 'node:test';

import pg from 'pg';

import { testDatabase, type TestDatabase } from '../test-database.ts';
import { granted, mint } from './operations.ts';
import { ObservedSession } from './observed-session.ts';
import { buildTown, regency, type Town } from './town.ts';

await describe('what an operation looks at', async () => {
  const database = await testDatabase('postgresql');
  let town: Town;
  let session: ObservedSession;

  before(async () => {
    town = await buildTown(database);
    await publish(database);
    session = await ObservedSession.open(database);
  });

  await it('is little while the town is empty', async () => {
    // Often enough that the plans of this connection are made for good.
    for (let day = 1; day <= 8; day++) await journey(town, session, day);
    session.judge();
  });

  await it('is as little with plans of the first hour, when the town is full', async () => {
    await fill(database);
    for (let day = 11; day <= 13; day++) await journey(town, session, day);
    session.judge();
  });

  await it('is as little once the planner knows that all stand alike', async () => {
    await analyze(database);
    for (let day = 21; day <= 28; day++) await journey(town, session, day);
    session.judge();
    await session.close();
  });
});

/** All that citizens do, on two slots of one day: also seats that come free and are taken again. */
async function journey(
  { slot, somebody, elapse }: Town,
  { operations }: ObservedSession,
  day: number,
) {
  const minutes = day * 24 * 60;
  const first = await slot({ minutes, capacity: 4, firstNumber: 1 });
  const second = await slot({ minutes: minutes + 30, capacity: 2, firstNumber: 5 });

  const held = mint();
  granted(await operations.hold(regency, held, first, 'ktp'));
  granted(await operations.extend(regency, held));
  granted(await operations.bookHold(regency, mint(), held, somebody()));
  const booked = [mint(), mint(), mint()];
  for (const m of booked) granted(await operations.book(regency, m, first, 'ktp', somebody()));
  await operations.book(regency, mint(), first, 'ktp', somebody()); // full

  const [one, other] = booked;
  granted(await operations.show(regency, one!));
  granted(await operations.track(regency, one!.code));
  granted(await operations.unlock(regency, one!.code));
  granted(await operations.cancel(regency, one!));
  await elapse(one!.id);
  granted(await operations.book(regency, mint(), first, 'ktp', somebody()));
  granted(await operations.reschedule(regency, mint(), other!, second));
}

/** Days that were published before anybody came. */
async function publish({ admin }: TestDatabase) {
  await admin(
    `insert into mpp.slot (regency, id, place_id, agency_id, service_day, starts_at, ends_at, capacity,
       first_number)
     select $1, gen_random_uuid(), 'mall', 'dukcapil', current_date + 100 + n / 200,
       now() + interval '100 days' + n * interval '7 min', now() + interval '100 days'
       + (n + 1) * interval '7 min', 20, 1 + 20 * n
     from generate_series(0, 5999) n`,
    [regency],
  );
}

/** Other people's bookings on these days, all alike, with what they leave behind. */
async function fill({ admin }: TestDatabase) {
  await admin(
    `with booked as (
       insert into mpp.booking (regency, id, slot_id, place_id, agency_id, service_day, starts_at,
         ends_at, service_id, seat, number, state, seat_until, code, secret, person)
       select regency, gen_random_uuid(), id, place_id, agency_id, service_day, starts_at, ends_at,
         'ktp', seat, first_number + seat - 1, 'booked', 'infinity', uuid_send(gen_random_uuid()),
         '', uuid_send(gen_random_uuid())
       from mpp.slot, generate_series(1, 20) seat where capacity = 20 and first_number <= 4000
       returning *),
     counted as (update mpp.slot set taken = 20, highest_seat = 20 where capacity = 20 and first_number <= 4000),
     answered as (
       insert into mpp.idempotency select regency, gen_random_uuid(), '', mpp.ticket(b) from booked b)
     insert into mpp.status_event
     select regency, id, 1, now(), 'citizen', 'booked', '' from booked`,
  );
  await admin(
    `with given_back as (
       insert into mpp.booking (regency, id, slot_id, place_id, agency_id, service_day, starts_at,
         ends_at, service_id, seat, number, state, seat_until, code, secret, person)
       select regency, gen_random_uuid(), id, place_id, agency_id, service_day, starts_at, ends_at,
         'ktp', 1, first_number, 'cancelled', now() + interval '1 hour',
         uuid_send(gen_random_uuid()), '', uuid_send(gen_random_uuid())
       from mpp.slot where capacity = 20 and taken = 0
       returning slot_id)
     update mpp.slot set taken = 1, highest_seat = 1 from given_back where id = slot_id`,
  );
}

/** What PostgreSQL does by itself a minute later. It may not stand in a transaction of ours. */
async function analyze({ url }: TestDatabase) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}
