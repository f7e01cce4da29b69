import { parse, regencyCode, type Input, type Operation, type Result } from '@mpp-digital/contract';

import { send } from '#send';
import type { Answer } from './answer.ts';
import { deprecationIn } from './deprecation.ts';
import { MppError } from './errors.ts';
import { newKey } from './key.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { CachedOptions, MppClientOptions, OnceOptions, SpokenOptions } from './options.ts';
import { budgetFor } from './retry-budget.ts';
import { details, isFinal, refusal } from './refusal.ts';

/** The parts that an operation declares, and the code or secret that it asks for. */
export type Call<O extends Operation> = Input<O> &
  (O['auth'] extends 'code' | 'secret' ? { bearer: string } : unknown);

/** The same without the types of one operation. */
interface Parts {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  bearer?: string;
}

/** Sends operations and checks what comes back. What is above it knows nothing of HTTP. */
export class Transport {
  /** How it works; resources that speak more than JSON make another of them. */
  readonly options: MppClientOptions;
  readonly #base: URL;
  readonly #kept: KeptAnswers;
  readonly #deprecated = new Set<Operation>();

  constructor(options: MppClientOptions) {
    this.options = options;
    this.#base = new URL(options.baseUrl, globalThis.location?.href);
    this.#kept = new KeptAnswers(options.cache);
  }

  /** Calls an operation, and falls back on the cache where that is allowed. */
  async call<O extends Operation>(
    operation: O,
    input: Call<O>,
    options: CachedOptions & OnceOptions & SpokenOptions = {},
  ): Promise<Result<O>> {
    const { signal, onStale = this.options.onStale } = options;
    const parts = input as Parts;
    const url = this.address(operation, parts);
    signal?.throwIfAborted();
    try {
      return await this.#ask(operation, url, parts, options);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (!operation.cached || !(error instanceof MppError) || isFinal(error)) throw error;
      const kept = await this.#kept.saved(url);
      if (signal?.aborted) throw signal.reason;
      const value = kept && attemptTo(() => read(operation, kept.body));
      if (!value) throw error;
      onStale?.(kept.savedAt, error);
      return value;
    }
  }

  async #ask<O extends Operation>(
    operation: O,
    url: string,
    parts: Parts,
    options: OnceOptions & SpokenOptions,
  ): Promise<Result<O>> {
    const answer = await this.#send(operation, url, parts, options);
    const { status, headers } = answer;
    this.#warn(operation, headers);
    const unchanged = status === 304 ? this.#kept.unchanged(url) : undefined;
    if (unchanged === undefined && (status < 200 || status > 299)) throw refusal(answer);
    // The login page of a public network answers 200, too: believe nothing before it is checked.
    const body = unchanged ?? answer.body;
    try {
      if (unchanged === undefined) expectMedia(operation, headers);
      const value = read(operation, body);
      if (operation.cached) this.#kept.keep(url, { ...answer, body });
      return value;
    } catch (error) {
      // What JSON.parse throws quotes the text, which may hold a secret.
      const cause = error instanceof SyntaxError ? undefined : error;
      throw new MppError('unexpected_answer', { ...details(answer), cause });
    }
  }

  async #send(
    operation: Operation,
    url: string,
    { body, bearer }: Parts,
    { signal, idempotencyKey, language }: OnceOptions & SpokenOptions,
  ): Promise<Answer> {
    const { method, idempotent } = operation;
    const headers: Record<string, string> = { accept: media(operation) };
    const etag = operation.cached && this.#kept.etag(url);
    if (etag) headers['if-none-match'] = etag;
    if (language) headers['accept-language'] = language;
    if (bearer) headers['authorization'] = `Bearer ${bearer}`;
    if (body) headers['content-type'] = 'application/json';
    if (idempotent) headers['idempotency-key'] = idempotencyKey ?? newKey();

    const init: RequestInit = { method, headers };
    if (body) init.body = JSON.stringify(body);
    // Cloudflare's Request has no credentials, and refuses to be told of them.
    if ('credentials' in Request.prototype) {
      // An officer's sign-in and a terminal's trust are cookies of the server's own pages.
      init.credentials = operation.auth && !bearer ? 'same-origin' : 'omit';
    }
    const { fetch = (...sent) => globalThis.fetch(...sent), timeout, retries } = this.options;
    try {
      return await send(url, init, {
        fetch,
        timeout: timeout ?? 10_000,
        retries: method === 'GET' || idempotent ? (retries ?? 2) : 0,
        budget: budgetFor(this.#base.origin),
        signal,
      });
    } catch (cause) {
      const isLate = cause instanceof Error && cause.name === 'TimeoutError';
      throw new MppError(isLate ? 'timed_out' : 'unreachable', { cause });
    }
  }

  /** Where an operation is asked. */
  address({ path, params: schema }: Operation, { params = {}, query = {} }: Parts): string {
    const { regency } = this.options;
    if (!attemptTo(() => parse(regencyCode, regency))) throw new MppError('regency_unknown');
    // Also keeps `..` and an empty name from meaning another address.
    if (schema && !attemptTo(() => parse(schema, params))) throw new MppError('invalid_request');
    const url = new URL(this.#base);
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/${regency}${filled}`;
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return url.href;
  }

  #warn(operation: Operation, headers: Headers) {
    const notice = deprecationIn(headers, `${operation.method} ${operation.path}`);
    if (!notice || this.#deprecated.has(operation)) return;
    this.#deprecated.add(operation);
    const { onDeprecation } = this.options;
    if (onDeprecation) onDeprecation(notice);
    else console.warn('MPP Digital: this operation will go.', notice);
  }
}

const media = ({ media = 'application/json' }: Operation) => media;

const expectMedia = (operation: Operation, headers: Headers) => {
  const [type] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  if (type!.trim() !== media(operation)) throw new TypeError(`It is not ${media(operation)}`);
};

/** What an answer says, checked. */
export const read = <O extends Operation>(operation: O, body: string) =>
  parse(operation.result, media(operation).endsWith('json') ? JSON.parse(body) : body) as Result<O>;

const attemptTo = <T>(act: () => T): T | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};
