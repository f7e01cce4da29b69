import {
  webhooks,
  type DeliveryState,
  type NewWebhook,
  type Replayed,
  type Webhook,
  type WebhookChange,
  type WebhookDelivery,
  type WebhookSecret,
  type Webhooks as WebhookList,
} from '@mpp-digital/contract';

import { List } from '../list.ts';
import type { ListOptions, OnceOptions, RequestOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** Which deliveries to list. */
export interface DeliveryOptions extends ListOptions {
  /** Only what stands there: `missed` for what did not arrive. */
  state?: DeliveryState | undefined;
}

/**
 * Addresses that are told what happens, signed as {@link https://www.standardwebhooks.com | Standard
 * Webhooks} has it. Only managers may ask (`forbidden` for others), signed in as for `Staff`; one who
 * acts for some agencies has webhooks about those. The receiver checks messages with `verifyWebhook`
 * from `@mpp-digital/sdk/webhooks`.
 *
 * @example
 * ```ts
 * import { Transport, Webhooks } from '@mpp-digital/sdk/resources';
 *
 * const webhooks = new Webhooks(new Transport({ baseUrl: location.origin, regency: '35.79' }));
 * const { webhook, secret } = await webhooks.create({
 *   url: 'https://app.example.go.id/mpp',
 *   events: ['booking.called', 'booking.served'],
 * });
 * console.log(`Keep it now, it is not shown again: ${secret}`);
 * await webhooks.test(webhook.id);
 * ```
 */
export class Webhooks extends Resource implements MethodsFor<typeof webhooks> {
  /** Lists the webhooks, oldest first. */
  list(options?: RequestOptions): Promise<WebhookList> {
    return this.call(webhooks.list, {}, options);
  }

  /**
   * Has an address told what happens from now on. The secret is in the answer, and only there.
   *
   * @throws {@link MppError} `invalid_request` for an address that is not on the public internet, or
   *   `too_many_webhooks`.
   */
  create(webhook: NewWebhook, options?: OnceOptions): Promise<WebhookSecret> {
    return this.call(webhooks.create, { body: webhook }, options);
  }

  /**
   * Changes where and what a webhook is told, or stops it, or lets messages flow again.
   *
   * @throws {@link MppError} `not_found`, or `invalid_request` as {@link Webhooks.create}.
   */
  change(webhookId: string, change: WebhookChange, options?: RequestOptions): Promise<Webhook> {
    return this.call(webhooks.change, { params: { webhookId }, body: change }, options);
  }

  /**
   * Removes a webhook with all its deliveries, also those that wait.
   *
   * @returns The webhook as it was.
   * @throws {@link MppError} `not_found`.
   */
  remove(webhookId: string, options?: RequestOptions): Promise<Webhook> {
    return this.call(webhooks.remove, { params: { webhookId } }, options);
  }

  /**
   * Gives a webhook a new secret, which is in the answer, and only there. For 24 hours messages bear a
   * signature with each of the two secrets, so that no message is refused while the receiver changes.
   *
   * @throws {@link MppError} `not_found`.
   */
  rotateSecret(webhookId: string, options?: OnceOptions): Promise<WebhookSecret> {
    return this.call(webhooks.rotateSecret, { params: { webhookId } }, options);
  }

  /**
   * Sends the message `webhook.test`. Look into {@link Webhooks.deliveries} for what became of it.
   *
   * @throws {@link MppError} `not_found`, or `wrong_state` for a webhook that is stopped.
   */
  test(webhookId: string, options?: OnceOptions): Promise<WebhookDelivery> {
    return this.call(webhooks.test, { params: { webhookId } }, options);
  }

  /**
   * Lists what was sent in the last 30 days, or is to be; what happened last comes first.
   *
   * @example
   * ```ts
   * import type { Webhooks } from '@mpp-digital/sdk/resources';
   *
   * declare const webhooks: Webhooks, webhookId: string;
   * for await (const { event, attempts } of webhooks.deliveries(webhookId, { state: 'missed' })) {
   *   console.log(event.type, event.timestamp, attempts.at(-1)?.failure);
   * }
   * ```
   *
   * @throws {@link MppError} `not_found` while it is read.
   */
  deliveries(webhookId: string, options: DeliveryOptions = {}): List<WebhookDelivery> {
    const { state, limit, cursor } = options;
    const query = { state, limit: limit?.toString() };
    const params = { webhookId };
    return new List(
      (next) =>
        this.call(webhooks.deliveries, { params, query: { ...query, cursor: next } }, options),
      cursor,
    );
  }

  /**
   * Sends one message again, whether it arrived or not, with the same `webhook-id`.
   *
   * @throws {@link MppError} `not_found`, or `wrong_state` while it waits or the webhook is stopped.
   */
  replay(
    webhookId: string,
    deliveryId: string,
    options?: RequestOptions,
  ): Promise<WebhookDelivery> {
    return this.call(webhooks.replay, { params: { webhookId, deliveryId } }, options);
  }

  /**
   * Sends again all that was missed of what happened since a moment.
   *
   * @throws {@link MppError} `not_found`, or `wrong_state` for a webhook that is stopped.
   */
  replayMissed(webhookId: string, since: Date, options?: RequestOptions): Promise<Replayed> {
    const body = { since: since.toISOString() };
    return this.call(webhooks.replayMissed, { params: { webhookId }, body }, options);
  }
}
