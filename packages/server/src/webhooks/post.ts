import { request as requestPlain } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';

import type { DeliveryAttempt, DeliveryFailure } from '@mpp-digital/contract';

import { codeOf } from '../database-trouble.ts';
import { refusalOfUrl } from './address.ts';

/** How to reach receivers. */
export interface PostOptions {
  /** Hosts for development, see `refusalOfUrl`. */
  allowed: readonly string[];
  /** What a name leads to: only what a message may be sent to, see `guardedLookup`. */
  lookup: LookupFunction;
  /** How long, in milliseconds, the whole attempt may take. */
  patience: number;
  /** Aborted when the server stops. */
  signal: AbortSignal;
}

/**
 * Sends a message once. Of the answer nothing is read but its status: what a receiver says is not ours
 * to keep, and redirects are not followed, since they could lead anywhere.
 *
 * Node's own client, because it connects to the addresses that our lookup gives, and to no other, and
 * follows nothing.
 *
 * @throws the signal's reason when it was aborted: then nobody knows whether the message arrived.
 */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  options: PostOptions,
): Promise<DeliveryAttempt> {
  const at = new Date().toISOString();
  const startedAt = performance.now();
  const ended = (status: number | null, failure: DeliveryFailure | null) => {
    return { at, ms: Math.round(performance.now() - startedAt), status, failure };
  };
  if (refusalOfUrl(new URL(address), options.allowed)) return ended(null, 'address');
  try {
    const status = await statusOf(new URL(address), headers, body, options);
    return ended(status, failureOf(status));
  } catch (error) {
    options.signal.throwIfAborted();
    return ended(null, causeOf(error));
  }
}

function statusOf(
  url: URL,
  headers: Record<string, string>,
  body: string,
  { lookup, patience, signal }: PostOptions,
): Promise<number> {
  const bytes = Buffer.from(body);
  const options: RequestOptions = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': bytes.length,
      'user-agent': 'mpp-digital-webhooks',
      ...headers,
    },
    lookup,
    // A connection of its own: none is used again for a name that leads elsewhere by now.
    agent: false,
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? request : requestPlain;
    const outgoing = send(url, options, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    outgoing.on('error', reject);
    outgoing.end(bytes);
  });
}

function failureOf(status: number): DeliveryFailure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

function causeOf(error: unknown): DeliveryFailure {
  const code = codeOf(error);
  if (code === 'ADDRESS_REFUSED') return 'address';
  if (code === 'ABORT_ERR' || code === 'ETIMEDOUT') return 'timeout';
  return /CERT|_TLS_|SSL|SIGNATURE|EPROTO/.test(code) ? 'tls' : 'unreachable';
}
