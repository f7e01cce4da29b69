import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, it } from 'node:test';

import { databaseKinds, testDatabase } from '../test-database.ts';
import { granted, hash, mint, refusal } from './operations.ts';
import { buildTown, otherRegency, regency, type Town } from './town.ts';

for (const kind of databaseKinds) {
  await describe(`tracking by code, ${kind}`, async () => {
    const database = await testDatabase(kind);
    let town: Town;
    let operations: Town['operations'];
    let slot: string;
    let later: string;

    before(async () => {
      town = await buildTown(database);
      operations = town.operations;
      slot = await town.slot({ minutes: 60, capacity: 20, firstNumber: 1 });
      later = await town.slot({ minutes: 90, capacity: 20, firstNumber: 21 });
    });

    const states = (timeline: { state: string }[]) => timeline.map(({ state }) => state);

    await it('says where the newest booking with the code stands, from its first hold on', async () => {
      const held = await town.hold(slot);
      await operations.extend(regency, held);
      granted(await operations.bookHold(regency, mint(), held, town.somebody()));
      const m = mint();
      granted(await operations.reschedule(regency, m, held, later));
      const again = mint();
      granted(await operations.reschedule(regency, again, { id: m.id, secret: held.secret }, slot));

      const { timeline, startsAt, endsAt, ...status } = granted(
        await operations.track(regency, held.code),
      );
      assert.deepEqual(status, {
        ...{ id: again.id, state: 'booked', number: 2, serviceId: 'ktp', agencyId: 'dukcapil' },
        ...{ placeId: 'mall', heldUntil: null },
      });
      assert.ok(startsAt < endsAt);
      assert.deepEqual(states(timeline), [
        ...['held', 'booked', 'rescheduled', 'booked', 'rescheduled', 'booked'],
      ]);
      const moments = timeline.map(({ at }) => Date.parse(at));
      assert.deepEqual(moments, moments.toSorted());
    });

    await it('says that a hold has expired, even if nobody has taken its seat back', async () => {
      const held = await town.hold(slot);
      await town.elapse(held.id);
      const status = granted(await operations.track(regency, held.code));
      assert.deepEqual([status.state, status.heldUntil], ['expired', null]);
      assert.deepEqual(states(status.timeline), ['held', 'expired']);
    });

    await it('finds nothing for another code, nor in another regency', async () => {
      const { code } = await town.book(slot);
      assert.equal(refusal(await operations.track(regency, randomBytes(16))), 'not_found');
      assert.equal(refusal(await operations.track(otherRegency, code)), 'not_found');
      assert.equal(refusal(await operations.unlock(otherRegency, code)), 'not_found');
    });

    await it('unlocks the ticket by code and phone, also after a move', async () => {
      const ticket = await town.book(slot);
      const unlocked = granted(await operations.unlock(regency, ticket.code));
      assert.deepEqual(unlocked, await operations.show(regency, ticket));
      const m = mint();
      const moved = await operations.reschedule(regency, m, ticket, later);
      assert.deepEqual(await operations.unlock(regency, ticket.code), moved);
    });

    await it('takes five wrong phones in a quarter of an hour, for any code alike', async () => {
      const ticket = await town.book(slot);
      for (const code of [ticket.code, randomBytes(16)]) {
        for (let i = 0; i < 5; i++) {
          const wrong = await operations.unlock(regency, code, hash('wrong'));
          assert.deepEqual(wrong, { refused: 'not_found' });
        }
        // The right phone is refused as well: nobody learns which it is.
        const refused = await operations.unlock(regency, code);
        assert.equal(refusal(refused), 'too_many_requests');
        assert.ok('retryAfter' in refused && refused.retryAfter > 890 && refused.retryAfter <= 900);
      }
      await database.admin(`update mpp.attempt set since = since - interval '15 minutes'`);
      assert.equal(granted(await operations.unlock(regency, ticket.code)).id, ticket.id);
    });

    await it('counts wrong phones that come at once', async () => {
      const { code } = await town.book(slot);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => operations.unlock(regency, code, hash('wrong'))),
      );
      const wrong = answers.filter((answer) => refusal(answer) === 'not_found');
      assert.equal(wrong.length, 5);
    });

    await it('forgets attempts whose time is up', async () => {
      for (let i = 0; i < 30; i++) await operations.unlock(regency, randomBytes(16));
      await database.admin(`update mpp.attempt set since = since - interval '15 minutes'`);
      for (let i = 0; i < 8; i++) await operations.unlock(regency, randomBytes(16));
      const [left] = await database.admin<{ n: number }>(
        `select count(*) as n from mpp.attempt
         where regency = $1 and since < now() - interval '15 minutes'`,
        [regency],
      );
      assert.equal(left!.n, 0);
    });
  });
}
