import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { createLog } from '../../src/log.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import type { OutboxConsumer, OutboxEvent } from '../../src/outbox/consumer.ts';
import { createRelay } from '../../src/outbox/relay.ts';
import { granted, mint } from '../booking/operations.ts';
import { buildTown, otherRegency, regency, type Town } from '../booking/town.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';

const log = createLog('silent');

for (const kind of databaseKinds) {
  await describe(`outbox, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin, app } = database;
    let town: Town;
    let slot: string;

    before(async () => {
      town = await buildTown(database);
      slot = await town.slot({ minutes: 60, capacity: 200, firstNumber: 1 });
    });

    const waiting = () =>
      admin<{ subject_id: string; state: string; seq: number }>(
        'select subject_id, state, seq from mpp.outbox order by id',
      );

    /** Notes what it is told. */
    const listener = () => {
      const told: OutboxEvent[] = [];
      const consumer: OutboxConsumer = {
        name: 'listener',
        take(events) {
          told.push(...events);
          return Promise.resolve();
        },
      };
      return { told, consumer };
    };

    await it('has a line for each line of history, and none for a hold', async () => {
      const held = await town.hold(slot);
      assert.deepEqual(await waiting(), []);
      granted(await town.operations.bookHold(regency, mint(), held, town.somebody()));
      const moved = mint();
      const later = await town.slot({ minutes: 120, capacity: 5, firstNumber: 300 });
      granted(await town.operations.reschedule(regency, moved, held, later));
      granted(await town.operations.cancel(regency, { ...held, id: moved.id }));

      const { told, consumer } = listener();
      const relay = createRelay(database, [consumer], log);
      await relay.run();
      assert.deepEqual(
        told.map(({ subjectId, state, seq }) => [subjectId, state, seq]),
        [
          [held.id, 'booked', 2],
          [held.id, 'rescheduled', 3],
          [moved.id, 'booked', 1],
          [moved.id, 'cancelled', 2],
        ],
      );
      const [first] = told;
      assert.deepEqual([first!.regency, first!.kind], [regency, 'booking']);
      assert.ok(Math.abs(Date.parse(first!.at) - Date.now()) < 60_000);
      for (const { id, at } of told) {
        assert.match(id, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
        assert.equal(parseInt(id.replace('-', '').slice(0, 12), 16), Math.floor(Date.parse(at)));
      }
      await relay.run();
      assert.equal(told.length, 4);
      assert.deepEqual(await waiting(), []);
    });

    await it('has nothing of a booking that was rolled back', async () => {
      await admin(`create or replace function mpp.remember(
          p_regency text, p_key uuid, p_request bytea, p_answer jsonb)
        returns jsonb language plpgsql as $$ begin raise exception 'too late'; end $$`);
      await assert.rejects(town.book(slot), /too late/);
      assert.deepEqual(await waiting(), []);
      await admin(`create or replace function mpp.remember(
          p_regency text, p_key uuid, p_request bytea, p_answer jsonb)
        returns jsonb language plpgsql as $$ begin
          insert into mpp.idempotency (regency, key, request, answer)
          values (p_regency, p_key, p_request, p_answer);
          return p_answer;
        end $$`);
    });

    await it('keeps what a consumer could not take, and tells it again with the same id', async () => {
      await town.book(slot);
      const { told, consumer } = listener();
      let broken = true;
      const moody: OutboxConsumer = {
        name: 'moody',
        async take(events, operator) {
          await operator.rows({ text: 'select 1', values: [] });
          if (broken) throw new Error('not now');
          await consumer.take(events, operator);
        },
      };
      const first = listener();
      const relay = createRelay(database, [first.consumer, moody], log);
      await relay.run();
      assert.equal((await waiting()).length, 1);
      broken = false;
      await relay.run();
      assert.deepEqual(first.told, [...told, ...told]);
      assert.deepEqual(await waiting(), []);
    });

    await it('tells each event once, though several relays look at the same time', async () => {
      const bookings = [];
      for (let i = 0; i < 120; i++) bookings.push(await town.book(slot));
      const { told, consumer } = listener();
      const relays = [1, 2, 3].map(() => createRelay(database, [consumer], log));
      await Promise.all(relays.map((relay) => relay.run()));
      assert.deepEqual(
        told.map(({ subjectId }) => subjectId).sort(),
        bookings.map(({ id }) => id).sort(),
      );
    });

    await it('turns events into jobs in one transaction, each done once by two servers', async () => {
      const servers = [createJobs(database, log), createJobs(database, log)];
      const done: string[] = [];
      for (const jobs of servers) {
        await jobs.start();
        await jobs.work<{ booking: string }>('messages', 2, ({ data }) => {
          done.push(data.booking);
          return Promise.resolve();
        });
      }
      const enqueuer: OutboxConsumer = {
        name: 'enqueuer',
        take: (events, operator) =>
          servers[0]!.enqueue(
            operator,
            'messages',
            events.map(({ id, subjectId }) => ({ id, data: { booking: subjectId } })),
          ),
      };
      const fails: OutboxConsumer = {
        name: 'fails',
        take: () => Promise.reject(new Error('not now')),
      };
      const booked = [await town.book(slot), await town.book(slot), await town.book(slot)];
      await createRelay(database, [enqueuer, fails], log).run();
      assert.deepEqual(await admin('select from mpp_jobs.job'), []);
      await createRelay(database, [enqueuer], log).run();
      const until = Date.now() + 20_000;
      while (done.length < 3 && Date.now() < until) await new Promise((r) => setTimeout(r, 50));
      for (const jobs of servers) await jobs.stop();
      assert.deepEqual(done.sort(), booked.map(({ id }) => id).sort());
    });

    await it('stands behind the wall, and whoever serves cannot take from it', async () => {
      await town.book(slot);
      assert.deepEqual(await app('select from mpp.outbox'), []);
      const statement = { text: 'select id from mpp.outbox', values: [] };
      assert.deepEqual(await database.rows(otherRegency, statement), []);
      assert.equal((await database.rows(regency, statement)).length, 1);
      await assert.rejects(app('delete from mpp.outbox'), { code: '42501' });
      const taken = await database.operate(otherRegency, (operator) =>
        operator.call('take_outbox', [otherRegency, 10]),
      );
      assert.deepEqual(taken, []);
    });

    if (kind === 'postgresql') {
      await it('gives the job queue no right to change its schema', async () => {
        await assert.rejects(database.send('create table mpp_jobs.mine ()'), { code: '42501' });
        await assert.rejects(database.send('drop table mpp_jobs.job'), { code: '42501' });
      });
    }
  });
}
