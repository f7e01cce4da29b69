import type { Operation, Operations } from '@mpp-digital/contract';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

import { readCall } from './call.ts';
import { Exchange } from './exchange.ts';
import type { Backend, HandedOut, Handler, Handlers } from './handler.ts';
import { safeHeaders } from './headers.ts';
import type { KeptAnswer } from './kept-answer.ts';
import { Problem } from './problem.ts';

const base = '/v1/{regency}';
const heartbeatMs = 15_000;

/** Answers the operations of a resource. */
export function mount<T extends Operations>(
  app: Hono,
  backend: Backend,
  operations: T,
  handlers: Handlers<T>,
): void {
  for (const [name, operation] of Object.entries(operations)) {
    // That a handler fits its own operation, Handlers<T> has checked by name. TypeScript cannot follow
    // the two through a loop, and readCall gives each what its operation declares.
    const handle = handlers[name] as unknown as Handler<Operation>;
    const route = base + operation.path;
    const answer = operation.streams
      ? answerStream
      : operation.cached
        ? answerKept
        : operation.downloads
          ? answerFile
          : answerNow;
    app.on(operation.method, patternOf(route), (context) =>
      answer(context, new Exchange(backend, context, route), operation, handle, backend),
    );
  }
}

function patternOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

async function answerNow(
  context: Context,
  exchange: Exchange,
  operation: Operation,
  handle: Handler<Operation>,
  backend: Backend,
): Promise<Response> {
  try {
    const result: unknown = await handle(await call(context, operation, backend), backend);
    if (operation.media !== undefined) {
      const headers = { 'content-type': `${operation.media}; charset=utf-8` };
      return exchange.answer(String(result), headers);
    }
    const isPublic = operation.method === 'GET' && operation.auth === undefined;
    const [text, headers] = [JSON.stringify(result), { 'content-type': 'application/json' }];
    return isPublic ? await exchange.answerPublic(text, headers) : exchange.answer(text, headers);
  } catch (error) {
    return exchange.refuse(error);
  }
}

async function answerKept(
  context: Context,
  exchange: Exchange,
  operation: Operation,
  handle: Handler<Operation>,
  backend: Backend,
): Promise<Response> {
  try {
    const kept = await handle(await call(context, operation, backend), backend);
    // What is `cached` answers with one: again more than the loop can tell TypeScript.
    return await exchange.kept(kept as KeptAnswer);
  } catch (error) {
    return exchange.refuse(error);
  }
}

/** A file to be saved, under a name that says nothing: nobody's browser may show or run it here. */
async function answerFile(
  context: Context,
  exchange: Exchange,
  operation: Operation,
  handle: Handler<Operation>,
  backend: Backend,
): Promise<Response> {
  try {
    const file = await handle(await call(context, operation, backend), backend);
    // As above: what `downloads` gives a file.
    const { type, bytes } = file as HandedOut;
    const ending = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }[type];
    return exchange.answer(bytes, {
      'content-type': type,
      'content-disposition': `attachment; filename="dokumen.${ending}"`,
    });
  } catch (error) {
    return exchange.refuse(error);
  }
}

/**
 * Server-sent events. The first result is waited for, so that a refusal is an answer like others; that
 * nothing has changed is said every quarter of a minute, so that silence means a lost line.
 */
async function answerStream(
  context: Context,
  exchange: Exchange,
  operation: Operation,
  handle: Handler<Operation>,
  backend: Backend,
): Promise<Response> {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, backend.stopping]);
  try {
    const asked = { ...(await call(context, operation, backend)), signal };
    // As above: a handler of what streams gives one result after another.
    const results = (handle(asked, backend) as unknown as AsyncIterable<unknown>)[
      Symbol.asyncIterator
    ]();
    let next = await results.next();
    exchange.open();
    for (const [name, value] of Object.entries({ ...safeHeaders, ...exchange.headers })) {
      context.header(name, value);
    }
    return streamSSE(context, async (stream) => {
      stream.onAbort(() => gone.abort());
      const heartbeat = setInterval(
        () => void stream.writeSSE({ event: 'still', data: '' }),
        heartbeatMs,
      );
      try {
        for (; !next.done; next = await results.next()) {
          await stream.writeSSE({ data: JSON.stringify(next.value) });
        }
      } finally {
        clearInterval(heartbeat);
        gone.abort();
      }
    });
  } catch (error) {
    gone.abort();
    return exchange.refuse(error);
  }
}

async function call(context: Context, operation: Operation, backend: Backend) {
  const catalogue = await backend.catalogues.get(context.req.param('regency') ?? '');
  if (!catalogue) throw new Problem('regency_unknown');
  // Each part went through the schema that its operation declares for it.
  return readCall(context, operation, catalogue, backend) as Promise<
    Parameters<Handler<Operation>>[0]
  >;
}
