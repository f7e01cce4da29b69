import {
  mostWebhooks,
  type webhooks as operations,
  type Webhook,
  type WebhookDelivery,
  type WebhookSecret,
} from '@mpp-digital/contract';

import { granted } from '../granted.ts';
import type { Backend, Handlers } from '../handler.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../staff/session.ts';
import type { DeliveryRow, WebhookRow } from '../webhook-functions.ts';
import { refusalOfUrl } from '../webhooks/address.ts';
import { messageOf } from '../webhooks/message.ts';
import { writtenSecret } from '../webhooks/signature.ts';

export const webhooks: Handlers<typeof operations> = {
  async list({ catalogue, officer }, { database }) {
    const rows = await database.call('list_webhooks', [catalogue.regency.code, scope(officer)]);
    return { webhooks: rows.webhooks.map(webhookOf) };
  },

  async create({ catalogue, officer, body, key }, backend) {
    const { database, secrets } = backend;
    const { code: regency } = catalogue.regency;
    const agencies = scope(officer);
    const { description = '', events = [] } = body;
    const row = granted(
      await database.call('create_webhook', [
        regency,
        key,
        secrets.request(regency, 'createWebhook', [body, agencies]),
        reachable(body.url, backend),
        description,
        events,
        agencies,
        mostWebhooks,
      ]),
    );
    return withSecret(regency, row, backend);
  },

  async change({ catalogue, officer, params, body }, backend) {
    const { url = null, description = null, events = null, enabled = null } = body;
    const row = granted(
      await backend.database.call('change_webhook', [
        catalogue.regency.code,
        params.webhookId,
        scope(officer),
        url && reachable(url, backend),
        description,
        events,
        enabled,
      ]),
    );
    return webhookOf(row);
  },

  async remove({ catalogue, officer, params }, { database }) {
    const { code: regency } = catalogue.regency;
    return webhookOf(
      granted(await database.call('remove_webhook', [regency, params.webhookId, scope(officer)])),
    );
  },

  async rotateSecret({ catalogue, officer, params, key }, backend) {
    const { database, secrets } = backend;
    const { code: regency } = catalogue.regency;
    const row = granted(
      await database.call('rotate_webhook', [
        regency,
        key,
        secrets.request(regency, 'rotateWebhookSecret', params),
        params.webhookId,
        scope(officer),
      ]),
    );
    return withSecret(regency, row, backend);
  },

  async test({ catalogue, officer, params, key }, { database, secrets, courier }) {
    const { code: regency } = catalogue.regency;
    const row = granted(
      await database.call('test_webhook', [
        regency,
        key,
        secrets.request(regency, 'testWebhook', params),
        params.webhookId,
        scope(officer),
      ]),
    );
    courier.wake(regency);
    return deliveryOf(regency, row);
  },

  async deliveries({ catalogue, officer, params, query }, { database }) {
    const { code: regency } = catalogue.regency;
    const { state = null, cursor = null, limit = '50' } = query;
    const most = Number(limit);
    const { deliveries } = granted(
      await database.call('list_deliveries', [
        regency,
        params.webhookId,
        scope(officer),
        state,
        cursor,
        most + 1,
      ]),
    );
    const items = deliveries.slice(0, most).map((row) => deliveryOf(regency, row));
    return { items, next: deliveries.length > most ? (items.at(-1)?.id ?? null) : null };
  },

  async replay({ catalogue, officer, params }, { database, courier }) {
    const { code: regency } = catalogue.regency;
    const { webhookId, deliveryId } = params;
    const row = granted(
      await database.call('replay_delivery', [regency, webhookId, scope(officer), deliveryId]),
    );
    courier.wake(regency);
    return deliveryOf(regency, row);
  },

  async replayMissed({ catalogue, officer, params, body }, { database, courier }) {
    const { code: regency } = catalogue.regency;
    const answer = granted(
      await database.call('replay_missed', [regency, params.webhookId, scope(officer), body.since]),
    );
    courier.wake(regency);
    return answer;
  },
};

/** The agencies that a manager acts for; null for all. Others keep no webhooks. */
function scope({ role, agencies }: Session): readonly string[] | null {
  if (role !== 'manager') throw new Problem('forbidden');
  return agencies;
}

function reachable(address: string, { config }: Pick<Backend, 'config'>): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const refusal = url ? refusalOfUrl(url, config.webhookHosts) : 'Must be an address';
  if (refusal !== undefined || !url) {
    throw new Problem('invalid_request', {
      fields: [{ pointer: '/url', detail: refusal ?? 'Must be an address' }],
    });
  }
  return url.href;
}

function webhookOf({ seed: _, stopped, stoppedAt, ...row }: WebhookRow): Webhook {
  return { ...row, stopped: stopped && { reason: stopped, at: stoppedAt ?? row.createdAt } };
}

function withSecret(regency: string, row: WebhookRow, { secrets }: Backend): WebhookSecret {
  const secret = secrets.webhookSecret(regency, row.id, row.seed);
  return { webhook: webhookOf(row), secret: writtenSecret(secret) };
}

function deliveryOf(regency: string, row: DeliveryRow): WebhookDelivery {
  const { id, state, attempts, dueAt } = row;
  return { id, event: messageOf(regency, row), state, attempts, nextAttemptAt: dueAt };
}
