// How availability, a booking and publishing fare at 300,000 slots and 690,000 bookings.
//   npm run verify:plan
import { readFileSync } from 'node:fs';

import pg from 'pg';

import { startPostgres } from '../../../../tools/postgres/start.ts';
import { connectPostgres } from '../../src/database-postgresql.ts';
import { publishSlots } from '../../src/publish.ts';
import { granted, hash, mint, operationsOf } from '../booking/operations.ts';
import { asTestDatabase } from '../test-database.ts';

const rounds = 30;
const limits = { 'one agency': 20, 'three agencies': 50, 'all 25 agencies': 350 };

const postgres = await startPostgres();
const url = await postgres.createDatabase();
const database = asTestDatabase(await connectPostgres(url, 4), url);
const { admin } = database;
const operations = operationsOf(database);
const builder = new pg.Client(url);
await builder.connect();
await builder.query(readFileSync(new URL('plan-world.sql', import.meta.url), 'utf8'));
await builder.query('vacuum (analyze)');
await builder.end();

const [counts] = await admin(
  `select (select count(*) from mpp.slot) as slots, (select count(*) from mpp.booking) as bookings,
     (select count(*) from mpp.booking where seat_until < 'infinity') as due`,
);
console.log(counts);

let slow = false;
const all = Array.from({ length: 25 }, (_, n) => `s${String(n)}`);
for (const [name, services] of [
  ['one agency', ['s1']],
  ['three agencies', ['s1', 's2', 's3']],
  ['all 25 agencies', all],
] as const) {
  for (const days of [7, 31]) {
    const ms = await median(() => operations.availability('35.7', [...services], null, days));
    console.log(`availability, ${name}, ${days} days: ${ms.toFixed(1)} ms`);
    slow ||= ms > limits[name];
  }
}

const answer = granted(await operations.availability('35.7', ['s1'], null, 31));
const free = answer.days.flatMap(({ slots }) => slots);
let n = 0;
const booking = await median(() => {
  const slot = free[n++ % free.length]!;
  return operations.book('35.7', mint(), slot.id, 's1', hash(`person ${n}`));
}, 500);
console.log(`booking, one after the other: ${booking.toFixed(2)} ms`);

const [{ hot } = { hot: 0 }] = await admin<{ hot: number }>(
  `select round(n_tup_hot_upd::numeric / nullif(n_tup_upd, 0), 3)::float as hot
   from pg_stat_user_tables where relname = 'slot'`,
);
console.log(`updates of a slot that touch no index: ${(hot * 100).toFixed(1)} %`);
slow ||= hot < 0.95;

const began = performance.now();
const published = await publishSlots(database, '35.30');
const ms = Math.round(performance.now() - began);
const again = await median(() => publishSlots(database, '35.30'), 3);
console.log(`publishing ${published.created} slots: ${ms} ms, again: ${Math.round(again)} ms`);

await database.close();
await postgres.dropDatabase(url);
await postgres.stop();
if (slow) console.error('slower than it may be');
process.exitCode = slow ? 1 : 0;

async function median(work: () => Promise<unknown>, times = rounds): Promise<number> {
  const measured: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    measured.push(performance.now() - start);
  }
  return measured.sort((a, b) => a - b)[times >> 1]!;
}
