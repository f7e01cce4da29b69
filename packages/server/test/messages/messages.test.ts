import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';

import { NotTaken } from '../../src/messages/carrier.ts';
import { queues } from '../../src/jobs/queues.ts';
import { granted, mint } from '../booking/operations.ts';
import { buildTown, regency, type Town } from '../booking/town.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';
import { at, phone, postOffice, timeZone, type PostOffice } from './post-office.ts';

// Far enough that the database, whose clock cannot be set, takes it for the future.
const visit = at('2099-12-02 09:20');

for (const kind of databaseKinds) {
  await describe(`messages, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin } = database;
    let town: Town;
    let post: PostOffice;
    let firstNumber = 0;

    before(async () => {
      town = await buildTown(database);
      await admin('update mpp.regency set time_zone = $1', [timeZone]);
    });

    beforeEach(async () => {
      await admin('truncate mpp.slot, mpp.outbox, mpp.message cascade');
      post = postOffice(database, town);
      post.setClock(at('2099-12-01 09:00'));
      firstNumber = 1;
      slots.clear();
    });

    /** Everybody is the same person here, who may have one booking a day. */
    const forget = () => admin('update mpp.booking set person = null');
    const slots = new Map<number, string>();
    const slotAt = async (startsAt = visit) => {
      const slot =
        slots.get(startsAt.getTime()) ?? (await post.slotAt(startsAt, (firstNumber += 20)));
      slots.set(startsAt.getTime(), slot);
      return slot;
    };

    const outcomes = () =>
      admin<{ kind: string; failure: string | null }>(
        'select kind, carrier, failure from mpp.message order by at',
      );

    await it('confirms a booking in Indonesian, with all that one must know', async () => {
      const { code } = await post.book(await slotAt());
      await post.relay.run();
      await post.deliver();
      const [message] = post.sent;
      assert.deepEqual(message!.to.phone, phone);
      assert.equal(
        message!.text,
        `Nomor antrean Anda A0${String(firstNumber)} untuk ktp: Rabu, 2 Desember 2099, pukul 09.20 WIB, ` +
          `di MPP Among Warga. Datanglah 10 menit lebih awal dengan persyaratannya. ` +
          `Kode: ${code.replace(/(.{4})(?=.)/g, '$1-')}. ` +
          `Lihat, pindahkan atau batalkan di https://mpp.example.go.id/${regency}/lacak`,
      );
      assert.deepEqual([message!.kind, message!.language], ['confirmation', 'id']);
      await post.deliver();
      assert.equal(post.sent.length, 1);
    });

    await it('writes English to whoever spoke English', async () => {
      await post.book(await slotAt(), 'en');
      await post.relay.run();
      await post.deliver();
      assert.match(
        post.sent[0]!.text,
        /Wednesday,? 2 December 2099, 09:20 WIB, at Among Warga Mall/,
      );
      assert.match(post.sent[0]!.text, /lacak\?lang=en$/);
    });

    await it('reminds on the day before, but nobody who has just booked', async () => {
      post.setClock(at('2099-11-20 09:00'));
      await post.book(await slotAt());
      await post.relay.run();
      const [, reminder] = post.waiting();
      assert.deepEqual(
        [reminder!.kind, reminder!.startAfter],
        ['reminder', at('2099-12-01 16:00').toISOString()],
      );
      await post.deliver();
      post.setClock(at('2099-12-01 16:00'));
      await post.deliver();
      assert.deepEqual(
        post.sent.map((message) => message.kind),
        ['confirmation', 'reminder'],
      );

      post.setClock(at('2099-12-01 09:00'));
      await forget();
      await post.book(await slotAt());
      await post.relay.run();
      assert.deepEqual(
        post.waiting().map((message) => message.kind),
        ['confirmation'],
      );
    });

    await it('reminds nobody who has cancelled or moved, and who moved of the new time', async () => {
      post.setClock(at('2099-11-20 09:00'));
      const cancelled = await post.book(await slotAt());
      granted(await town.operations.cancel(regency, cancelled.owned));
      await forget();
      const moved = await post.book(await slotAt());
      const later = await slotAt(at('2099-12-05 10:00'));
      granted(await town.operations.reschedule(regency, mint(), moved.owned, later));
      await post.relay.run();
      await post.deliver();
      // Nothing of the one who cancelled: they know, and the confirmation came too late.
      assert.deepEqual(
        post.sent.map((message) => message.kind),
        ['moved'],
      );
      post.setClock(at('2099-12-01 16:00'));
      await post.deliver();
      assert.equal(post.sent.length, 1);
      post.setClock(at('2099-12-04 16:00'));
      await post.deliver();
      const [, reminder] = post.sent;
      assert.equal(reminder!.kind, 'reminder');
      assert.match(reminder!.text, /pukul 10\.00 WIB/);
      assert.deepEqual(post.waiting(), []);
    });

    await it('tells those whom the mall calls off', async () => {
      const slot = await slotAt();
      await post.book(slot);
      await post.relay.run();
      await post.deliver();
      await database.operate(regency, (operator) =>
        operator.call('close_slot', [regency, slot, true]),
      );
      await post.relay.run();
      await post.deliver();
      assert.match(post.sent[1]!.text, /^Mohon maaf, Dukcapil tidak dapat melayani/);
    });

    await it('waits in the quiet hours with what can wait', async () => {
      post.setClock(at('2099-12-01 21:30'));
      const slot = await slotAt(at('2099-12-03 09:20'));
      await post.book(slot);
      await post.relay.run();
      await post.deliver();
      assert.equal(post.sent.length, 0);
      const morning = at('2099-12-02 07:00');
      assert.equal(post.waiting()[0]!.startAfter, morning.toISOString());
      // A gateway that was down takes it up again in the middle of the next night: not then.
      post.setClock(at('2099-12-02 23:00'));
      await post.deliver();
      assert.equal(post.sent.length, 0);
      // The reminder of the day before is no longer true in the morning.
      post.setClock(at('2099-12-03 07:00'));
      await post.deliver();
      assert.deepEqual(
        post.sent.map((message) => message.kind),
        ['confirmation'],
      );
    });

    await it('wakes whoever would come in vain the next morning', async () => {
      const slot = await slotAt(at('2099-12-02 08:00'));
      await post.book(slot);
      await post.relay.run();
      await post.deliver();
      post.setClock(at('2099-12-01 21:30'));
      await database.operate(regency, (operator) =>
        operator.call('close_slot', [regency, slot, true]),
      );
      await post.relay.run();
      await post.deliver();
      assert.deepEqual(
        post.sent.map((message) => message.kind),
        ['confirmation', 'cancelled'],
      );
    });

    await it('calls near who has few before, once', async () => {
      const { zone } = town;
      await admin('update mpp.regency set time_zone = $1', [zone]);
      post.setClock(new Date());
      const slot = await town.slot({ minutes: 60, capacity: 10, firstNumber: 2001 });
      const people = [];
      for (let i = 0; i < 7; i++) {
        const booking = await post.book(slot);
        await forget();
        granted(await town.operations.checkIn(regency, booking.owned));
        people.push(booking);
      }
      await post.relay.run();
      await post.deliver();
      post.sent.length = 0;
      granted(await town.operations.callNext(regency, mint(), 1));
      granted(await town.operations.callNext(regency, mint(), 2));
      await post.relay.run();
      await post.deliver();
      const told = post.sent.map(({ text }) => /nomor (A\d+)/.exec(text)?.[1]);
      // Two are called; of the five in line the third and the fourth have two and three before.
      assert.deepEqual(told.sort(), ['A2005', 'A2006']);
      post.setClock(new Date());
      await post.relay.run();
      await post.deliver();
      assert.equal(post.sent.length, 2);
      await admin('update mpp.regency set time_zone = $1', [timeZone]);
    });

    await it('sends a mail to whoever gave an address, and a text to all', async () => {
      post = postOffice(database, town, { carriers: ['gateway', 'mail'] });
      post.setClock(at('2099-12-01 09:00'));
      await post.book(await slotAt(), 'id', 'siti@example.go.id');
      await forget();
      await post.book(await slotAt());
      await post.relay.run();
      await post.deliver();
      assert.deepEqual(
        post.sent.map(({ to, subject }) => [to.email, subject.slice(0, 13)]),
        [
          ['siti@example.go.id', 'Nomor antrean'],
          ['siti@example.go.id', 'Nomor antrean'],
          [undefined, 'Nomor antrean'],
        ],
      );
    });

    await it('sends again what failed, and not what was sent or refused for good', async () => {
      await post.book(await slotAt());
      await post.relay.run();
      post.setTrouble(new NotTaken('http-500'));
      await assert.rejects(post.deliver(), NotTaken);
      assert.deepEqual(await outcomes(), []);
      post.setTrouble(undefined);
      await post.deliver(1);
      post.forgetDone();
      await post.deliver();
      assert.equal(post.sent.length, 1);

      await forget();
      await post.book(await slotAt());
      await post.relay.run();
      post.setTrouble(post.refusal);
      await post.deliver();
      post.setTrouble(undefined);
      post.forgetDone();
      await post.deliver();
      assert.equal(post.sent.length, 1);

      await forget();
      await post.book(await slotAt());
      await post.relay.run();
      post.setTrouble(new NotTaken('http-503'));
      await post.deliver(queues.messages.retryLimit);
      assert.deepEqual(await outcomes(), [
        { kind: 'confirmation', carrier: 'gateway', failure: null },
        { kind: 'confirmation', carrier: 'gateway', failure: 'http-422' },
        { kind: 'confirmation', carrier: 'gateway', failure: 'http-503' },
      ]);
    });

    await it('sends nothing to whom nobody knows any more', async () => {
      await post.book(await slotAt());
      await post.relay.run();
      await admin('update mpp.booking set personal = null');
      await post.deliver();
      assert.equal(post.sent.length, 0);
    });

    await it('names nobody in jobs, and forgets what became of messages after 30 days', async () => {
      await post.book(await slotAt());
      await post.relay.run();
      const said = JSON.stringify(post.waiting());
      for (const secret of [phone, phone.slice(3), 'Siti']) assert.ok(!said.includes(secret));
      await post.deliver();
      await admin(`update mpp.message set at = now() - interval '31 days'`);
      const forgotten = await database.operate(regency, (operator) =>
        operator.call('forget_messages', [regency, 500]),
      );
      assert.ok(forgotten > 0);
      assert.deepEqual(await outcomes(), []);
    });
  });
}
