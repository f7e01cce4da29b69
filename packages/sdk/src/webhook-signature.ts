import { WebhookError } from './webhook-error.ts';

const prefix = 'whsec_';

/**
 * Whether one of the signatures is that of the secret. Those of other schemes are passed over, and
 * while a secret is changed there are two.
 *
 * The comparison is `verify`'s own, which takes as long for a signature that is nearly right.
 */
export async function signatureFits(
  secret: string,
  head: string,
  body: Uint8Array<ArrayBuffer>,
  signatures: string,
): Promise<boolean> {
  const key = await keyOf(secret);
  const begin = new TextEncoder().encode(head);
  const signed = new Uint8Array(begin.length + body.length);
  signed.set(begin);
  signed.set(body, begin.length);
  for (const each of signatures.split(' ')) {
    const given = each.startsWith('v1,') ? bytesOf(each.slice(3)) : undefined;
    if (given && (await crypto.subtle.verify('HMAC', key, given, signed))) return true;
  }
  return false;
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = bytesOf(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret);
  // Less than the 24 that the standard asks for is not a secret but a mistake, such as an empty setting.
  if (bytes === undefined || bytes.length < 24) throw new WebhookError('secret_malformed');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
