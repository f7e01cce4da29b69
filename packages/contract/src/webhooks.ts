import * as z from '#schema';

import type { Operations } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';
import { moment, slug } from './text.ts';
import { applicationEventTypes, bookingEventTypes, WebhookEvent } from './webhook-events.ts';

/** Codes that only those who keep webhooks meet. */
export type WebhookErrorCode = 'too_many_webhooks';

/** How many webhooks a regency may have. */
export const mostWebhooks = 20;

/** Where a delivery can stand. */
export const deliveryStates = ['waiting', 'delivered', 'missed'] as const;

/** Where a delivery stands. What was missed is not tried again unless somebody asks. */
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * Why an attempt failed: the answer was not a 2xx, it was a redirect, it did not come in time, nobody
 * could be reached, the encryption could not be trusted (a certificate that is not good, or none), or the
 * name leads to an address that is not public.
 */
export const deliveryFailures = [
  'status',
  'redirect',
  'timeout',
  'unreachable',
  'tls',
  'address',
] as const;

/** Why an attempt failed. */
export type DeliveryFailure = (typeof deliveryFailures)[number];

/** `https://`, on the server's machine for development also `http://`; no name or password in it. */
const address = z.string().check(z.regex(/^https?:\/\/[^\s@#]+$/), z.maxLength(500));
const about = z.string().check(z.trim(), z.maxLength(200));
const types = z.array(z.enum([...bookingEventTypes, ...applicationEventTypes]));

export const WebhookStop = z.object({
  /** Since when. */
  at: moment,
  /** Why: a manager wanted it, every attempt of five days failed, or the receiver answered 410. */
  reason: z.enum(['manager', 'failing', 'gone']),
});
/** Why a webhook gets no messages. */
export interface WebhookStop extends z.infer<typeof WebhookStop> {}

export const Webhook = z.object({
  /** Id of the webhook. */
  id: z.uuid(),
  /** Where messages are sent. */
  url: z.string(),
  /** A note of those who keep it. */
  description: z.string(),
  /** What it is told of; everything, also what is new one day, when the list is empty. */
  events: types,
  /** Whose bookings and applications; null for all agencies'. */
  agencies: z.nullable(z.array(slug)),
  /** Since when and why it gets no messages; null while it gets them. */
  stopped: z.nullable(WebhookStop),
  /** Since when every attempt has failed; null when the last one succeeded. */
  failingSince: z.nullable(moment),
  /** How many messages it missed that can be sent again. */
  missed: z.int(),
  /** Until when messages also bear a signature with the secret before; null without one. */
  oldSecretUntil: z.nullable(moment),
  /** When it was made. */
  createdAt: moment,
});
/** An address that is told what happens. */
export interface Webhook extends z.infer<typeof Webhook> {}

export const Webhooks = z.object({
  /** All that one may see, oldest first. */
  webhooks: z.array(Webhook),
});
/** The webhooks of a regency. */
export interface Webhooks extends z.infer<typeof Webhooks> {}

export const NewWebhook = z.object({
  /** Where to send messages: `https://`, on the public internet. */
  url: address,
  /** A note for those who keep it. */
  description: z.optional(about),
  /** What to tell it of; everything without it. */
  events: z.optional(types),
});
/** An address to be told what happens. */
export interface NewWebhook extends z.infer<typeof NewWebhook> {}

export const WebhookChange = z.object({
  /** Where to send messages from now on, also those that wait. */
  url: z.optional(address),
  /** Another note. */
  description: z.optional(about),
  /** What to tell it of from now on; an empty list for everything. */
  events: z.optional(types),
  /** False stops the messages, true lets them flow again. What happens meanwhile is missed. */
  enabled: z.optional(z.boolean()),
});
/** What to change about a webhook; what is not named stays. */
export interface WebhookChange extends z.infer<typeof WebhookChange> {}

export const WebhookSecret = z.object({
  /** The webhook, as it is now. */
  webhook: Webhook,
  /** `whsec_` and 32 bytes in base64: what messages are signed with. It is not shown again. */
  secret: z.string().check(z.regex(/^whsec_[A-Za-z0-9+/]{43}=$/)),
});
/** A webhook with its secret. */
export interface WebhookSecret extends z.infer<typeof WebhookSecret> {}

export const DeliveryAttempt = z.object({
  /** When it began. */
  at: moment,
  /** How long it took, in milliseconds. */
  ms: z.int().check(z.nonnegative()),
  /** HTTP status of the answer; null when there was none. The answer itself is not kept. */
  status: z.nullable(z.int()),
  /** Why it failed; null when it succeeded. */
  failure: z.nullable(z.enum(deliveryFailures)),
});
/** One attempt to deliver a message. */
export interface DeliveryAttempt extends z.infer<typeof DeliveryAttempt> {}

export const WebhookDelivery = z.object({
  /** What the header `webhook-id` says, the same for each attempt. */
  id: z.uuid(),
  /** The message. */
  event: WebhookEvent,
  /** Where it stands. */
  state: z.enum(deliveryStates),
  /** The last attempts, at most 20, oldest first. */
  attempts: z.array(DeliveryAttempt),
  /** When it is tried next; null when it is not. */
  nextAttemptAt: z.nullable(moment),
});
/** A message for a webhook, and what became of it. */
export interface WebhookDelivery extends z.infer<typeof WebhookDelivery> {}

/** Which deliveries to list. */
export const DeliveriesQuery = z.object({
  ...pageQuery,
  /** Only what stands there: `missed` for what did not arrive. */
  state: z.optional(z.enum(deliveryStates)),
});

export const ReplayFrom = z.object({
  /** Send again what was missed of all that happened since then. */
  since: moment,
});
/** Which messages to send again. */
export interface ReplayFrom extends z.infer<typeof ReplayFrom> {}

export const Replayed = z.object({
  /** How many messages are sent again. */
  deliveries: z.int(),
});
/** How much is sent again. */
export interface Replayed extends z.infer<typeof Replayed> {}

const byId = z.object({
  /** Id of a webhook. */
  webhookId: z.uuid(),
});

export const webhooks = {
  /** List the webhooks. */
  list: { method: 'GET', path: '/staff/webhooks', auth: 'officer', result: Webhooks },
  /** Have an address told what happens. Its secret is in the answer, and only there. */
  create: {
    method: 'POST',
    path: '/staff/webhooks',
    auth: 'officer',
    body: NewWebhook,
    idempotent: true,
    result: WebhookSecret,
    errors: ['too_many_webhooks'],
  },
  /** Change where and what a webhook is told, or stop it. */
  change: {
    method: 'POST',
    path: '/staff/webhooks/{webhookId}',
    auth: 'officer',
    params: byId,
    body: WebhookChange,
    result: Webhook,
    errors: ['not_found'],
  },
  /** Remove a webhook with all its deliveries. */
  remove: {
    method: 'POST',
    path: '/staff/webhooks/{webhookId}/remove',
    auth: 'officer',
    params: byId,
    result: Webhook,
    errors: ['not_found'],
  },
  /** Give a webhook a new secret. For a day, messages bear a signature with each of the two. */
  rotateSecret: {
    method: 'POST',
    path: '/staff/webhooks/{webhookId}/secret',
    auth: 'officer',
    params: byId,
    idempotent: true,
    result: WebhookSecret,
    errors: ['not_found'],
  },
  /** Send a test message. */
  test: {
    method: 'POST',
    path: '/staff/webhooks/{webhookId}/test',
    auth: 'officer',
    params: byId,
    idempotent: true,
    result: WebhookDelivery,
    errors: ['not_found', 'wrong_state'],
  },
  /** List what was sent in the last 30 days, or is to be; newest first. */
  deliveries: {
    method: 'GET',
    path: '/staff/webhooks/{webhookId}/deliveries',
    auth: 'officer',
    params: byId,
    query: DeliveriesQuery,
    result: pageOf(WebhookDelivery),
    errors: ['not_found'],
  },
  /** Send one message again, whether it arrived or not. */
  replay: {
    method: 'POST',
    path: '/staff/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
    auth: 'officer',
    params: z.object({
      /** Id of a webhook. */
      webhookId: z.uuid(),
      /** Id of a delivery. */
      deliveryId: z.uuid(),
    }),
    result: WebhookDelivery,
    errors: ['not_found', 'wrong_state'],
  },
  /** Send again all that was missed since a moment. */
  replayMissed: {
    method: 'POST',
    path: '/staff/webhooks/{webhookId}/replay',
    auth: 'officer',
    params: byId,
    body: ReplayFrom,
    result: Replayed,
    errors: ['not_found', 'wrong_state'],
  },
} as const satisfies Operations;
