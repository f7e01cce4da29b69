import type { Operation, Result } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { type AnswerCache, Transport } from '@mpp-digital/sdk/resources';

/**
 * Keeps the catalogue, and nothing else, for when the server is away. Opened at each use, because
 * a page in a sandbox or without https has no such store, and may not even ask for it.
 */
const cache: AnswerCache = {
  match: async (url) => (await caches.open('mpp-digital')).match(url),
  put: async (url, answer) => (await caches.open('mpp-digital')).put(url, answer),
};

let isTold = false;

/** Tells whoever owns the page, once, what only they can mend. */
class PageTransport extends Transport {
  override call<O extends Operation>(
    ...sent: Parameters<typeof Transport.prototype.call<O>>
  ): Promise<Result<O>> {
    return super.call(...sent).catch((error: unknown) => {
      if (!isTold && error instanceof MppError && error.code === 'regency_unknown') {
        isTold = true;
        console.warn('MPP Digital: the server does not know this regency. See data-regency.');
      }
      throw error;
    });
  }
}

const transports = new Map<string, Transport>();

/**
 * The transport to a server and a regency. All widgets of a page share it, and with it what it has
 * fetched.
 */
export function transportTo(api: string, regency: string): Transport {
  const name = `${api} ${regency}`;
  let transport = transports.get(name);
  if (!transport) {
    transports.set(name, (transport = new PageTransport({ baseUrl: api, regency, cache })));
  }
  return transport;
}
