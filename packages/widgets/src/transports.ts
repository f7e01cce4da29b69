import { type AnswerCache, Transport } from '@mpp-digital/sdk/resources';

/**
 * Keeps the catalogue, and nothing else, for when the server is away. Opened at each use, because
 * a page in a sandbox or without https has no such store, and may not even ask for it.
 */
const cache: AnswerCache = {
  match: async (url) => (await caches.open('mpp-digital')).match(url),
  put: async (url, answer) => (await caches.open('mpp-digital')).put(url, answer),
};

const transports = new Map<string, Transport>();

/**
 * The transport to a server and a regency. All widgets of a page share it, and with it what it has
 * fetched.
 */
export function transportTo(api: string, regency: string): Transport {
  const name = `${api} ${regency}`;
  let transport = transports.get(name);
  if (!transport) {
    transports.set(name, (transport = new Transport({ baseUrl: api, regency, cache })));
  }
  return transport;
}
