// A mall whose manager has one webhook, and what it leads to.
import { after } from 'node:test';

import { startLocalProvider } from '../../../../tools/sign-in/local-provider.ts';
import { freePort } from './free-port.ts';
import { officerAt } from './officer.ts';
import { openAllDay } from './open-mall.ts';
import { newGround, startServer, type DatabaseKind } from './server-process.ts';
import { openReceiver } from './webhook-receiver.ts';

/** Opens it until the tests end. */
export async function openWebhookMall(kind: DatabaseKind) {
  const port = await freePort();
  const address = `http://127.0.0.1:${String(port)}`;
  const provider = await startLocalProvider(0, [address]);
  after(() => provider.close());
  const ground = await newGround(kind);
  await openAllDay(ground);
  const environment = {
    PORT: String(port),
    MPP_PUBLIC_URL: address,
    MPP_OIDC_ISSUER: provider.issuer,
    MPP_OIDC_CLIENT_ID: provider.clientId,
    MPP_WEBHOOKS_ALLOW: '127.0.0.1',
    LOG_LEVEL: 'trace',
  };
  const server = await startServer(ground, environment);
  const rina = await officerAt(address, 'rina');
  const { webhooks } = await officerAt(address, 'wulan');
  const receiver = await openReceiver();
  const { webhook, secret } = await webhooks.create({ url: receiver.url });
  receiver.use(secret);
  return {
    address,
    server,
    /** A counter's officer. */
    rina,
    /** A manager's. */
    webhooks,
    receiver,
    webhook,
    secret,
    /** What did not arrive, the last first. */
    async missed() {
      const found = [];
      for await (const delivery of webhooks.deliveries(webhook.id, { state: 'missed', limit: 1 })) {
        found.push(delivery);
      }
      return found;
    },
    /** Another server on the same database, at the same address if the first has ended. */
    start: (more: { PORT?: string } = {}) => startServer(ground, { ...environment, ...more }),
    databaseUrl: ground.databaseUrl,
  };
}
