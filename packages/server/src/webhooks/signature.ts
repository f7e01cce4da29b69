import { createHmac } from 'node:crypto';

/** How secrets begin: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const prefix = 'whsec_';

/** A secret as receivers are given it. */
export function writtenSecret(secret: Uint8Array): string {
  return prefix + Buffer.from(secret).toString('base64');
}

/**
 * The headers by which a receiver knows a message: its name, when it was sent, and a signature with
 * each secret.
 *
 * @param sentAt - Milliseconds since 1970.
 */
export function signedHeaders(
  id: string,
  sentAt: number,
  body: string,
  secrets: readonly Uint8Array[],
): Record<string, string> {
  const timestamp = String(Math.floor(sentAt / 1_000));
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`);
    return `v1,${hmac.digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
