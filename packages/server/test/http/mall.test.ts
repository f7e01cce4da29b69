import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import type { DayHours, Decision, MallChange, Slot, Ticket } from '@mpp-digital/contract';
import pg from 'pg';

import { startLocalProvider } from '../../../../tools/sign-in/local-provider.ts';
import { audits } from '../booking/audits.ts';
import { clientOf, placeId, refusalOf, serviceId, somebody } from './citizen.ts';
import { officerAt } from './officer.ts';
import { openAllDay } from './open-mall.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';
import { freePort } from './free-port.ts';

const reason = { id: 'Listrik padam', en: 'Power cut' };

for (const kind of databaseKinds) {
  await describe(`running the mall, ${kind}`, async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${String(port)}`;
    const provider = await startLocalProvider(0, [address]);
    after(() => provider.close());
    const ground = await newGround(kind);
    await openAllDay(ground);
    await startServer(ground, {
      PORT: String(port),
      MPP_PUBLIC_URL: address,
      MPP_OIDC_ISSUER: provider.issuer,
      MPP_OIDC_CLIENT_ID: provider.clientId,
      MPP_HOLDS_PER_CLIENT: '10000',
    });
    const wulan = await officerAt(address, 'wulan');
    const sinta = await officerAt(address, 'sinta');
    const client = clientOf(address);

    /** The times of the day that comes so many days after the first open one. */
    const slotsOf = async (ahead: number): Promise<{ date: string; slots: Slot[] }> => {
      const { days } = await client.availability.days({ placeId, services: [serviceId], days: 31 });
      const day = days.filter(({ state }) => state === 'open')[ahead];
      assert.ok(day);
      return day;
    };
    const book = (slot: Slot): Promise<Ticket> =>
      client.bookings.book({ slotId: slot.id, serviceId, ...somebody() });
    const dayOf = async (date: string) => {
      const asked = { placeId, services: [serviceId], from: date, days: 1 };
      return (await client.availability.days(asked)).days[0]!;
    };
    const close = (date: string, decision?: Decision, hours: DayHours[] = []) =>
      wulan.mall.close({ date, agencyId: null, reason, hours, ...(decision && { decision }) });
    const reopen = (date: string) => wulan.mall.reopen({ date, agencyId: null });
    const codesOf = ({ affected }: MallChange) => affected.map(({ bookingId }) => bookingId);

    await it('lets in managers only, each for what is theirs', async () => {
      const rina = await officerAt(address, 'rina');
      const serving = { slotMinutes: 60, dailyQuota: 900, walkInShare: 0 };
      assert.equal(await refusalOf(rina.mall.read()), 'forbidden');
      assert.equal(await refusalOf(rina.mall.exportCatalogue()), 'forbidden');
      assert.equal(await refusalOf(sinta.mall.exportCatalogue()), 'forbidden');
      assert.equal(await refusalOf(sinta.mall.setServing('bapenda', serving)), 'not_found');
      const whole = { date: '2030-01-01', agencyId: null };
      assert.equal(await refusalOf(sinta.mall.reopen(whole)), 'forbidden');
      assert.equal(await refusalOf(rina.mall.reopen(whole)), 'forbidden');
      assert.equal(await refusalOf(wulan.mall.reopen(whole)), 'not_found');
      assert.equal((await sinta.mall.setServing('dukcapil', serving)).done, true);
      const own = await sinta.mall.read();
      assert.deepEqual(
        own.agencies.map(({ id, dailyQuota }) => [id, dailyQuota]),
        [['dukcapil', 900]],
      );
      assert.equal(own.whole, false);
      assert.ok((await wulan.mall.read()).agencies.length > 20);
      await wulan.mall.setServing('dukcapil', { ...serving, dailyQuota: 999 });
    });

    await it('closes a day that nobody has booked, says why, and opens it again', async () => {
      const { date } = await slotsOf(6);
      assert.deepEqual(await close(date), {
        ...{ done: true, fingerprint: null, affected: [], days: [], keptDays: [] },
      });
      const closed = await dayOf(date);
      assert.deepEqual([closed.state, closed.reason], ['closed', reason]);
      assert.equal((await reopen(date)).done, true);
      assert.equal((await dayOf(date)).state, 'open');
    });

    await it('keeps other hours on a day, of one agency', async () => {
      const { date } = await slotsOf(7);
      const hours = [{ open: '09:00', close: '11:00' }];
      await sinta.mall.close({ date, agencyId: 'dukcapil', reason, hours });
      assert.equal((await dayOf(date)).slots.length, 2);
      const asked = { placeId, services: ['pbb-bayar'], from: date, days: 1 };
      assert.ok((await client.availability.days(asked)).days[0]!.slots.length > 20);
      await sinta.mall.reopen({ date, agencyId: 'dukcapil' });
    });

    await it('shows who has booked before anything changes, and moves them', async () => {
      const { date, slots } = await slotsOf(3);
      const booked = [await book(slots[5]!), await book(slots[6]!)];
      const held = await client.bookings.hold({ slotId: slots[7]!.id, serviceId });
      const preview = await close(date);
      assert.equal(preview.done, false);
      assert.deepEqual(
        codesOf(preview),
        booked.map(({ id }) => id),
      );
      assert.deepEqual(preview.days, [{ date, bookings: 2 }]);
      assert.ok(preview.affected.every(({ movesTo }) => movesTo !== null));
      assert.doesNotMatch(JSON.stringify(preview), /Siti|\+62/);
      assert.equal((await dayOf(date)).state, 'open');
      assert.deepEqual((await wulan.mall.read()).closures, []);

      // Somebody books after the preview: it is shown anew.
      const late = await book(slots[8]!);
      const choice = { choice: 'move', reason } as const;
      const again = await close(date, { fingerprint: preview.fingerprint!, ...choice });
      assert.equal(again.done, false);
      assert.deepEqual(
        codesOf(again),
        [...booked, late].map(({ id }) => id),
      );
      // What was decided about one change is good for no other.
      const wrong = { fingerprint: again.fingerprint!, ...choice };
      const shorter = [{ open: '00:00', close: '01:00' }];
      assert.equal((await close(date, wrong, shorter)).done, false);

      const done = await close(date, { fingerprint: again.fingerprint!, ...choice });
      assert.equal(done.done, true);
      assert.equal((await dayOf(date)).state, 'closed');
      for (const [i, { code }] of [...booked, late].entries()) {
        const status = await client.tracking.status(code);
        assert.equal(status.state, 'booked');
        assert.equal(Date.parse(status.startsAt), Date.parse(done.affected[i]!.movesTo!));
        assert.deepEqual(status.reason, reason);
        assert.deepEqual(
          status.timeline.map(({ state }) => state),
          ['booked', 'rescheduled', 'booked'],
        );
      }
      assert.equal(await refusalOf(client.bookings.bookHold(held, somebody())), 'hold_expired');
      assert.equal((await reopen(date)).done, true);
    });

    await it('cancels with a reason, or keeps who has booked', async () => {
      const { date, slots } = await slotsOf(3);
      const [first, second] = [await book(slots[3]!), await book(slots[4]!)];
      const fingerprint = (await close(date)).fingerprint!;
      assert.equal(
        await refusalOf(close(date, { fingerprint, choice: 'cancel' })),
        'invalid_request',
      );
      const kept = await close(date, { fingerprint, choice: 'keep' });
      assert.equal(kept.done, true);
      assert.deepEqual(kept.keptDays, [{ date, placeId, agencyId: 'dukcapil' }]);
      const ticket = await client.bookings.show(first);
      assert.deepEqual([ticket.state, ticket.startsAt], ['booked', first.startsAt]);
      // Who was kept is not asked about again.
      assert.equal((await close(date)).done, true);
      await reopen(date);

      const { fingerprint: anew } = await close(date);
      await close(date, { fingerprint: anew!, choice: 'cancel', reason });
      for (const { code } of [first, second]) {
        const status = await client.tracking.status(code);
        assert.deepEqual([status.state, status.reason], ['cancelled', reason]);
      }
      await reopen(date);
      assert.equal((await dayOf(date)).slots.length, slots.length);
    });

    // The embedded database has one connection: there nobody races.
    const races = { skip: kind === 'embedded' };
    await it('loses and doubles nobody while citizens book at the same time', races, async () => {
      const { date, slots } = await slotsOf(2);
      const tickets: Ticket[] = [];
      let open = true;
      const crowd = Array.from({ length: 4 }, async (_, i) => {
        for (let n = i; open && n < 100; n += 4) {
          try {
            const seat = slots[n % slots.length]!;
            const ticket =
              n % 3 === 0
                ? await client.bookings.bookHold(
                    await client.bookings.hold({ slotId: seat.id, serviceId }),
                    somebody(),
                  )
                : await book(seat);
            tickets.push(ticket);
            if (n % 5 === 0) await client.bookings.cancel(ticket);
          } catch {
            // Closed, or busy for a moment.
          }
        }
      });
      let outcome = await close(date);
      for (let tries = 0; !outcome.done && tries < 60; tries++) {
        outcome = await close(date, {
          fingerprint: outcome.fingerprint!,
          choice: 'move',
          reason,
        });
      }
      open = false;
      await Promise.all(crowd);
      assert.equal(outcome.done, true);
      assert.equal((await dayOf(date)).state, 'closed');
      assert.ok(tickets.length > 5, String(tickets.length));
      for (const { code } of tickets) {
        const status = await client.tracking.status(code);
        if (status.state === 'cancelled') continue;
        assert.equal(status.state, 'booked');
        assert.notEqual(localDay(status), date);
      }
      await audit();
      await reopen(date);
    });

    await it('gives the catalogue as a file that changes nothing when it is imported', async () => {
      const file = await wulan.mall.exportCatalogue();
      const before = await client.catalogue.index();
      assert.equal((await wulan.mall.importCatalogue({ catalogue: file })).done, true);
      assert.deepEqual(await wulan.mall.exportCatalogue(), file);
      assert.deepEqual(await client.catalogue.index(), before);
      const broken = structuredClone(file) as { agencies: { slotMinutes: number }[] };
      broken.agencies[0]!.slotMinutes = 0;
      await assert.rejects(wulan.mall.importCatalogue({ catalogue: { ...broken } }), (error) => {
        assert.match(JSON.stringify(error), /catalogue\/agencies\/0\/slotMinutes/);
        return true;
      });
    });

    await it('adds, renames and closes counters', async () => {
      const counters = [
        { number: 1, name: { id: 'Loket utama', en: 'Main counter' } },
        { number: 99, name: { id: 'Loket baru', en: 'New counter' } },
      ];
      await sinta.mall.setCounters('dukcapil', counters);
      assert.deepEqual((await sinta.mall.read()).agencies[0]!.counters, counters);
      const me = await sinta.staff.me();
      assert.deepEqual(me.agencies[0]!.counters, [1, 99]);
      const taken = [{ number: 6, name: { id: 'Loket 6', en: 'Counter 6' } }];
      assert.equal(await refusalOf(sinta.mall.setCounters('dukcapil', taken)), 'invalid_request');
    });

    const localDay = ({ startsAt, timeZone }: { startsAt: string; timeZone: string }) =>
      new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(startsAt));

    /** What an audit of the database would find. */
    async function audit() {
      if (ground.databaseUrl === undefined) return;
      const database = new pg.Client(ground.databaseUrl);
      await database.connect();
      for (const [name, text] of Object.entries(audits)) {
        const { rows } = await database.query(text);
        assert.deepEqual(rows, [], name);
      }
      await database.end();
    }
  });
}
