import { applicationEventTypes, bookingEventTypes } from '@mpp-digital/contract';

import type { OutboxConsumer } from '../outbox/consumer.ts';

const known: ReadonlySet<string> = new Set([...bookingEventTypes, ...applicationEventTypes]);

/** What webhooks are told of what happens, and of which regencies there is something to send. */
export interface WebhookConsumer extends OutboxConsumer {
  /** Says once whether something was written down since it was asked last. */
  hasNews(regency: string): boolean;
}

/** Writes down, for each webhook that wants to know of an event, that it is to be told. */
export function createWebhookConsumer(): WebhookConsumer {
  const news = new Set<string>();
  return {
    name: 'webhooks',
    async take(events, operator) {
      const told = events.filter(({ kind, state }) => known.has(`${kind}.${state}`));
      const [first] = told;
      if (!first) return;
      const { regency } = first;
      const noted = await operator.call('note_deliveries', [regency, JSON.stringify(told)]);
      if (noted > 0) news.add(regency);
    },
    hasNews: (regency) => news.delete(regency),
  };
}
