import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { Context } from 'hono';

import { codeOf, DatabaseBusy } from './database-trouble.ts';
import { chooseEncoding, encode } from './encoding.ts';
import type { Backend } from './handler.ts';
import { corsHeaders, neverKept, safeHeaders, type HeaderFields } from './headers.ts';
import type { KeptAnswer } from './kept-answer.ts';
import { describeFault } from './log.ts';
import { Problem, retryLater } from './problem.ts';

/** Bytes from which on packing saves a packet. */
const worthPacking = 1_200;

/** One request and its answer: its name in the log, and the headers that every answer has. */
export class Exchange {
  readonly id: string;
  readonly #backend: Pick<Backend, 'config' | 'log'>;
  readonly #context: Context;
  readonly #route: string;
  readonly #startedAt = performance.now();

  constructor(backend: Pick<Backend, 'config' | 'log'>, context: Context, route: string) {
    this.#backend = backend;
    this.#context = context;
    this.#route = route;
    this.id = requestIdOf(context.req.header('x-request-id'));
  }

  /** Headers of this very answer, whatever it is. */
  get headers(): HeaderFields {
    const { origins } = this.#backend.config;
    const origin = origins === '*' ? null : (this.#context.req.header('origin') ?? null);
    return { ...corsHeaders(origins, origin), 'x-request-id': this.id };
  }

  /** An answer about somebody, or about this moment: nobody may keep it. */
  answer(
    body: string | Uint8Array<ArrayBuffer> | null,
    headers: HeaderFields,
    status = 200,
  ): Response {
    this.#note(status);
    return new Response(body, {
      status,
      headers: { ...safeHeaders, ...neverKept, ...this.headers, ...headers },
    });
  }

  /** Notes that an answer without end has begun. */
  open(): void {
    this.#note(200);
  }

  /**
   * An answer about this moment that says nothing of anybody: it travels packed. The length of a packed
   * answer tells of everything in it, so no secret may be beside what a caller wrote (BREACH).
   */
  async answerPublic(body: string, headers: HeaderFields): Promise<Response> {
    const bytes = new TextEncoder().encode(body);
    const accepted = this.#context.req.header('accept-encoding') ?? '';
    const encoding = bytes.length < worthPacking ? 'identity' : chooseEncoding(accepted);
    const packed = await encode(bytes, encoding, 'quick');
    return this.answer(packed, {
      vary: 'Accept-Encoding',
      ...this.headers,
      ...headers,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    });
  }

  /** An answer that is the same for everyone. */
  async kept(answer: KeptAnswer): Promise<Response> {
    const { req } = this.#context;
    const response = await answer.respond(
      req.header('accept-encoding'),
      req.header('if-none-match'),
      this.headers,
    );
    this.#note(response.status, undefined, 'debug');
    return response;
  }

  /** Turns whatever was thrown into an answer. What nobody foresaw says nothing of itself. */
  refuse(error: unknown): Response {
    const problem = problemOf(error);
    if (problem.code === 'internal') {
      this.#backend.log.error({ requestId: this.id, fault: describeFault(error) }, 'fault');
    }
    this.#note(problem.status, problem.code);
    return new Response(JSON.stringify(problem.body(this.id)), {
      status: problem.status,
      headers: {
        ...safeHeaders,
        ...neverKept,
        ...this.headers,
        ...problem.headers,
        'content-type': 'application/problem+json',
      },
    });
  }

  #note(status: number, code?: string, level: 'debug' | 'info' = 'info'): void {
    const { log } = this.#backend;
    if (!log.isLevelEnabled(level)) return;
    const { method } = this.#context.req;
    const ms = Math.round((performance.now() - this.#startedAt) * 10) / 10;
    log[level]({ requestId: this.id, method, route: this.#route, status, ms, code }, 'request');
  }
}

/** The name that the caller gave a request, if it is a UUID and so says nothing; else a new one. */
export function requestIdOf(given: string | undefined): string {
  return given !== undefined && isUuid(given) ? given : randomUUID();
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** The connection's own view of a request; undefined where there is no connection, as in a test. */
export function incomingOf(context: Context): IncomingMessage | undefined {
  return (context.env as { incoming?: IncomingMessage } | undefined)?.incoming;
}

/** What was thrown, as a refusal. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseBusy) return retryLater('busy', 1);
  // The key's booking is there although its answer has been forgotten: it is older than 7 days.
  if (codeOf(error) === '23505') return new Problem('key_reused');
  // The database could not read a value that fits the contract: a day in the year 0.
  if (codeOf(error).startsWith('22')) return new Problem('invalid_request');
  return new Problem('internal');
}
