import {
  Availability,
  Catalogue,
  type MppClient,
  type Transport,
} from '@mpp-digital/sdk/resources';

/** As much of the client as looking for a service needs: the finder carries no more. */
export type FinderClient = Pick<MppClient, 'catalogue' | 'availability'>;

const clients = new WeakMap<Transport, FinderClient>();

/** The finder's client over a transport; the same for the same. */
export function finderClient(transport: Transport): FinderClient {
  let client = clients.get(transport);
  if (!client) {
    client = { catalogue: new Catalogue(transport), availability: new Availability(transport) };
    clients.set(transport, client);
  }
  return client;
}
