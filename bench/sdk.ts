import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { MppClient } from '@mpp-digital/sdk';

import { sideBySide } from './rounds.ts';

const calls = 400;

/** Seven agencies: about a kilobyte. */
const page = {
  items: ['dukcapil', 'dpmptsp', 'bapenda', 'dinkes', 'dinsos', 'disnaker', 'kemenag'].map(
    (id) => ({
      id,
      name: { id: `Dinas ${id} yang melayani di mal`, en: `Office ${id} that serves at the mall` },
      shortName: id,
      queuePrefix: 'A',
    }),
  ),
  next: null,
};

/** A call of the SDK as npm gives it, beside a bare fetch of the same answer: loopback, one by one. */
export async function bench(): Promise<Record<string, number>> {
  const body = JSON.stringify(page);
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new MppClient({ baseUrl: url, regency: '35.79' });

  const timed = async (call: () => Promise<unknown>) => {
    const start = performance.now();
    for (let n = 0; n < calls; n++) await call();
    return (performance.now() - start) / calls;
  };
  const bySdk = () => client.catalogue.agencies().pages().next();
  const byFetch = async () => (await fetch(`${url}/v1/35.79/agencies`)).json() as Promise<unknown>;
  await timed(bySdk);
  await timed(byFetch);
  const { one, other, ratio } = await sideBySide(
    7,
    () => timed(bySdk),
    () => timed(byFetch),
  );
  server.closeAllConnections();
  server.close();
  console.log(`  sdk ${one.toFixed(3)} ms, fetch ${other.toFixed(3)} ms (${body.length} bytes)`);
  return { 'sdk.call-to-fetch': ratio };
}
