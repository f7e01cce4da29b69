import { createHmac } from 'node:crypto';

import { codeOf } from '../database-trouble.ts';
import { NotTaken, Undeliverable, type Carrier } from './carrier.ts';

/** Where a gateway is, and how it knows us. */
export interface GatewaySettings {
  url: string;
  /** Sent as `Authorization: Bearer …`. */
  token: string | undefined;
  /** Signs each message as Standard Webhooks say: the bytes of the key. */
  secret: Uint8Array | undefined;
}

const timeoutMs = 10_000;

/** What says that this message, and not the gateway, is what is wrong. */
const forGood = new Set([400, 410, 413, 422]);

/**
 * Hands messages to a gateway for WhatsApp or SMS by a POST of JSON. The phone number is in the body
 * only; redirects are not followed, so that it goes nowhere else.
 */
export function gatewayCarrier({ url, token, secret }: GatewaySettings): Carrier {
  return {
    name: 'gateway',
    reaches: ({ phone }) => phone !== '',

    async send({ id, kind, regency, language, text }, { phone }, signal) {
      const body = JSON.stringify({ id, kind, regency, language, to: phone, text });
      const timestamp = String(Math.floor(Date.now() / 1000));
      let status: number;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': id,
            'webhook-id': id,
            'webhook-timestamp': timestamp,
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(secret && { 'webhook-signature': signature(secret, id, timestamp, body) }),
          },
          body,
          redirect: 'manual',
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
        ({ status } = response);
        // What it says may quote what it got.
        await response.body?.cancel();
      } catch (error) {
        throw new NotTaken(reasonOf(error));
      }
      if (forGood.has(status)) throw new Undeliverable(`http-${String(status)}`);
      if (status < 200 || status > 299) throw new NotTaken(`http-${String(status)}`);
    },

    close: () => undefined,
  };
}

function signature(secret: Uint8Array, id: string, timestamp: string, body: string): string {
  const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`);
  return `v1,${mac.digest('base64')}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof DOMException) return error.name === 'TimeoutError' ? 'timeout' : 'stopped';
  return codeOf(error instanceof Error ? error.cause : error).toLowerCase() || 'no-answer';
}
