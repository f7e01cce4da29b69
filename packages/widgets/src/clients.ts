import { type AnswerCache, MppClient } from '@mpp-digital/sdk';

const clients = new Map<string, MppClient>();

/**
 * Keeps the catalogue, and nothing else, for when the server is away. Opened at each use, because
 * a page in a sandbox or without https has no such store, and may not even ask for it.
 */
const cache: AnswerCache = {
  match: async (url) => (await caches.open('mpp-digital')).match(url),
  put: async (url, answer) => (await caches.open('mpp-digital')).put(url, answer),
};

/**
 * The client for a server and a regency. All widgets of a page share it, and with it what it has
 * fetched.
 */
export function clientFor(api: string, regency: string): MppClient {
  const name = `${api} ${regency}`;
  let client = clients.get(name);
  if (!client) clients.set(name, (client = new MppClient({ baseUrl: api, regency, cache })));
  return client;
}
