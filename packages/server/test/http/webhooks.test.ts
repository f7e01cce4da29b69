import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import type { MppError } from '@mpp-digital/sdk';

import {
  clientOf,
  openSlots,
  placeId,
  refusalOf,
  regency,
  serviceId,
  somebody,
} from './citizen.ts';
import { databaseKinds } from './server-process.ts';
import { openWebhookMall } from './webhook-mall.ts';
import { openReceiver } from './webhook-receiver.ts';

const line = { placeId, agencyId: 'dukcapil' };

for (const kind of databaseKinds) {
  await describe(`webhooks, ${kind}`, async () => {
    const { address, server, rina, webhooks, receiver, webhook, secret, missed } =
      await openWebhookMall(kind);

    await it('are kept by managers only', async () => {
      assert.equal(await refusalOf(rina.webhooks.list()), 'forbidden');
      assert.equal(await refusalOf(rina.webhooks.create({ url: receiver.url })), 'forbidden');
      assert.equal(await refusalOf(rina.webhooks.deliveries(webhook.id).then()), 'forbidden');
      const { webhooks: all } = await webhooks.list();
      assert.deepEqual(all, [webhook]);
      assert.equal(JSON.stringify(all).includes(secret), false);
    });

    await it('are told each step of a visit, once, signed, and nothing of who came', async () => {
      const citizen = clientOf(address);
      const [slot] = await openSlots(citizen);
      const name = 'Nyoman Rahasiawati';
      const who = somebody(name);
      const ticket = await citizen.bookings.book({ slotId: slot!.id, serviceId, ...who });
      const guest = await rina.staff.walkIn({ placeId, serviceId, ...somebody(name) });
      const called = await rina.staff.callNext(line, 1);
      await rina.staff.serve(called.bookingId);
      await rina.staff.finish(called.bookingId);

      await receiver.until(() => receiver.arrived.length >= 5);
      await sleep(1_500);
      const { arrived } = receiver;
      assert.deepEqual(arrived.map(({ event }) => event.type).sort(), [
        'booking.booked',
        'booking.called',
        'booking.checked-in',
        'booking.served',
        'booking.serving',
      ]);
      assert.equal(new Set(arrived.map(({ id }) => id)).size, 5);
      const booked = arrived.find(({ event }) => event.type === 'booking.booked')!;
      assert.equal(booked.event.kind === 'booking' && booked.event.data.id, ticket.id);
      const served = arrived.find(({ event }) => event.type === 'booking.served')!;
      assert.deepEqual(served.event, {
        type: 'booking.served',
        kind: 'booking',
        version: '1',
        timestamp: served.event.timestamp,
        data: {
          regency,
          id: guest.visit.bookingId,
          serviceId,
          agencyId: 'dukcapil',
          placeId,
          state: 'served',
        },
      });
      const wire = arrived.map(({ body }) => body).join('\n');
      const canaries = [name, 'Nyoman', who.phone.slice(3), ticket.code, guest.code, 'rina'];
      for (const canary of [...canaries, ticket.secret, called.number, ticket.startsAt]) {
        assert.equal(wire.includes(canary), false, canary);
      }
    });

    await it('are told of what they asked for, and no more', async () => {
      const other = await openReceiver();
      const made = await webhooks.create({ url: other.url, events: ['booking.cancelled'] });
      other.use(made.secret);
      const citizen = clientOf(address);
      const [slot] = await openSlots(citizen);
      const ticket = await citizen.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
      await citizen.bookings.cancel(ticket);
      await other.until(() => other.arrived.length > 0);
      await receiver.until(() => receiver.arrived.at(-1)?.event.type === 'booking.cancelled');
      assert.deepEqual(
        other.arrived.map(({ event }) => event.type),
        ['booking.cancelled'],
      );
      assert.deepEqual((await webhooks.remove(made.webhook.id)).id, made.webhook.id);
      assert.equal(await refusalOf(webhooks.remove(made.webhook.id)), 'not_found');
    });

    await it('are tried again when they fail, with the same id, and the answer is not kept', async () => {
      receiver.answer(() => 500);
      const told = await webhooks.test(webhook.id);
      const attempts = () => receiver.arrived.filter(({ id }) => id === told.id).length;
      await receiver.until(() => attempts() === 1);
      receiver.answer(() => 204);
      const delivery = await receiver.until(async () => {
        const { items } = await webhooks.deliveries(webhook.id, { state: 'delivered' });
        return items.find(({ id }) => id === told.id);
      });
      assert.equal(attempts(), 2);
      assert.deepEqual(
        [delivery.state, delivery.attempts.map(({ status, failure }) => [status, failure])],
        [
          'delivered',
          [
            [500, 'status'],
            [204, null],
          ],
        ],
      );
      const [first, second] = delivery.attempts;
      const pause = Date.parse(second!.at) - Date.parse(first!.at);
      assert.ok(pause >= 4_000 && pause < 20_000, String(pause));
      assert.equal((await webhooks.list()).webhooks[0]!.failingSince, null);
    });

    await it('have a new secret, and the old one signs, too, while they change', async () => {
      const rotated = await webhooks.rotateSecret(webhook.id);
      assert.notEqual(rotated.secret, secret);
      assert.ok(Date.parse(rotated.webhook.oldSecretUntil!) > Date.now() + 23 * 3_600_000);
      const before = await webhooks.test(webhook.id);
      const withOld = await receiver.until(() =>
        receiver.arrived.find(({ id }) => id === before.id),
      );
      assert.equal(withOld.signatures.length, 2);
      receiver.use(rotated.secret);
      const next = await webhooks.test(webhook.id);
      await receiver.until(() => receiver.arrived.find(({ id }) => id === next.id));
      // A repetition of the same request, as after a lost answer, gives the same secret.
      const key = crypto.randomUUID();
      const again = await webhooks.rotateSecret(webhook.id, { idempotencyKey: key });
      assert.deepEqual(await webhooks.rotateSecret(webhook.id, { idempotencyKey: key }), again);
      receiver.use(again.secret);
    });

    await it('miss what happens while they are stopped, and can have it sent again', async () => {
      const stopped = await webhooks.change(webhook.id, { enabled: false, description: 'pindah' });
      assert.deepEqual([stopped.stopped?.reason, stopped.description], ['manager', 'pindah']);
      assert.equal(await refusalOf(webhooks.test(webhook.id)), 'wrong_state');
      const since = new Date(Date.now() - 1_000);
      const walkIn = await rina.staff.walkIn({ placeId, serviceId });
      await rina.staff.walkIn({ placeId, serviceId });
      const [latest, earlier] = await receiver.until(
        async () => (await missed()).length === 2 && missed(),
      );
      assert.deepEqual(
        [latest?.event.type, latest?.attempts, latest?.nextAttemptAt],
        ['booking.checked-in', [], null],
      );
      assert.equal(await refusalOf(webhooks.replay(webhook.id, latest!.id)), 'wrong_state');

      const running = await webhooks.change(webhook.id, { enabled: true });
      assert.deepEqual([running.stopped, running.missed], [null, 2]);
      await webhooks.replay(webhook.id, latest!.id);
      await receiver.until(() => receiver.arrived.find(({ id }) => id === latest!.id));
      assert.deepEqual(await webhooks.replayMissed(webhook.id, since), { deliveries: 1 });
      const first = await receiver.until(() =>
        receiver.arrived.find(({ id }) => id === earlier!.id),
      );
      assert.equal(first.event.kind === 'booking' && first.event.data.id, walkIn.visit.bookingId);
      assert.deepEqual(await webhooks.replayMissed(webhook.id, since), { deliveries: 0 });
    });

    await it('are stopped when they say that they are gone', async () => {
      receiver.answer(() => 410);
      const told = await webhooks.test(webhook.id);
      await receiver.until(() => receiver.arrived.find(({ id }) => id === told.id));
      const gone = await receiver.until(async () => {
        const [now] = (await webhooks.list()).webhooks;
        return now?.stopped && now;
      });
      assert.deepEqual([gone.stopped?.reason, gone.missed], ['gone', 1]);
      receiver.answer(() => 204);
      await webhooks.change(webhook.id, { enabled: true });
    });

    await it('lead to the public internet only, and say so at the field', async () => {
      for (const url of [
        ...[
          'http://app.example.go.id/',
          'https://localhost/',
          'https://127.0.0.2/',
          'https://10.0.0.1',
        ],
        ...['https://169.254.169.254/latest', 'https://[::1]/', 'https://app.example.go.id:22/'],
      ]) {
        for (const call of [
          () => webhooks.create({ url }),
          () => webhooks.change(webhook.id, { url }),
        ]) {
          await assert.rejects(call, (error: MppError) => {
            assert.equal(error.code, 'invalid_request', url);
            assert.deepEqual(
              error.fieldErrors.map(({ pointer }) => pointer),
              ['/url'],
            );
            return true;
          });
        }
      }
      assert.equal(
        await refusalOf(webhooks.create({ url: 'https://u:p@a.id/' })),
        'invalid_request',
      );
      // What no public resolver knows: found out when it is sent, and told.
      const { webhook: made } = await webhooks.create({ url: 'https://mpp-webhook.invalid/' });
      const { id } = await webhooks.test(made.id);
      const failure = await receiver.until(async () => {
        const { items } = await webhooks.deliveries(made.id);
        return items.find((each) => each.id === id)?.attempts[0]?.failure;
      });
      assert.ok(['unreachable', 'timeout'].includes(failure), failure);
      await webhooks.remove(made.id);
    });

    await it('are no more than a regency may have', async () => {
      const url = 'https://app.example.go.id/';
      for (let n = 1; n < 20; n++) await webhooks.create({ url });
      assert.equal(await refusalOf(webhooks.create({ url })), 'too_many_webhooks');
      const { webhooks: all } = await webhooks.list();
      for (const { id } of all.slice(1)) await webhooks.remove(id);
    });

    await it('leave nothing in the log that is secret or a person’s', async () => {
      const log = server.log();
      assert.ok(log.includes('webhook told') && log.includes('webhook not told'));
      const secrets = ['whsec_', secret.slice(6), 'rahasia-alamat', 'what a receiver says'];
      for (const canary of [...secrets, 'Nyoman', receiver.url]) {
        assert.equal(log.includes(canary), false, canary);
      }
      assert.deepEqual(receiver.refused, []);

      // In the middle of an attempt, too, it stops at once and without complaint.
      receiver.answer(() => 'never');
      const told = await webhooks.test(webhook.id);
      await receiver.until(() => receiver.arrived.find(({ id }) => id === told.id));
      const { code, ms } = await server.stop();
      assert.equal(code, 0);
      assert.ok(ms < 8_000, String(ms));
      assert.doesNotMatch(server.log(), /webhooks failed/);
    });
  });
}
