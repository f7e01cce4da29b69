// What takes days, several servers, or one that dies: on a database that can be told that time has passed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { placeId, serviceId } from './citizen.ts';
import { openWebhookMall } from './webhook-mall.ts';

await describe('webhooks in time', async () => {
  const { server, rina, webhooks, receiver, webhook, missed, start, databaseUrl } =
    await openWebhookMall('postgresql');
  /** What time would have done. */
  const meanwhile = async (text: string) => {
    const database = new pg.Client(databaseUrl);
    await database.connect();
    await database.query(text);
    await database.end();
  };

  await it('are given up after three days, and stopped after five', async () => {
    receiver.answer(() => 503);
    const told = await webhooks.test(webhook.id);
    const attempts = () => receiver.arrived.filter(({ id }) => id === told.id).length;
    await receiver.until(() => attempts() === 1);
    await receiver.until(async () => (await webhooks.list()).webhooks[0]?.failingSince);
    await meanwhile(
      `update mpp.webhook_delivery set give_up_at = now(), due_at = now() where state = 'waiting'`,
    );
    await receiver.until(() => attempts() === 2);
    const [given] = await receiver.until(async () => (await missed()).length > 0 && missed());
    assert.deepEqual([given?.id, given?.attempts.length], [told.id, 2]);
    assert.equal((await webhooks.list()).webhooks[0]?.stopped, null);

    await meanwhile(`update mpp.webhook set failing_since = now() - interval '121 hours'`);
    const last = await webhooks.test(webhook.id);
    await receiver.until(() => receiver.arrived.find(({ id }) => id === last.id));
    const failing = await receiver.until(async () => {
      const [now] = (await webhooks.list()).webhooks;
      return now?.stopped && now;
    });
    assert.deepEqual([failing.stopped?.reason, failing.missed], ['failing', 2]);
    assert.ok(failing.failingSince);
    receiver.answer(() => 204);
    await webhooks.change(webhook.id, { enabled: true });
  });

  await it('are told once, however many servers there are', async () => {
    const twin = await start({ PORT: '0' });
    const begun = receiver.arrived.length;
    const bookings = await Promise.all(
      Array.from({ length: 40 }, () => rina.staff.walkIn({ placeId, serviceId })),
    );
    await receiver.until(() => receiver.arrived.length >= begun + 40);
    await sleep(1_500);
    const told = receiver.arrived.slice(begun);
    assert.equal(told.length, bookings.length);
    assert.equal(new Set(told.map(({ id }) => id)).size, bookings.length);
    await twin.kill();
  });

  await it('are told by the next server when one dies in the middle of it', async () => {
    receiver.answer(() => 'never');
    const told = await webhooks.test(webhook.id);
    const attempts = () => receiver.arrived.filter(({ id }) => id === told.id).length;
    await receiver.until(() => attempts() === 1);
    await server.kill();
    receiver.answer(() => 204);
    await meanwhile(`update mpp.webhook_delivery set due_at = now() where state = 'waiting'`);
    await start();
    await receiver.until(() => attempts() === 2);
  });
});
