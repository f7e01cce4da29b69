// What comes to the villages: as it is imported, listed, booked, and put into calendars.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { Mobile, Transport } from '@mpp-digital/sdk/resources';

import { clientOf, refusalOf, regency, somebody } from './citizen.ts';
import { databaseKinds, newGround, runToEnd, startServer, type Ground } from './server-process.ts';

const data = fileURLToPath(new URL('../../data/', import.meta.url));
const service = 'ktp-el-baru';
const home = '35.79.02.2003';
const away = '35.79.02.2001';
const homePlace = 'dukcapil-keliling-02-2003-balai-desa-tulungrejo';
const awayPlace = 'dukcapil-keliling-02-2001-balai-desa-punten';
const breakdown = { id: 'Mobil rusak', en: 'The van broke down' };
const rest = { id: 'Hari Uji', en: 'Test Day' };

/** So many days from now, on the calendar of Batu. */
function day(after: number): string {
  const date = new Date(Date.now() + after * 86_400_000);
  return date.toLocaleDateString('sv', { timeZone: 'Asia/Jakarta' });
}

const [planned, moved, cancelled, holiday, later] = [1, 2, 3, 4, 5].map(day) as [
  ...[string, string, string, string, string],
];

/** Imports the example with a van that comes every morning, but for these exceptions. */
async function importVan(ground: Ground, exceptions: object[]): Promise<string> {
  const catalogue = JSON.parse(await readFile(join(data, 'catalogue.json'), 'utf8')) as {
    mobileUnits: object[];
  };
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const at = { start: '08:00', end: '11:00', place: 'Balai Desa Tulungrejo', villageCode: home };
  Object.assign(catalogue.mobileUnits[0]!, {
    takesBookings: true,
    quota: 6,
    slotMinutes: 60,
    stops: days.map((weekday) => ({ weekday, ...at })),
    canDo: { id: 'Rekam dan cetak', en: 'Record and print' },
    exceptions,
  });
  const years: Record<string, object[]> = {
    [holiday.slice(0, 4)]: [{ date: holiday, type: 'national', name: rest, verified: true }],
  };
  const files = { 'catalogue.json': catalogue, 'holidays.json': years };
  const paths = Object.keys(files).map((name) => join(ground.dataDir, name));
  for (const [i, content] of Object.values(files).entries()) {
    await writeFile(paths[i]!, JSON.stringify(content));
  }
  ground.environment['MPP_SEED'] = 'none';
  const { code, log } = await runToEnd(
    ['cli.ts', 'import', join(data, 'regions.json'), ...paths],
    ground.environment,
  );
  assert.equal(code, 0, log);
  return log;
}

const movedAway = {
  date: moved,
  moved: { place: 'Balai Desa Punten', villageCode: away, start: '09:00', end: '12:00' },
};

for (const kind of databaseKinds) {
  await describe(`mobile service, ${kind}`, async () => {
    const ground = await newGround(kind);
    await importVan(ground, [movedAway, { date: cancelled, cancelled: { reason: breakdown } }]);
    let server = await startServer(ground);
    const open = () => ({
      client: clientOf(server.url, { retries: 0 }),
      mobile: new Mobile(new Transport({ baseUrl: server.url, regency, retries: 0 })),
    });
    let { client, mobile } = open();

    /** A day at a place, as one who wants to book sees it. */
    const dayAt = async (placeId: string, from: string) => {
      const { days } = await client.availability.days({
        placeId,
        services: [service],
        from,
        days: 1,
      });
      return days[0]!;
    };

    await it('lists what comes by date: as every week, moved, cancelled, and holidays', async () => {
      const { stops } = await mobile.stops({ unit: 'dukcapil-keliling', from: planned, days: 5 });
      assert.deepEqual(
        stops.map(({ date, state, place, opens, placeId, reason }) => ({
          ...{ date, state, place, opens, placeId, reason },
        })),
        [
          { date: planned, state: 'planned', place: 'Balai Desa Tulungrejo', opens: '08:00' },
          { date: moved, state: 'moved', place: 'Balai Desa Punten', opens: '09:00' },
          { date: cancelled, state: 'cancelled', place: 'Balai Desa Tulungrejo', opens: '08:00' },
          { date: holiday, state: 'cancelled', place: 'Balai Desa Tulungrejo', opens: '08:00' },
          { date: later, state: 'planned', place: 'Balai Desa Tulungrejo', opens: '08:00' },
        ].map((stop, i) => ({
          ...stop,
          placeId: [homePlace, awayPlace, null, null, homePlace][i],
          reason: [undefined, undefined, breakdown, rest, undefined][i],
        })),
      );
      assert.equal(stops[1]!.movedFrom?.village.name, 'Tulungrejo');
      assert.equal(stops[0]!.canDo?.en, 'Record and print');
      assert.ok(stops[0]!.services.some(({ id }) => id === service));
    });

    await it('lists by village, also what was moved away from it', async () => {
      const { villages } = await mobile.villages();
      assert.ok(villages.some(({ code, name }) => code === home && name === 'Tulungrejo'));
      const at = async (village: string) => {
        const { stops } = await mobile.stops({
          ...{ village, unit: 'dukcapil-keliling', from: planned, days: 5 },
        });
        return stops.map(({ date }) => date);
      };
      assert.deepEqual(await at(home), [planned, moved, cancelled, holiday, later]);
      assert.deepEqual(await at(away), [moved]);
      assert.equal(await refusalOf(mobile.stops({ village: '35.79.09.9999' })), 'not_found');
      assert.equal(await refusalOf(mobile.stops({ unit: 'nichts' })), 'not_found');
      assert.equal(await refusalOf(mobile.stops({ from: day(-2) })), 'day_past');
      // Who takes no bookings is listed, and leads nowhere.
      const { stops } = await mobile.stops({ unit: 'samsat-keliling' });
      assert.ok(stops.length > 0 && stops.every(({ placeId }) => placeId === null));
    });

    await it('is open to bookings where it stands, and nowhere else', async () => {
      const { places } = await client.catalogue.service(service);
      assert.deepEqual(
        places.map(({ placeId, kind }) => [placeId, kind]),
        [
          ['mpp-among-warga', 'mall'],
          [homePlace, 'mobile-stop'],
          [awayPlace, 'mobile-stop'],
        ],
      );
      const states = async (placeId: string) => {
        const days = [planned, moved, cancelled, holiday, later];
        return Promise.all(days.map(async (date) => (await dayAt(placeId, date)).state));
      };
      assert.deepEqual(await states(homePlace), ['open', 'closed', 'closed', 'closed', 'open']);
      assert.deepEqual(await states(awayPlace), ['closed', 'open', 'closed', 'closed', 'closed']);
      const { slots } = await dayAt(awayPlace, moved);
      assert.deepEqual(
        slots.map(({ startsAt, free }) => [new Date(startsAt).toISOString().slice(11, 16), free]),
        [
          ['02:00', 2],
          ['03:00', 2],
          ['04:00', 2],
        ],
      );
    });

    await it('gives no seat of a stop twice', async () => {
      const [slot] = (await dayAt(homePlace, planned)).slots;
      const answers = await Promise.all(
        Array.from({ length: 12 }, () =>
          refusalOf(client.bookings.book({ slotId: slot!.id, serviceId: service, ...somebody() })),
        ),
      );
      const count = (answer: string) => answers.filter((each) => each === answer).length;
      assert.equal(count('nothing was refused'), 2);
      assert.equal(count('slot_full'), 10);
      assert.equal((await dayAt(homePlace, planned)).free, 4);
    });

    await it('writes calendars that parse, with entries that keep their names', async () => {
      const entries = parse(await mobile.calendar({ village: home, lang: 'en' }));
      const on = (date: string) => entries.get(`dukcapil-keliling-${date}-0800@35.79.mpp-digital`)!;
      assert.equal(on(planned)['STATUS'], 'CONFIRMED');
      assert.equal(on(planned)['DTSTART'], `${planned.replaceAll('-', '')}T010000Z`);
      assert.equal(on(planned)['SEQUENCE'], '0');
      assert.match(on(moved)['LOCATION']!, /^Balai Desa Punten/);
      assert.equal(on(moved)['DTSTART'], `${moved.replaceAll('-', '')}T020000Z`);
      assert.equal(on(moved)['SEQUENCE'], '1');
      assert.equal(on(cancelled)['STATUS'], 'CANCELLED');
      assert.match(on(cancelled)['DESCRIPTION']!, /The van broke down/);
      assert.equal(on(holiday)['STATUS'], 'CANCELLED');
      assert.ok([...entries.keys()].some((uid) => uid.startsWith('dukcapil-keliling')));

      const response = await fetch(mobile.calendarAddress({ unit: 'dukcapil-keliling' }));
      assert.match(response.headers.get('content-type')!, /^text\/calendar/);
      assert.match(response.headers.get('cache-control')!, /public/);
      const tag = response.headers.get('etag')!;
      const again = await fetch(response.url, { headers: { 'if-none-match': tag } });
      assert.equal(again.status, 304);
      assert.equal(await refusalOf(mobile.calendar({ unit: 'nichts' })), 'not_found');
    });

    await it('closes a stop that is called off later, and keeps the seats that people have', async () => {
      const [slot] = (await dayAt(homePlace, later)).slots;
      const seat = { slotId: slot!.id, serviceId: service };
      const ticket = await client.bookings.book({ ...seat, ...somebody() });
      await server.stop();
      const log = await importVan(ground, [{ date: later, cancelled: { reason: breakdown } }]);
      assert.match(log, new RegExp(later));
      server = await startServer(ground);
      ({ client, mobile } = open());

      assert.equal((await dayAt(homePlace, later)).state, 'closed');
      assert.equal(
        await refusalOf(client.bookings.book({ ...seat, ...somebody() })),
        'slot_closed',
      );
      assert.equal((await client.bookings.show(ticket)).number, ticket.number);
      // What was moved or cancelled before is as every week again.
      assert.equal((await dayAt(homePlace, moved)).state, 'open');
      assert.equal((await dayAt(homePlace, cancelled)).state, 'open');
    });
  });
}

type Entry = Record<string, string>;

/** The events of an iCalendar file by their names (RFC 5545: folded lines, begins and ends). */
function parse(file: string): Map<string, Entry> {
  assert.ok(file.endsWith('\r\n'));
  const lines = file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  const entries = new Map<string, Entry>();
  const open: string[] = [];
  let entry: Entry = {};
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? assert.fail(line);
    if (name === 'BEGIN') open.push(value!);
    else if (name === 'END') assert.equal(open.pop(), value);
    else entry[name!] = value!;
    if (line === 'BEGIN:VEVENT') entry = {};
    if (line === 'END:VEVENT') {
      assert.equal(entries.has(entry['UID']!), false, 'each name once');
      entries.set(entry['UID']!, entry);
    }
  }
  assert.deepEqual(open, []);
  return entries;
}
