import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';

import { buildTown, otherRegency, regency, type Town } from '../booking/town.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';

for (const kind of databaseKinds) {
  await describe(`deliveries, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin } = database;
    let town: Town;
    let booking: string;

    before(async () => {
      town = await buildTown(database);
      const slot = await town.slot({ minutes: 60, capacity: 40, firstNumber: 1 });
      booking = (await town.book(slot)).id;
    });

    const make = async (agencies: string[] | null, events: string[] = []) => {
      const answer = await database.call('create_webhook', [
        ...([regency, randomUUID(), Buffer.from('x'), 'https://a.example.id/', ''] as const),
        ...([events, agencies, 20] as const),
      ]);
      assert.ok(!('refused' in answer));
      return answer.id;
    };
    const happen = (state: string, id = randomUUID(), subjectId = booking) => {
      const at = new Date().toISOString();
      const events = JSON.stringify([{ id, kind: 'booking', subjectId, state, at }]);
      return database.operate(regency, (operator) =>
        operator.call('note_deliveries', [regency, events]),
      );
    };
    const claim = async (busy: string[] = [], most = 50) =>
      (await database.call('claim_deliveries', [regency, most, busy])).claims;
    const end = (id: string, status: number) => {
      const failure = status < 300 ? null : 'status';
      const attempt = { at: new Date().toISOString(), ms: 1, status, failure };
      return database.call('end_attempt', [regency, id, JSON.stringify(attempt)]);
    };
    const clear = () => admin('delete from mpp.webhook');

    await it('are for who wants the event and may know of the agency, once', async () => {
      const [all, own] = [await make(null), await make(['dukcapil'])];
      await make(['bapenda']);
      await make(null, ['booking.served']);
      const event = randomUUID();
      assert.equal(await happen('booked', event), 2);
      assert.equal(await happen('booked', event), 0);
      assert.equal(await happen('booked', randomUUID(), randomUUID()), 0);
      const claims = await claim();
      assert.deepEqual(claims.map(({ webhookId }) => webhookId).sort(), [all, own].sort());
      assert.deepEqual(await claim(), []);
      await clear();
    });

    await it('are five at a time for one webhook, and never wait for another', async () => {
      const [slow, quick] = [
        await make(null, ['booking.called']),
        await make(null, ['booking.served']),
      ];
      for (let n = 0; n < 8; n++) await happen('called');
      await happen('served');
      const first = await claim();
      assert.equal(first.filter(({ webhookId }) => webhookId === slow).length, 5);
      assert.equal(first.filter(({ webhookId }) => webhookId === quick).length, 1);
      const busy = Array.from({ length: 5 }, () => slow);
      assert.deepEqual(await claim(busy), []);
      assert.equal((await claim(busy.slice(2))).length, 2);
      await clear();
    });

    await it('are claimed by one of many at once', async () => {
      await make(null);
      for (let n = 0; n < 5; n++) await happen('called');
      const claims = (await Promise.all(Array.from({ length: 8 }, () => claim()))).flat();
      assert.equal(claims.length, 5);
      assert.equal(new Set(claims.map(({ id }) => id)).size, 5);
      await clear();
    });

    await it('wait four times as long each time, and no longer than three days', async () => {
      await make(null);
      await happen('called');
      const id = (await claim())[0]!.id;
      let waited = 0;
      for (let expected = 5; ; expected = Math.min(expected * 4, 43_200)) {
        const delivery = await end(id, 500);
        assert.ok(!('refused' in delivery));
        if (delivery.state === 'missed') break;
        const seconds = (Date.parse(delivery.dueAt!) - Date.now()) / 1_000;
        assert.ok(seconds > expected * 0.79 && seconds < expected * 1.21, String(seconds));
        waited += seconds;
        // As if that time had passed.
        await admin(
          `update mpp.webhook_delivery set give_up_at = give_up_at - make_interval(secs => $2)
           where id = $1`,
          [id, seconds],
        );
      }
      assert.ok(waited > 2.3 * 86_400 && waited <= 3 * 86_400, String(waited / 86_400));
      await clear();
    });

    await it('come late to a webhook that was removed, and harm nothing', async () => {
      const webhook = await make(null);
      await happen('called');
      const id = (await claim())[0]!.id;
      await database.call('remove_webhook', [regency, webhook, null]);
      assert.deepEqual(await end(id, 204), { refused: 'not_found' });
    });

    await it('are found by who may act for the agencies, and in the regency only', async () => {
      const webhook = await make(['dukcapil']);
      const list = (of: string, agencies: string[] | null) =>
        database.call('list_webhooks', [of, agencies]);
      assert.equal((await list(regency, ['dukcapil', 'bapenda'])).webhooks.length, 1);
      assert.equal((await list(regency, null)).webhooks.length, 1);
      for (const [of, agencies] of [
        [regency, ['bapenda']],
        [otherRegency, null],
      ] as const) {
        assert.deepEqual((await list(of, agencies && [...agencies])).webhooks, []);
        const lost = { refused: 'not_found' };
        const rotated = [of, randomUUID(), Buffer.from('x'), webhook, agencies] as const;
        assert.deepEqual(await database.call('rotate_webhook', [...rotated]), lost);
        assert.deepEqual(await database.call('test_webhook', [...rotated]), lost);
        const none = [null, null, null, false] as const;
        assert.deepEqual(
          await database.call('change_webhook', [of, webhook, agencies, ...none]),
          lost,
        );
        assert.deepEqual(await database.call('remove_webhook', [of, webhook, agencies]), lost);
        const all = [of, webhook, agencies, null, null, 10] as const;
        assert.deepEqual(await database.call('list_deliveries', [...all]), lost);
        const since = '2026-01-01T00:00:00Z';
        assert.deepEqual(
          await database.call('replay_missed', [of, webhook, agencies, since]),
          lost,
        );
      }
      await clear();
    });

    await it('are forgotten after 30 days, unless they still wait', async () => {
      await make(null);
      await happen('called');
      await happen('served');
      const [, waits] = await claim();
      await admin(`update mpp.webhook_delivery set created_at = now() - interval '31 days'`);
      await admin(
        `update mpp.webhook_delivery set state = 'missed', due_at = null where id <> $1`,
        [waits!.id],
      );
      const forget = () =>
        database.operate(regency, (operator) => operator.call('forget_deliveries', [regency, 100]));
      assert.deepEqual([await forget(), await forget()], [1, 0]);
      await clear();
    });
  });
}
