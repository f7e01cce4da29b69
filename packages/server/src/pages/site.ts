import type { Context, Hono } from 'hono';
import { html } from 'hono/html';

import type { Catalogue } from '../catalogue.ts';
import { readCaller } from '../call.ts';
import { Exchange, problemOf } from '../exchange.ts';
import type { Backend, Caller } from '../handler.ts';
import { Problem } from '../problem.ts';
import { regenciesOf } from '../regencies.ts';
import { document, frameOf, pageCaching, pageHeaders, type Content, type Frame } from './page.ts';
import type { Words } from './words.ts';

/** What a page is made with. */
export interface Visit {
  context: Context;
  frame: Frame;
  caller: Caller;
  catalogue: Catalogue;
  backend: Backend;
  exchange: Exchange;
}

/** A page that is the same for everyone who asks for it by this name. */
export interface KeptPage {
  keep: string;
  make: () => Content;
}

/** A page, or something else that a form asked for. */
export type Shown = Content | KeptPage | { response: Response };

type Show = (visit: Visit) => Promise<Shown> | Shown;

/** The regency's pages on one application. */
export class Site {
  readonly #app: Hono;
  readonly #backend: Backend;

  constructor(app: Hono, backend: Backend) {
    this.#app = app;
    this.#backend = backend;
  }

  /** A page by its own address. */
  get(path: string, show: Show): void {
    this.#onRegency('GET', path, show);
  }

  /** A page whose regency is the first one, or `?regency=…`. */
  getOfAny(path: string, show: Show): void {
    const first = async () => (await regenciesOf(this.#backend.database))[0];
    this.#app.get(path, (context) =>
      this.#answer(context, path, async () => context.req.query('regency') ?? first(), show),
    );
  }

  /** Sends whoever comes to an address on to another page. */
  lead(path: string, to: string): void {
    this.#onRegency('GET', path, ({ exchange, frame }) => ({
      response: exchange.answer(null, { location: frame.page(to) }, 303),
    }));
  }

  /** What a form is answered with. */
  post(path: string, show: Show): void {
    this.#onRegency('POST', path, show);
  }

  #onRegency(method: 'GET' | 'POST', path: string, show: Show): void {
    const name = `/{regency}${path.replace(/:(\w+)/g, '{$1}')}`;
    this.#app.on(method, `/:regency{\\d\\d\\.\\d\\d}${path}`, (context) =>
      this.#answer(context, name, () => context.req.param('regency'), show),
    );
  }

  async #answer(
    context: Context,
    name: string,
    codeOf: () => Promise<string | undefined> | string | undefined,
    show: Show,
  ): Promise<Response> {
    const backend = this.#backend;
    const exchange = new Exchange(backend, context, name);
    let code = '';
    try {
      code = (await codeOf()) ?? '';
      const catalogue = await backend.catalogues.get(code);
      if (!catalogue) throw new Problem('regency_unknown');
      const writesMails = backend.config.messages.mail !== undefined;
      const frame = frameOf(context, catalogue.regency, writesMails);
      const caller = readCaller(context, catalogue, backend);
      return await send(
        exchange,
        frame,
        catalogue,
        await show({ context, frame, caller, catalogue, backend, exchange }),
      );
    } catch (error) {
      return refusePage(exchange, context, code, error);
    }
  }
}

async function send(
  exchange: Exchange,
  frame: Frame,
  catalogue: Catalogue,
  shown: Shown,
): Promise<Response> {
  if ('response' in shown) return shown.response;
  if ('keep' in shown) {
    const { page, language } = frame;
    return exchange.kept(
      catalogue.answer(
        `${page(shown.keep)} ${language}`,
        { ...pageHeaders, 'cache-control': pageCaching, 'content-language': language },
        () => document(frame, shown.make()),
      ),
    );
  }
  if (shown.refusal !== undefined) return answerRefusal(exchange, frame, shown, shown.refusal);
  const headers = { ...pageHeaders, 'content-language': frame.language };
  const page = document(frame, shown);
  return shown.isPublic ? exchange.answerPublic(page, headers) : exchange.answer(page, headers);
}

/** A page that says what went wrong, in words; the code is in the log. */
export function refusePage(
  exchange: Exchange,
  context: Context,
  code: string,
  error: unknown,
): Response {
  const problem = problemOf(error);
  // Without a regency there are no pages to lead to.
  const isKnown = /^\d\d\.\d\d$/.test(code) && problem.code !== 'regency_unknown';
  const frame = frameOf(context, { code: isKnown ? code : '', name: 'MPP Digital' });
  const [title, text] = inWords(frame.words, problem);
  const body = html`<h1>${title}</h1>
    <p>${text}</p>`;
  const content = { title, body, ...(!isKnown && { navigation: html`` }) };
  return answerRefusal(exchange, frame, content, error);
}

/** What to say of a refusal: that it is so, and what one can do. */
export function inWords(words: Words, problem: Problem): readonly [title: string, text: string] {
  const { status } = problem;
  if (status === 429) return [words.tooMany(minutesOf(problem)), ''];
  if (status === 503) return [words.busy, ''];
  if (status >= 500) return [words.troubleHeading, words.trouble];
  if (status === 404 || status === 405) return [words.goneHeading, words.gone];
  return [words.unreadableHeading, words.unreadable];
}

function minutesOf({ headers }: Problem): number {
  return Math.ceil(Number(headers?.['retry-after'] ?? 60) / 60);
}

/** A page with the status of what it tells of. */
function answerRefusal(
  exchange: Exchange,
  frame: Frame,
  content: Content,
  error: unknown,
): Response {
  const problem = exchange.refuse(error);
  const headers = new Headers(problem.headers);
  for (const [name, value] of Object.entries(pageHeaders)) headers.set(name, value);
  headers.set('content-language', frame.language);
  return new Response(document(frame, content), { status: problem.status, headers });
}
