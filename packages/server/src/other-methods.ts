import type { Context, Hono } from 'hono';

import { Exchange } from './exchange.ts';
import type { Backend } from './handler.ts';
import { preflightHeaders } from './headers.ts';
import { refusePage } from './pages/site.ts';
import { Problem } from './problem.ts';

interface Known {
  pattern: RegExp;
  /** As people write it, `/v1/{regency}/holds`. */
  route: string;
  methods: Set<string>;
}

/** A part of a path that takes what it is given, or what fits a pattern. */
const parameter = /(:\w+(?:\{.+?\})?)/;

function patternOf(part: string): string {
  if (!part.startsWith(':')) return part.replaceAll('.', '\\.');
  return /\{(.+)\}/.exec(part)?.[1] ?? '[^/]+';
}

/**
 * Answers what no route took. At a path that is known under other methods, OPTIONS hears what may be
 * asked there, as a browser's preflight does, and the rest 405; elsewhere there is nothing.
 *
 * Asked last, so that a route has one handler and is answered without a detour.
 */
export function createRefuser(app: Hono, backend: Backend): (context: Context) => Response {
  const known = new Map<string, Known>();
  for (const { path, method } of app.routes) {
    const entry = known.get(path) ?? {
      pattern: new RegExp(`^${path.split(parameter).map(patternOf).join('')}$`),
      route: path.replace(/:(\w+)(\{.+?\})?/g, '{$1}'),
      methods: new Set<string>(),
    };
    known.set(path, entry);
    entry.methods.add(method);
    if (method === 'GET') entry.methods.add('HEAD');
  }
  const all = [...known.values()];

  return (context) => {
    const found = all.find(({ pattern }) => pattern.test(context.req.path));
    const exchange = new Exchange(backend, context, found?.route ?? 'unknown');
    if (!found) return refuseUnknown(exchange, context);
    const allow = [...found.methods, 'OPTIONS'].join(', ');
    return context.req.method === 'OPTIONS'
      ? exchange.answer(null, { allow, ...preflightHeaders([...found.methods].join(', ')) }, 204)
      : exchange.refuse(new Problem('method_not_allowed', { headers: { allow } }));
  };
}

/** A person who follows an old link gets words, a program gets a problem. */
function refuseUnknown(exchange: Exchange, context: Context): Response {
  const problem = new Problem('not_found');
  return context.req.header('accept')?.includes('text/html')
    ? refusePage(exchange, context, '', problem)
    : exchange.refuse(problem);
}
