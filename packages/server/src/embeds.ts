import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

import type { Context, Hono } from 'hono';

import { Exchange } from './exchange.ts';
import type { Backend } from './handler.ts';
import { KeptAnswer } from './kept-answer.ts';
import { Problem } from './problem.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/** The loader is asked for again and again; what bears a hash in its name never changes. */
const loaderCaching = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800';
const forever = 'public, max-age=31536000, immutable';

/**
 * Serves the widgets' files: the loader as `/mpp.js`, and what it loads. They come from the package
 * of the widgets where it is installed and built; without them the pages stay plain, and work.
 */
export function mountEmbeds(app: Hono, backend: Backend): void {
  const files = new Map<string, Promise<KeptAnswer>>();

  const serve = (route: string, name: string, caching: string) => async (context: Context) => {
    const exchange = new Exchange(backend, context, route);
    try {
      const file = name || `mpp/${context.req.param('file') ?? ''}`;
      const known = files.get(file) ?? readEmbed(file, caching);
      files.set(file, known);
      known.catch(() => files.delete(file));
      return await exchange.kept(await known);
    } catch (error) {
      return exchange.refuse(error);
    }
  };

  for (const base of ['', '/embed']) {
    app.get(`${base}/mpp.js`, serve(`${base}/mpp.js`, 'mpp.js', loaderCaching));
    app.get(`${base}/mpp/:file`, serve(`${base}/mpp/{file}`, '', forever));
  }
}

/** Only what the folder lists can be read: no name leads out of it. */
async function readEmbed(file: string, caching: string): Promise<KeptAnswer> {
  const folder = embedFolder();
  const type = types[extname(file)];
  const listed = folder && (await list(folder));
  if (!folder || !type || !listed?.includes(file)) throw new Problem('not_found');
  return new KeptAnswer(await readFile(new URL(file, folder), 'utf8'), {
    'content-type': type,
    'cache-control': caching,
  });
}

async function list(folder: URL): Promise<string[]> {
  const names = async (path: string) =>
    (await readdir(new URL(path, folder)).catch(() => [])).map((name) => path.slice(2) + name);
  return [...(await names('./')), ...(await names('./mpp/'))];
}

function embedFolder(): URL | undefined {
  try {
    return new URL('embed/', import.meta.resolve('@mpp-digital/widgets/custom-elements.json'));
  } catch {
    return undefined;
  }
}
