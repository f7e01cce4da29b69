import { Bookings, type MppClient, Tracking, type Transport } from '@mpp-digital/sdk/resources';

import { finderClient } from './finder-client.ts';

const clients = new WeakMap<Transport, MppClient>();

/** The whole client over a transport; the same for the same. */
export function citizenClient(transport: Transport): MppClient {
  let client = clients.get(transport);
  if (!client) {
    client = {
      ...finderClient(transport),
      bookings: new Bookings(transport),
      tracking: new Tracking(transport),
    };
    clients.set(transport, client);
  }
  return client;
}
