import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

import { MppClient, type MppClientOptions } from '@mpp-digital/sdk';

/** What a request was. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** How to answer: the parts of an answer, or anything that can be done to a response. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      /** Text as it is, anything else as JSON. */
      readonly body?: unknown;
    }
  | ((response: ServerResponse, request: IncomingMessage) => void);

/** Drops the line without an answer. */
export const dropLine: Reply = (_response, request) => request.socket.destroy();

/** Never answers. */
export const silence: Reply = () => undefined;

/** A refusal as the server words it. */
export const problem = (status: number, code: string, more: object = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: 'about:blank', title: 'No', status, code, requestId: 'r-1', ...more },
});

/** Milliseconds that clients of tests give an attempt: a busy machine is slow. */
const patience = 60_000;

/**
 * Lets waits end at once, and notes how long each would have been. The time that an attempt is
 * given stays, and so do Node's own timers.
 */
export function hurry(t: TestContext): number[] {
  const waits: number[] = [];
  const wait = globalThis.setTimeout;
  const hurried = (act: () => void, milliseconds = 0, ...more: []) => {
    const caller = new Error().stack!.split('\n')[2]!;
    const stays = milliseconds === patience || caller.includes('node:');
    if (!stays) waits.push(milliseconds);
    return wait(act, stays ? milliseconds : 0, ...more);
  };
  globalThis.setTimeout = hurried as typeof setTimeout;
  t.after(() => {
    globalThis.setTimeout = wait;
  });
  return waits;
}

/** Waits until something is so. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A real server on a free port, which gives the replies in turn and the last one for ever. */
export async function serve(t: TestContext, ...replies: Reply[]) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const { pathname, searchParams } = new URL(url, 'http://localhost');
      const text = Buffer.concat(chunks).toString();
      const isJson = headers['content-type'] === 'application/json';
      const body: unknown = isJson ? JSON.parse(text) : text || undefined;
      const query = Object.fromEntries(searchParams);
      seen.push({ method, path: pathname, query, headers, body });
      answer(replies[Math.min(seen.length, replies.length) - 1]!, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (options: Partial<MppClientOptions> = {}) =>
    new MppClient({ baseUrl, regency: '35.79', timeout: patience, ...options });
  return { baseUrl, seen, client };
}

function answer(reply: Reply, request: IncomingMessage, response: ServerResponse) {
  if (typeof reply === 'function') return reply(response, request);
  const { status = 200, headers, body } = reply;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
