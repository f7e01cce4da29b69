import type { Calls } from './calls.ts';
import { delivery, webhook, webhookSecret } from './sample-webhooks.ts';

const page = (item: unknown) => ({ items: [item], next: null });

/** What managers do with webhooks. */
export const webhookCalls: Pick<Calls, 'webhooks'> = {
  webhooks: {
    list: { call: ({ webhooks }) => webhooks.list(), answer: { webhooks: [webhook] } },
    create: {
      call: ({ webhooks }) => webhooks.create({ url: webhook.url, events: ['booking.called'] }),
      answer: webhookSecret,
      sent: { body: { url: webhook.url, events: ['booking.called'] } },
    },
    change: {
      call: ({ webhooks }) => webhooks.change(webhook.id, { enabled: false }),
      answer: webhook,
      sent: { body: { enabled: false } },
    },
    remove: { call: ({ webhooks }) => webhooks.remove(webhook.id), answer: webhook },
    rotateSecret: {
      call: ({ webhooks }) => webhooks.rotateSecret(webhook.id),
      answer: webhookSecret,
    },
    test: { call: ({ webhooks }) => webhooks.test(webhook.id), answer: delivery },
    deliveries: {
      call: ({ webhooks }) => webhooks.deliveries(webhook.id, { state: 'missed', limit: 10 }),
      answer: page(delivery),
      sent: { query: { state: 'missed', limit: '10' } },
    },
    replay: {
      call: ({ webhooks }) => webhooks.replay(webhook.id, delivery.id),
      answer: delivery,
    },
    replayMissed: {
      call: ({ webhooks }) => webhooks.replayMissed(webhook.id, new Date('2026-12-01T00:00:00Z')),
      answer: { deliveries: 3 },
      sent: { body: { since: '2026-12-01T00:00:00.000Z' } },
    },
  },
};
