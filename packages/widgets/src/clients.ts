import { MppClient } from '@mpp-digital/sdk';

const clients = new Map<string, MppClient>();

/**
 * The client for a server and a regency. All widgets of a page share it, and with it what it has
 * fetched.
 */
export function clientFor(api: string, regency: string): MppClient {
  const name = `${api} ${regency}`;
  let client = clients.get(name);
  if (!client) clients.set(name, (client = new MppClient({ baseUrl: api, regency })));
  return client;
}
