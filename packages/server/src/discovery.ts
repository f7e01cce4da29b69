import { readFile } from 'node:fs/promises';

import type { Context, Hono } from 'hono';

import { publicUrlOf } from './call.ts';
import { Exchange } from './exchange.ts';
import type { Backend } from './handler.ts';
import { KeptAnswer } from './kept-answer.ts';
import { retryLater } from './problem.ts';

const caching = 'public, max-age=300';

/** Serves what programs find the API by, and what watches over it. */
export function mountDiscovery(app: Hono, backend: Backend): void {
  const descriptions = new Map<string, Promise<KeptAnswer>>();

  app.get('/openapi.json', async (context) => {
    const exchange = new Exchange(backend, context, '/openapi.json');
    const url = publicUrlOf(context, backend.config);
    let description = descriptions.get(url);
    if (!description) {
      description = describeApi(url);
      // A server may be asked by any name: one at a time is enough.
      descriptions.clear();
      descriptions.set(url, description);
    }
    return exchange.kept(await description);
  });

  app.get('/.well-known/api-catalog', (context) => {
    const url = publicUrlOf(context, backend.config);
    return new Exchange(backend, context, '/.well-known/api-catalog').answer(
      JSON.stringify({
        linkset: [
          {
            anchor: `${url}/v1`,
            'service-desc': [
              {
                href: `${url}/openapi.json`,
                type: 'application/vnd.oai.openapi+json;version=3.1',
              },
            ],
            status: [{ href: `${url}/health`, type: 'application/json' }],
          },
        ],
      }),
      {
        'content-type':
          'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
        'cache-control': caching,
        link: `<${url}/.well-known/api-catalog>; rel="api-catalog"`,
      },
    );
  });

  app.get('/health', (context) => answerHealth(context, backend));
}

/** The contract's own description, which says each field's meaning, at this server's address. */
async function describeApi(url: string): Promise<KeptAnswer> {
  const file = new URL(import.meta.resolve('@mpp-digital/contract/openapi.json'));
  const description = JSON.parse(await readFile(file, 'utf8')) as object;
  return new KeptAnswer(JSON.stringify({ ...description, servers: [{ url }] }), {
    'content-type': 'application/vnd.oai.openapi+json;version=3.1',
    'cache-control': caching,
  });
}

async function answerHealth(context: Context, backend: Backend): Promise<Response> {
  const exchange = new Exchange(backend, context, '/health');
  try {
    const database = await backend.database.health();
    return exchange.answer(
      JSON.stringify({ status: 'ok', database, publishedAt: backend.upkeep.publishedAt }),
      { 'content-type': 'application/json' },
    );
  } catch {
    return exchange.refuse(retryLater('busy', 5));
  }
}
