import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { MppClient } from '@mpp-digital/sdk';

import { service } from './catalogue-data.ts';
import { sideBySide } from './rounds.ts';

const calls = 400;

/** A call of the SDK, as npm gives it, beside a bare fetch of the same answer: loopback, one by one. */
export async function bench(): Promise<Record<string, number>> {
  const small = JSON.stringify(service('ktp-el-baru'));
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(small);
  }).listen(0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new MppClient({ baseUrl: url, regency: '35.79' });

  const timed = async (call: () => Promise<unknown>) => {
    const start = performance.now();
    for (let n = 0; n < calls; n++) await call();
    return (performance.now() - start) / calls;
  };
  const bySdk = () => client.catalogue.service('ktp-el-baru');
  const byFetch = async () =>
    (await fetch(`${url}/v1/35.79/services/ktp-el-baru`)).json() as unknown;
  await timed(bySdk);
  await timed(byFetch);
  const { one, other, ratio } = await sideBySide(
    7,
    () => timed(bySdk),
    () => timed(byFetch),
  );
  server.closeAllConnections();
  server.close();
  const size = `${small.length} bytes, ${gzipSync(small).length} compressed`;
  console.log(`  sdk ${one.toFixed(3)} ms, fetch ${other.toFixed(3)} ms (${size})`);
  return { 'sdk.call-to-fetch': ratio };
}
