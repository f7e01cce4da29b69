import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';

import { databaseKinds, testDatabase } from '../test-database.ts';
import { runAudits } from './audits.ts';
import { granted, hash, mint, refusal, type Minted } from './operations.ts';
import { buildTown, otherRegency, regency, type Town } from './town.ts';

const manager = 'wulan';

for (const kind of databaseKinds) {
  await describe(`at the kiosk, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { call } = database;
    let town: Town;
    let terminal: string;
    let today: string;

    const prepare = (id: string, setup: Uint8Array, m = mint()) =>
      call('prepare_terminal', [regency, m.key, m.request, id, 'antrean-1', setup, manager]);

    const take = (m: Minted, priority = false, at = terminal, where = regency) =>
      call('take_number', [
        ...([where, m.key, m.request, at, m.id, 'mall', 'ktp', m.code, m.secret] as const),
        priority,
      ]);

    const arrive = (code: Uint8Array, { at = terminal, place = 'mall', priority = false } = {}) =>
      call('arrive', [regency, at, place, code, priority || null]);

    before(async () => {
      town = await buildTown(database);
      today = await town.slot({ minutes: 120, capacity: 20, firstNumber: 100 });
      await town.slot({ minutes: -10, capacity: 3, firstNumber: 1 });
      terminal = randomUUID();
      granted(await prepare(terminal, hash('setup')));
    });

    await it('is trusted once its code was typed: once, and in its own regency', async () => {
      assert.equal(refusal(await take(mint())), 'unauthorized');
      assert.equal(refusal(await call('greet_terminal', [regency, terminal])), 'unauthorized');
      assert.equal(refusal(await call('trust_terminal', [regency, hash('typo')])), 'not_found');
      const setup = hash('setup');
      assert.equal(refusal(await call('trust_terminal', [otherRegency, setup])), 'not_found');
      const [one, other] = await Promise.all([
        call('trust_terminal', [regency, setup]),
        call('trust_terminal', [regency, setup]),
      ]);
      const [won, lost] = refusal(one) === undefined ? [one, other] : [other, one];
      assert.equal(granted(won).id, terminal);
      assert.equal(refusal(lost), 'not_found');
      granted(await call('greet_terminal', [regency, terminal]));
      assert.equal(refusal(await take(mint(), false, terminal, otherRegency)), 'unauthorized');
    });

    await it('does not take a code that is too old', async () => {
      const [id, setup] = [randomUUID(), hash('old')];
      granted(await prepare(id, setup));
      await database.admin(
        `update mpp.terminal set prepared_at = now() - interval '16 minutes' where id = $1`,
        [id],
      );
      assert.equal(refusal(await call('trust_terminal', [regency, setup])), 'not_found');
    });

    await it('gives each number once, and none when there are no more', async () => {
      const m = mint();
      const first = granted(await take(m, true));
      assert.deepEqual(
        [first.state, first.number, first.priority],
        ['checked-in', 1, true],
        'the seat left over in the slot that runs',
      );
      assert.deepEqual(await take(m, true), first);
      assert.equal(granted(await take(mint())).number, 2);
      granted(await take(mint()));
      assert.equal(refusal(await take(mint())), 'slot_full');
      const [event] = await database.admin<{ actor: string; officer: string | null }>(
        'select actor, officer from mpp.status_event where booking_id = $1',
        [m.id],
      );
      assert.deepEqual(event, { actor: 'citizen', officer: null });
    });

    await it('notes who is here, and says what stands against it', async () => {
      const ticket = await town.book(today);
      const received = granted(await arrive(ticket.code, { priority: true }));
      assert.deepEqual(
        [received.outcome, received.state, received.priority],
        ['received', 'checked-in', true],
      );
      const again = granted(await arrive(ticket.code));
      assert.deepEqual([again.outcome, again.priority], ['already-here', true]);

      const late = await town.book(today);
      granted(await arrive(late.code));
      assert.equal(granted(await arrive(late.code, { priority: true })).priority, true);

      const elsewhere = await town.book(today);
      const other = granted(await arrive(elsewhere.code, { place: 'balai-desa' }));
      assert.deepEqual([other.outcome, other.state], ['other-place', 'booked']);

      const tomorrow = await town.slot({ minutes: 26 * 60, capacity: 3, firstNumber: 1 });
      const early = await town.book(tomorrow);
      assert.equal(granted(await arrive(early.code)).outcome, 'other-day');

      granted(await town.operations.cancel(regency, early));
      const ended = granted(await arrive(early.code));
      assert.deepEqual([ended.outcome, ended.state], ['ended', 'cancelled']);

      const held = await town.hold(today);
      assert.equal(refusal(await arrive(held.code)), 'not_found');
      assert.equal(refusal(await arrive(hash('nobody'))), 'not_found');
    });

    await it('knows the new code of a booking that was moved, by the old one', async () => {
      const ticket = await town.book(today);
      const later = await town.slot({ minutes: 200, capacity: 3, firstNumber: 200 });
      granted(await town.operations.reschedule(regency, mint(), ticket, later));
      const arrived = granted(await arrive(ticket.code));
      assert.deepEqual([arrived.outcome, arrived.number], ['received', 200]);
    });

    await it('shows no terminal to another regency, and ends a code with its terminal', async () => {
      const [id, setup] = [randomUUID(), hash('never typed')];
      granted(await prepare(id, setup));
      assert.equal(
        refusal(await call('revoke_terminal', [otherRegency, id, manager])),
        'not_found',
      );
      assert.deepEqual((await call('terminals', [otherRegency])).terminals, []);
      assert.equal((await call('terminals', [regency])).terminals.length, 3);
      granted(await call('revoke_terminal', [regency, id, manager]));
      assert.equal(refusal(await call('trust_terminal', [regency, setup])), 'not_found');
    });

    await it('does nothing more once it was revoked', async () => {
      const ticket = await town.book(today);
      const revoked = granted(await call('revoke_terminal', [regency, terminal, manager]));
      assert.equal(revoked.state, 'revoked');
      assert.deepEqual(await call('revoke_terminal', [regency, terminal, 'rina']), revoked);
      assert.equal(refusal(await take(mint())), 'unauthorized');
      assert.equal(refusal(await arrive(ticket.code)), 'unauthorized');
      assert.equal(refusal(await call('greet_terminal', [regency, terminal])), 'unauthorized');
    });

    await it('leaves nothing behind that an audit would find', async () => {
      const found = await runAudits(database.admin);
      // What was prepared is a terminal, not a booking.
      delete found['answer without its booking'];
      assert.deepEqual(found, {});
    });
  });
}
