// Kills every process of PostgreSQL under load, again and again: what was acknowledged is there, what
// was not answered is settled by asking again with the same key, and every audit is 0.
//   npm run verify:crash [-- rounds=5]
import { setTimeout as sleep } from 'node:timers/promises';

import { startCluster } from '../../../../tools/postgres/cluster.ts';
import type { TicketRow } from '../../src/database-functions.ts';
import { connectPostgres } from '../../src/database-postgresql.ts';
import { runAudits } from '../booking/audits.ts';
import { hash, mint, operationsOf, refusal, type Minted } from '../booking/operations.ts';
import { buildRaceWorld, services } from '../booking/race-world.ts';
import { asTestDatabase } from '../test-database.ts';

const rounds = Number(process.argv[2]?.replace('rounds=', '') ?? 5);
const clients = 20;
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

/** A request whose answer never came. */
interface Unanswered {
  m: Minted;
  cancels: boolean;
  send: () => Promise<object>;
}

const cluster = await startCluster();
const url = cluster.url('postgres');
const database = asTestDatabase(await connectPostgres(url, clients), url);
const operations = operationsOf(database);
const slots = await buildRaceWorld(database.admin);
await database.admin(
  `update mpp.regency set hold_for = '1 min', release_min = '0', release_max = '0'`,
);

const acknowledged = new Map<string, TicketRow>();
const unanswered: Unanswered[] = [];
let people = 0;

for (let round = 0; round < rounds; round++) {
  let alive = true;
  const load = Array.from({ length: clients }, async () => {
    while (alive) alive = (await oneCitizen()) && alive;
  });
  await sleep(700 + Math.random() * 1_200);
  await cluster.crash();
  await Promise.all(load);
}

/** Books, and sometimes gives it back. False when the database has gone. */
async function oneCitizen(): Promise<boolean> {
  const m = mint();
  const { regency, id } = pick(slots);
  const who = hash(`person ${people++}`);
  const service = pick(services);
  const send = pick([
    () => operations.book(regency, m, id, service, who),
    () => operations.book(regency, m, id, service, who),
    () => operations.hold(regency, m, id, service),
    () => operations.walkIn(regency, m, service, who),
  ]);
  if (!(await ask({ m, send, cancels: false }))) return false;
  if (Math.random() < 0.7 || !acknowledged.has(m.id)) return true;
  return ask({ m, send: () => operations.cancel(regency, m), cancels: true });
}

async function ask(request: Unanswered): Promise<boolean> {
  try {
    const answer = await request.send();
    if (refusal(answer) === undefined) acknowledged.set(request.m.id, answer as TicketRow);
    return true;
  } catch {
    unanswered.push(request);
    return false;
  }
}

const kept = new Map<string, TicketRow>();
for (const row of await database.admin<TicketRow>('select id, state, number from mpp.booking')) {
  kept.set(row.id, row);
}
const lost = [...acknowledged.values()].filter(({ id, number, state }) => {
  const row = kept.get(id);
  // A hold's time may have run out since.
  const ended = state === 'cancelled' && row?.state !== 'cancelled';
  const begun = unanswered.some((each) => each.m.id === id);
  return row?.number !== number || (ended && !begun);
});

let unsettled = 0;
for (const { m, send, cancels } of unanswered) {
  const before = kept.get(m.id);
  const answer = (await send()) as TicketRow;
  if (before && (refusal(answer) !== undefined || answer.number !== before.number)) unsettled++;
  if (cancels && answer.state !== 'cancelled') unsettled++;
}
const wrong = await runAudits(database.admin);
console.log({
  ...{ rounds, acknowledged: acknowledged.size, lost: lost.length },
  ...{ unanswered: unanswered.length, unsettled, bookings: kept.size, wrong },
});
await database.close();
await cluster.stop();
process.exitCode =
  lost.length > 0 || unsettled > 0 || Object.keys(wrong).length > 0 || acknowledged.size === 0
    ? 1
    : 0;
