import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

import { codeOf } from './database-trouble.ts';
import type { Backend } from './handler.ts';
import { corsHeaders, neverKept, safeHeaders, type HeaderFields } from './headers.ts';
import { Problem } from './problem.ts';

type Needed = Pick<Backend, 'config' | 'log'>;

/** What is said to a request that never reached a route, because nobody could read it. */
export interface Unreadable {
  status: number;
  headers: HeaderFields;
  body: string;
}

/** Makes it, and notes it. */
export function unreadable({ config, log }: Needed, status: number, detail: string): Unreadable {
  const requestId = randomUUID();
  log.debug({ requestId, status }, 'unreadable request');
  const problem = new Problem('invalid_request', { detail });
  return {
    status,
    headers: {
      ...safeHeaders,
      ...neverKept,
      ...corsHeaders(config.origins, null),
      'x-request-id': requestId,
      'content-type': 'application/problem+json',
    },
    body: JSON.stringify({ ...problem.body(requestId), status }),
  };
}

/** Answers what Node itself refuses, as everything else is answered. */
export function answerUnreadable(server: Server, backend: Needed): void {
  server.on('checkExpectation', (_, outgoing) => {
    const { status, headers, body } = unreadable(backend, 417, 'Only 100-continue is expected.');
    outgoing.writeHead(status, headers).end(body);
  });
  server.on('clientError', (error, socket) => {
    const isFresh = 'bytesWritten' in socket && socket.bytesWritten === 0;
    // In the middle of an answer, or after one, nothing can be said that would be understood.
    if (isFresh && socket.writable) write(socket, unreadable(backend, ...refusalOf(error)));
    else socket.destroy();
  });
}

function refusalOf(error: Error): [status: number, detail: string] {
  switch (codeOf(error)) {
    case 'HPE_HEADER_OVERFLOW':
      return [431, 'The headers are larger than we take.'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request took too long to arrive.'];
    default:
      return [400, 'The request cannot be read.'];
  }
}

function write(socket: Duplex, { status, headers, body }: Unreadable): void {
  const fields = {
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`,
  );
}
