/**
 * Checks the messages that a server sends to webhooks. Apart from the client, so that who calls the API
 * does not carry it.
 *
 * @packageDocumentation
 */
import {
  applicationEventTypes,
  bookingEventTypes,
  parse,
  WebhookEvent,
} from '@mpp-digital/contract';

import { signatureFits } from './webhook-signature.ts';
import { WebhookError } from './webhook-error.ts';

export { WebhookError, type WebhookFault } from './webhook-error.ts';
export type {
  ApplicationEvent,
  BookingEvent,
  WebhookEvent,
  WebhookEventType,
  WebhookTest,
} from '@mpp-digital/contract';

/** Headers of a request: of `fetch`, of Node (`request.headers`), or plain. */
export type WebhookHeaders =
  Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** How to check a message. */
export interface VerifyOptions {
  /** How far, in seconds, the sender's clock may be from this one; 300 without it. */
  tolerance?: number | undefined;
}

/** A message that is what it says. */
export interface VerifiedWebhook {
  /**
   * Names the message. One that comes again has the same: a message can come twice, so do nothing for
   * one whose id you have seen.
   */
  id: string;
  /** What happened. Branch on `event.type`. */
  event: WebhookEvent;
}

/**
 * Makes sure that a message comes from the server that has the secret, was not changed, and is not an
 * old one sent again by somebody who overheard it; and reads it.
 *
 * Uses Web Crypto alone, so it runs in Node, Deno, Bun, Workers and browsers. Give it the body exactly
 * as it came: JSON that was parsed and written again may have another signature.
 *
 * @param payload - The body as text, or its bytes.
 * @param headers - The request's headers.
 * @param secret - The webhook's secret, `whsec_…`.
 * @throws {@link WebhookError} whose `code` says what is wrong. For `unknown_event` the message is
 *   genuine, but newer than this library: answer it with 204, or it will be sent again for days.
 *
 * @example
 * ```ts
 * import { verifyWebhook } from '@mpp-digital/sdk/webhooks';
 *
 * async function receive(request: Request, secret: string): Promise<Response> {
 *   const { id, event } = await verifyWebhook(await request.text(), request.headers, secret);
 *   if (event.type === 'booking.called') console.log(`${id}: ${event.data.id} is called`);
 *   return new Response(null, { status: 204 });
 * }
 * ```
 *
 * @see {@link https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md | Standard Webhooks}
 */
export async function verifyWebhook(
  payload: string | Uint8Array | ArrayBuffer,
  headers: WebhookHeaders,
  secret: string,
  { tolerance = 300 }: VerifyOptions = {},
): Promise<VerifiedWebhook> {
  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const signatures = header(headers, 'webhook-signature');
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookError('timestamp_malformed');

  const age = Date.now() / 1_000 - Number(timestamp);
  // Written so that a tolerance that is no number lets nothing pass.
  if (!(age <= tolerance)) throw new WebhookError('too_old');
  if (!(age >= -tolerance)) throw new WebhookError('too_new');

  const body = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  const fits = await signatureFits(secret, `${id}.${timestamp}.`, new Uint8Array(body), signatures);
  if (!fits) throw new WebhookError('signature_mismatch');
  return { id, event: eventIn(body) };
}

function header(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : inRecord(headers, name);
  if (typeof value !== 'string' || value === '') throw new WebhookError('header_missing', name);
  return value;
}

/** Node's are in small letters; what others pass on may not be. */
function inRecord(headers: Exclude<WebhookHeaders, Headers>, name: string) {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

const known: ReadonlySet<string> = new Set([
  ...bookingEventTypes,
  ...applicationEventTypes,
  'webhook.test',
]);

function eventIn(body: Uint8Array | ArrayBuffer): WebhookEvent {
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new WebhookError('payload_malformed');
  }
  try {
    return parse(WebhookEvent, message);
  } catch (cause) {
    const { type } = Object(message) as { type?: unknown };
    const isNew = typeof type === 'string' && !known.has(type);
    throw new WebhookError(isNew ? 'unknown_event' : 'payload_malformed', undefined, { cause });
  }
}
