import type { IncomingMessage, ServerResponse } from 'node:http';

import { requestIdOf } from './exchange.ts';
import type { Backend } from './handler.ts';
import { corsHeaders } from './headers.ts';

const readable = /^\/v1\/(\d\d\.\d\d)(\/[\w/-]+)$/;

/**
 * Answers straight from memory what is ready there, before any routing: the catalogue is what most
 * requests ask for, and so costs little more than the connection itself.
 *
 * @returns Whether it did; if not, the application answers, and has it ready the next time.
 */
export function answerReady(
  { catalogues, config, log }: Backend,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): boolean {
  if (incoming.method !== 'GET' || log.isLevelEnabled('debug')) return false;
  const [, regency, path] = readable.exec(incoming.url ?? '') ?? [];
  if (regency === undefined || path === undefined) return false;
  const kept = catalogues.known(regency)?.ready(path);
  if (!kept) return false;

  const asked = incoming.headers;
  const form = kept.choose(asked['accept-encoding']?.toString(), asked['if-none-match']);
  if (!form) return false;
  const { status, headers, body } = form;
  outgoing.writeHead(status, {
    ...headers,
    ...corsHeaders(config.origins, asked.origin ?? null),
    'x-request-id': requestIdOf(asked['x-request-id']?.toString()),
  });
  outgoing.end(body);
  return true;
}
