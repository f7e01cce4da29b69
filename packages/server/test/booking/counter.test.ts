import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { databaseKinds, testDatabase } from '../test-database.ts';
import { runAudits } from './audits.ts';
import { granted, mint, refusal } from './operations.ts';
import { buildTown, regency, type Town } from './town.ts';

for (const kind of databaseKinds) {
  await describe(`at the counters, ${kind}`, async () => {
    const database = await testDatabase(kind);
    let town: Town;
    let operations: Town['operations'];
    let today: string;

    before(async () => {
      town = await buildTown(database);
      operations = town.operations;
      today = await town.slot({ minutes: 120, capacity: 60, firstNumber: 100 });
      await town.slot({ minutes: -10, capacity: 20, firstNumber: 1 });
      await town.slot({ minutes: -10, capacity: 20, firstNumber: 1, agency: 'bapenda' });
    });

    const next = (counter = 1, m = mint()) => operations.callNext(regency, m, counter);
    const here = async (facts?: Parameters<Town['book']>[1]) => {
      const ticket = await town.book(today, facts);
      granted(await operations.receive(regency, ticket.code));
      return ticket;
    };
    const done = async (id: string) => {
      granted(await operations.advance(regency, id, 'serving'));
      granted(await operations.advance(regency, id, 'served'));
    };

    await it('calls those who are here: priority first, then by number, each once', async () => {
      const [a, b, c] = [
        await town.book(today),
        await town.book(today, { priority: true }),
        await town.book(today),
      ];
      assert.equal(refusal(await next()), 'queue_empty');
      for (const ticket of [c, b, a]) await operations.receive(regency, ticket.code);

      const m = mint();
      const called = granted(await next(1, m));
      assert.deepEqual([called.id, called.counter, called.calls], [b.id, 1, 1]);
      assert.deepEqual(await next(1, m), called);
      assert.equal(granted(await next(2)).id, a.id);
      assert.equal(refusal(await next(1)), 'counter_busy');
      assert.equal(granted(await next(3)).id, c.id);

      assert.equal(refusal(await operations.advance(regency, b.id, 'served')), 'wrong_state');
      for (const state of ['serving', 'served'] as const) {
        const moved = granted(await operations.advance(regency, b.id, state));
        assert.equal(moved.state, state);
        assert.deepEqual(await operations.advance(regency, b.id, state), moved);
      }
      assert.equal(granted(await operations.advance(regency, a.id, 'no-show')).state, 'no-show');
      assert.equal(refusal(await operations.cancel(regency, b)), 'wrong_state');
      await done(c.id);
    });

    await it('never gives one number to two officers, nor two numbers to one counter', async () => {
      const people = await Promise.all(Array.from({ length: 6 }, () => here()));
      const counters = [1, 2, 3, 4, 1, 2, 3, 4];
      const answers = await Promise.all(counters.map((counter) => next(counter)));
      const called = answers.flatMap((answer) => ('refused' in answer ? [] : [answer]));
      assert.equal(called.length, 4);
      assert.equal(new Set(called.map(({ id }) => id)).size, 4);
      assert.equal(new Set(called.map(({ counter }) => counter)).size, 4);
      for (const { id } of called) await done(id);
      for (let n = called.length; n < people.length; n++) await done(granted(await next()).id);
    });

    await it('calls again, and puts who does not come behind those who were not skipped', async () => {
      const [a, b] = [await here({ priority: true }), await here()];
      assert.equal(granted(await next()).id, a.id);
      const m = mint();
      const again = granted(await operations.callAgain(regency, m, a.id));
      assert.equal(again.calls, 2);
      assert.deepEqual(await operations.callAgain(regency, m, a.id), again);

      const back = granted(await operations.advance(regency, a.id, 'checked-in'));
      assert.deepEqual([back.state, back.skips, back.counter], ['checked-in', 1, null]);
      assert.deepEqual(await operations.advance(regency, a.id, 'checked-in'), back);
      assert.equal(refusal(await operations.callAgain(regency, mint(), a.id)), 'wrong_state');
      assert.equal(granted(await next()).id, b.id);
      await done(b.id);
      assert.equal(granted(await next()).id, a.id);
      await done(a.id);
    });

    await it('sends to another service: another number, the same code, nothing lost', async () => {
      const ticket = await here();
      assert.equal(
        refusal(await operations.transfer(regency, mint(), ticket.id, 'pbb')),
        'wrong_state',
      );
      await next();
      const m = mint();
      const moved = granted(await operations.transfer(regency, m, ticket.id, 'pbb'));
      assert.deepEqual([moved.id, moved.state, moved.agencyId], [m.id, 'checked-in', 'bapenda']);
      assert.deepEqual(await operations.transfer(regency, m, ticket.id, 'pbb'), moved);
      const tracked = granted(await operations.track(regency, ticket.code));
      assert.equal(tracked.agencyId, 'bapenda');
      assert.deepEqual(
        tracked.timeline.map(({ state }) => state),
        ['booked', 'checked-in', 'called', 'rescheduled', 'checked-in'],
      );
      assert.ok((await town.row(m.id))['personal'], 'who comes is known there');
    });

    await it('changes nothing when there is no room to send somebody to', async () => {
      const ticket = await here({ who: town.somebody() });
      await next();
      const free = async () => {
        const [row] = await database.admin<{ taken: string }>(
          `select sum(taken) as taken from mpp.slot where agency_id = 'bapenda'`,
        );
        return Number(row!.taken);
      };
      const before = await free();
      const others = operations.transfer(regency, mint(), ticket.id, 'pbb', ['bapenda']);
      assert.equal(refusal(await others), 'not_found');
      assert.equal(await free(), before);
      await done(ticket.id);
      assert.equal(
        refusal(await operations.transfer(regency, mint(), ticket.id, 'pbb')),
        'wrong_state',
      );
      assert.equal(await free(), before);
    });

    await it('finds nothing of another agency', async () => {
      const ticket = await town.book(today);
      const bapenda = ['bapenda'];
      assert.equal(refusal(await operations.receive(regency, ticket.code, bapenda)), 'not_found');
      await operations.receive(regency, ticket.code, ['dukcapil']);
      const called = granted(await next());
      for (const answer of [
        await operations.callAgain(regency, mint(), called.id, bapenda),
        await operations.advance(regency, called.id, 'serving', bapenda),
        await operations.transfer(regency, mint(), called.id, 'kk', bapenda),
        await database.call('visitor', [regency, called.id, bapenda]),
      ]) {
        assert.equal(refusal(answer), 'not_found');
      }
      await done(called.id);
    });

    await it('tells the board, and each how many are before', async () => {
      const [a, b, expected, c] = [
        await here(),
        await here(),
        await town.book(today),
        await here(),
      ];
      granted(await next(4));
      const { agencies } = granted(await operations.queue(regency));
      const dukcapil = agencies.find(({ agencyId }) => agencyId === 'dukcapil')!;
      assert.deepEqual(
        dukcapil.calls.map(({ bookingId }) => bookingId),
        [a.id],
      );
      assert.equal(dukcapil.waiting, 2);
      assert.ok(dukcapil.seconds, 'enough were served to know how long it takes');

      const of = async (code: Uint8Array) => granted(await operations.position(regency, code));
      assert.deepEqual([(await of(b.code)).here, (await of(b.code)).expected], [0, 0]);
      assert.deepEqual([(await of(c.code)).here, (await of(c.code)).expected], [1, 1]);
      assert.equal((await of(expected.code)).here, 1);
      assert.equal((await of(a.code)).here, null);
      assert.equal((await of(a.code)).counter, 4);

      const { visits } = granted(await operations.line(regency));
      const waiting = visits.filter(({ state }) => state === 'checked-in');
      assert.deepEqual(
        waiting.map(({ id }) => id),
        [b.id, c.id],
      );
      assert.equal(visits[0]!.id, a.id);
    });

    await it('writes who did it into a history that cannot be changed unnoticed', async () => {
      const events = await database.admin<{ actor: string; officer: string | null }>(
        'select distinct actor, officer from mpp.status_event order by 1, 2',
      );
      assert.deepEqual(events, [
        { actor: 'citizen', officer: null },
        { actor: 'officer', officer: 'petugas-1' },
      ]);
      const found = await runAudits(database.admin);
      // Officers may call a number more than once.
      delete found['number called twice'];
      delete found['booking made by two answers'];
      assert.deepEqual(found, {});
      await database.admin(
        `update mpp.status_event set officer = 'somebody' where ctid = (
           select ctid from mpp.status_event where officer is not null limit 1)`,
      );
      assert.ok((await runAudits(database.admin))['broken chain']);
    });
  });
}
