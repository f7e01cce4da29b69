import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { testDatabase, type TestDatabase } from '../test-database.ts';
import { judgeRace } from './race-judge.ts';
import { buildRaceWorld, settleMs } from './race-world.ts';
import { race } from './racers.ts';

const calls = 4_000;
const racers = 100;
const poolSize = 25;

/** What was wrong after a short race. */
async function run(database: TestDatabase): Promise<Record<string, number>> {
  const slots = await buildRaceWorld(database.admin);
  const report = await race(database, slots, { calls, racers });
  await sleep(settleMs);
  return judgeRace(database, [report]);
}

await describe('many who want the same few seats', async () => {
  await it('leaves every audit at 0', async () => {
    assert.deepEqual(await run(await testDatabase('postgresql', { poolSize })), {});
  });

  if (!process.env.MPP_TEST_FAULT) {
    await it('is lost by who looks first and inserts then', async () => {
      const fault = 'naive: look, then insert; no lock, no unique index, no check';
      const wrong = await run(await testDatabase('postgresql', { poolSize, fault }));
      assert.ok(wrong['seat with two owners']! > 0, JSON.stringify(wrong));
    });
  }
});
