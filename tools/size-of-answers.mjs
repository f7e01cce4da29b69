// What a server with the example data answers with, measured on one of our own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pages = ['layanan', 'layanan/ktp-el-hilang', 'janji?layanan=ktp-el-hilang', 'lacak'];

/**
 * @param measure - Tells the size of a file as it travels.
 * @returns the catalogue that the finder fetches, and the largest page without JavaScript.
 */
export async function answers(measure) {
  const { readConfig, startServer } = await import('@mpp-digital/server');
  const dataDir = mkdtempSync(join(tmpdir(), 'mpp-size-'));
  const server = await startServer(
    readConfig({ PORT: '0', HOST: '127.0.0.1', MPP_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
  );
  try {
    const get = async (path) => {
      const answer = await fetch(new URL(path, server.url));
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    };
    const page = async (path) => {
      const html = await get(`/35.79/${path}`);
      const sheets = html.toString().matchAll(/<link rel="stylesheet" href="([^"]+)"/g);
      const all = [html, ...(await Promise.all([...sheets].map(([, href]) => get(href))))];
      return all.map(measure).reduce((sum, size) => sum + size);
    };
    return {
      'catalogue index': measure(await get('/v1/35.79/catalogue')),
      'page without JavaScript': Math.max(...(await Promise.all(pages.map(page)))),
    };
  } finally {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
