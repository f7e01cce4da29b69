// The long race: many clients in several processes run for few seats; then every audit must be 0.
//   npm run verify:race [-- calls=60000 processes=4 connections=25]
import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { startPostgres } from '../../../../tools/postgres/start.ts';
import { types } from '../../src/database-connection.ts';
import { connectPostgres } from '../../src/database-postgresql.ts';
import { databaseOver } from '../../src/database.ts';
import { judgeRace } from '../booking/race-judge.ts';
import { buildRaceWorld, settleMs, type RaceSlot } from '../booking/race-world.ts';
import { race, type RaceReport } from '../booking/racers.ts';
import { asTestDatabase, type TestDatabase } from '../test-database.ts';

/** What a process of racers is told. */
interface Task {
  url: string;
  slots: RaceSlot[];
  calls: number;
  connections: number;
}

const given = new Map(process.argv.slice(2).map((each) => each.split('=') as [string, string]));
const number = (name: string, otherwise: number) => Number(given.get(name) ?? otherwise);

if (process.send) await followLead();
else await lead();

async function lead() {
  const processes = number('processes', 4);
  const connections = number('connections', 25);
  const calls = Math.ceil(number('calls', 60_000) / processes);

  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  // The audits may take longer than a statement of the server may.
  const above = new pg.Client({ connectionString: url, types });
  await above.connect();
  const database: TestDatabase = {
    ...asTestDatabase(await connectPostgres(url, 4), url),
    admin: async <T extends object>(text: string, values?: unknown[]) =>
      (await above.query<T>(text, values)).rows,
  };
  const slots = await buildRaceWorld(database.admin);

  const began = Date.now();
  const reports = await Promise.all(
    Array.from({ length: processes }, () => startRacers({ url, slots, calls, connections })),
  );
  const seconds = (Date.now() - began) / 1000;
  await sleep(settleMs);

  const answers: Record<string, number> = {};
  for (const report of reports) {
    for (const [answer, times] of Object.entries(report.answers)) {
      answers[answer] = (answers[answer] ?? 0) + times;
    }
  }
  console.table(Object.fromEntries(Object.entries(answers).sort()));
  const total = reports.reduce((sum, report) => sum + report.calls, 0);
  const rate = Math.round(total / seconds);
  console.log(`${total} calls in ${seconds.toFixed(1)} s, ${rate} a second`);

  await above.query('vacuum (analyze)');
  const wrong = await judgeRace(database, reports);
  const [counts] = await database.admin(
    `select (select count(*) from mpp.booking) as bookings,
       (select count(*) from mpp.status_event) as events,
       (select n_tup_upd from pg_stat_user_tables where relname = 'slot') as slot_updates,
       (select n_tup_hot_upd from pg_stat_user_tables where relname = 'slot') as hot`,
  );
  console.log(counts, Object.keys(wrong).length === 0 ? 'all audits 0' : wrong);

  await above.end();
  await database.close();
  await postgres.dropDatabase(url);
  await postgres.stop();
  process.exitCode = Object.keys(wrong).length === 0 ? 0 : 1;
}

function startRacers(task: Task): Promise<RaceReport> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename);
    child.on('message', resolve);
    child.on('exit', (code) => reject(new Error(`Racers ended early, with ${code}.`)));
    child.send(task);
  });
}

async function followLead() {
  const task = await new Promise<Task>((resolve) => process.once('message', resolve));
  const connections = await connectPostgres(task.url, task.connections);
  const report = await race(databaseOver(connections), task.slots, {
    calls: task.calls,
    racers: task.connections * 2,
  });
  await connections.close();
  process.send!(report, () => process.disconnect());
}
