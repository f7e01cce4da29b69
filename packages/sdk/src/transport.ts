import type { Input, Operation, Result } from '@mpp-digital/contract';
import { parse } from '@mpp-digital/contract';

import { send } from '#send';
import { keep, recall, type AnswerCache } from './answer-cache.ts';
import { MppError } from './errors.ts';
import { newKey } from './key.ts';

/** What may be said with any call. */
export interface RequestOptions {
  /** Stops the call, also while it waits to be retried. */
  signal?: AbortSignal | undefined;
  /**
   * A UUID under which an operation that creates something happens once, however often it is asked
   * for. The client makes one for each call; give your own to repeat a call later.
   */
  idempotencyKey?: string | undefined;
  /** Hears that the server could not be reached and an answer of that time was given instead. */
  onStale?: ((since: Date) => void) | undefined;
}

/** A call that the server has announced to end. */
export interface Deprecation {
  /** Method and path: `GET /services`. */
  operation: string;
  /** Since when it should not be used, RFC 9745. */
  since: Date;
  /** When it ends, RFC 8594, where the server says so. */
  sunset: Date | undefined;
}

/** How the transport is made. */
export interface TransportOptions {
  baseUrl: string;
  regency: string;
  fetch?: typeof globalThis.fetch | undefined;
  cache?: AnswerCache | Promise<AnswerCache> | undefined;
  onDeprecation?: ((deprecation: Deprecation) => void) | undefined;
}

interface Kept {
  etag: string;
  value: unknown;
}

const mostKept = 200;

/** The only file that knows about HTTP. */
export class Transport {
  readonly #root: string;
  readonly #send: typeof fetch;
  readonly #cache: AnswerCache | Promise<AnswerCache> | undefined;
  readonly #onDeprecation: (deprecation: Deprecation) => void;
  readonly #kept = new Map<string, Kept>();
  readonly #announced = new Set<string>();

  constructor({ baseUrl, regency, fetch, cache, onDeprecation }: TransportOptions) {
    this.#root = `${baseUrl.replace(/\/$/, '')}/v1/${encodeURIComponent(regency)}`;
    this.#send = fetch ?? send;
    this.#cache = cache;
    this.#onDeprecation = onDeprecation ?? warn;
  }

  async call<O extends Operation>(
    operation: O,
    input: Input<O>,
    options: RequestOptions = {},
    bearer?: string,
  ): Promise<Result<O>> {
    const { params = {}, query = {}, body } = input as Record<string, Record<string, unknown>>;
    const url = new URL(this.#root + fill(operation.path, params));
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    try {
      return await this.#ask(operation, url.href, body, options, bearer);
    } catch (error) {
      const away = error instanceof MppError && (error.status ?? 500) >= 500;
      const kept = operation.cached && away ? await recall(this.#cache, url.href) : undefined;
      if (!kept) throw error;
      const value = read(operation, kept.value);
      options.onStale?.(kept.since);
      return value;
    }
  }

  async #ask<O extends Operation>(
    operation: O,
    url: string,
    body: unknown,
    { signal, idempotencyKey }: RequestOptions,
    bearer: string | undefined,
  ): Promise<Result<O>> {
    const kept = operation.cached && this.#kept.get(url);
    const headers = new Headers({ accept: operation.media ?? 'application/json' });
    if (body) headers.set('content-type', 'application/json');
    if (bearer) headers.set('authorization', `Bearer ${bearer}`);
    if (operation.idempotent) headers.set('idempotency-key', idempotencyKey ?? newKey());
    if (kept) headers.set('if-none-match', kept.etag);

    let response: Response;
    let text: string;
    try {
      response = await this.#send(url, {
        method: operation.method,
        headers,
        credentials: 'omit',
        signal: signal ?? null,
        body: body ? JSON.stringify(body) : null,
      });
      this.#listenForDeprecation(operation, response.headers);
      if (kept && response.status === 304) return kept.value as Result<O>;
      if (!response.ok) throw await MppError.from(response);
      text = await response.text();
    } catch (cause) {
      if (cause instanceof MppError) throw cause;
      signal?.throwIfAborted();
      throw (cause as Error | undefined)?.name === 'TimeoutError'
        ? new MppError('timed_out', 'The server did not answer in time', { cause })
        : new MppError('unreachable', 'The server could not be reached', { cause });
    }

    const value = read(operation, text, response);
    const etag = response.headers.get('etag');
    if (operation.cached) {
      if (etag) this.#remember(url, { etag, value });
      void keep(this.#cache, url, text);
    }
    return value;
  }

  #remember(url: string, kept: Kept) {
    this.#kept.delete(url);
    this.#kept.set(url, kept);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
  }

  #listenForDeprecation({ method, path }: Operation, headers: Headers) {
    const operation = `${method} ${path}`;
    const since = headers.get('deprecation');
    if (!since || this.#announced.has(operation)) return;
    this.#announced.add(operation);
    const sunset = headers.get('sunset');
    this.#onDeprecation({
      operation,
      since: new Date(Number(since.slice(1)) * 1000),
      sunset: sunset ? new Date(sunset) : undefined,
    });
  }
}

/** Somebody else's server may answer: what it says is checked before it is believed. */
function read<O extends Operation>(operation: O, answer: unknown, response?: Response): Result<O> {
  try {
    const isText = operation.media?.startsWith('text/');
    const value: unknown = response && !isText ? JSON.parse(answer as string) : answer;
    return parse(operation.result, value) as Result<O>;
  } catch (cause) {
    throw new MppError('unexpected_answer', 'The answer is not what the API promises', {
      cause,
      ...(response && {
        status: response.status,
        requestId: response.headers.get('x-request-id') ?? undefined,
      }),
    });
  }
}

const fill = (path: string, params: Record<string, unknown>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

function warn({ operation, since, sunset }: Deprecation) {
  const end = sunset ? ` and ends on ${sunset.toISOString()}` : '';
  console.warn(`${operation} is deprecated since ${since.toISOString()}${end}.`);
}
