// What a server with the example data answers with, measured on one of our own: the bytes that travel.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';

const pages = ['layanan', 'layanan/ktp-el-hilang', 'janji?layanan=ktp-el-hilang', 'lacak'];
const week = '/v1/35.79/places/mpp-among-warga/availability?services=ktp-el-hilang';

/** @returns the catalogue that the finder fetches, a week of days, and the largest page without JavaScript. */
export async function answers() {
  const { readConfig, startServer } = await import('@mpp-digital/server');
  const dataDir = mkdtempSync(join(tmpdir(), 'mpp-size-'));
  const server = await startServer(
    readConfig({ PORT: '0', HOST: '127.0.0.1', MPP_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
  );
  const ask = async (path) => {
    const request = get(new URL(path, server.url), { headers: { 'accept-encoding': 'br' } });
    const [answer] = await once(request, 'response');
    if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}`);
    const bytes = await buffer(answer);
    const isPacked = answer.headers['content-encoding'] === 'br';
    return { size: bytes.length, text: String(isPacked ? brotliDecompressSync(bytes) : bytes) };
  };
  const page = async (path) => {
    const html = await ask(`/35.79/${path}`);
    const sheets = html.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g);
    const all = [html, ...(await Promise.all([...sheets].map(([, href]) => ask(href))))];
    return all.reduce((sum, { size }) => sum + size, 0);
  };
  try {
    return {
      'catalogue index': (await ask('/v1/35.79/catalogue')).size,
      'a week of days': (await ask(week)).size,
      'page without JavaScript': Math.max(...(await Promise.all(pages.map(page)))),
    };
  } finally {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
