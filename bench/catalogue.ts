import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import autocannon from 'autocannon';

import { startProcess, type ServerProcess } from './child.ts';
import { sideBySide } from './rounds.ts';

const path = '/v1/35.79/catalogue';
const seconds = 3;

/**
 * The catalogue's index over HTTP, beside a bare `node:http` server that answers the same bytes with
 * the same headers. Processor time for each request: it stays true on a busy machine.
 */
export async function bench(): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'mpp-bench-'));
  const ours = await startProcess('mpp-server.ts', { MPP_DATA_DIR: folder, DATABASE_URL: '' });
  const { body, headers } = await fetchRaw(ours.url + path);
  const bare = await startProcess('bare-server.ts', {
    BODY: body.toString('base64'),
    HEADERS: JSON.stringify(headers),
  });
  const results: Record<string, number> = {};
  for (const [name, condition] of [
    ['200', {}],
    ['304', { 'if-none-match': headers['etag']! }],
  ] as const) {
    const { one, other, ratio } = await sideBySide(
      3,
      () => cpuPerRequest(ours, condition),
      () => cpuPerRequest(bare, condition),
    );
    console.log(`  ${name}: ours ${one.toFixed(1)} µs, node:http ${other.toFixed(1)} µs`);
    results[`catalogue.${name}-cpu-to-node-http`] = ratio;
  }
  await Promise.all([ours.stop(), bare.stop()]);
  await rm(folder, { recursive: true });
  return results;
}

async function cpuPerRequest(server: ServerProcess, more: Record<string, string>): Promise<number> {
  const before = await server.cpu();
  const result = await autocannon({
    url: server.url + path,
    connections: 32,
    duration: seconds,
    headers: { 'accept-encoding': 'br', ...more },
  });
  if (result.errors || result['4xx'] || result['5xx']) throw new Error('a request failed');
  return ((await server.cpu()) - before) / result.requests.total;
}

/** The answer as it travels: fetch would unpack it. */
function fetchRaw(url: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { date: _date, connection: _connection, ...headers } = response.headers;
        delete headers['keep-alive'];
        resolve({ body: Buffer.concat(parts), headers: headers as Record<string, string> });
      });
    }).on('error', reject);
  });
}
