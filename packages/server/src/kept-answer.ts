import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { safeHeaders, type HeaderFields } from './headers.ts';

/** How an answer's bytes travel. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** One form of an answer, ready to be sent. */
export interface ChosenForm {
  status: number;
  headers: Readonly<HeaderFields>;
  body: Uint8Array<ArrayBuffer> | null;
}

/** An answer that is the same for everyone, kept as the bytes that are sent. */
export class KeptAnswer {
  readonly #forms: Record<Encoding, { whole: ChosenForm; known: ChosenForm }>;
  readonly #tag: string;
  /** Bytes of memory that it takes. */
  readonly size: number;

  private constructor(
    bodies: Record<Encoding, Uint8Array<ArrayBuffer>>,
    headers: Readonly<HeaderFields>,
  ) {
    this.#tag = createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 22);
    this.size = bodies.identity.length + bodies.gzip.length + bodies.br.length;
    const form = (encoding: Encoding) => {
      const body = bodies[encoding];
      const caching = {
        ...(headers['cache-control'] && { 'cache-control': headers['cache-control'] }),
        vary: 'Accept-Encoding',
        // One for each form: what a strong tag names is the same to the byte.
        etag: `"${this.#tag}-${encoding}"`,
      };
      const whole = {
        ...safeHeaders,
        ...headers,
        ...caching,
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
        'content-length': String(body.length),
      };
      return {
        // The rest, the caller has with what it kept.
        known: { status: 304, headers: caching, body: null },
        whole: { status: 200, headers: whole, body },
      };
    };
    this.#forms = { br: form('br'), gzip: form('gzip'), identity: form('identity') };
  }

  /**
   * @param body - The text of the answer.
   * @param headers - Its own headers: type, caching, links.
   */
  static async of(body: string, headers: Readonly<HeaderFields>): Promise<KeptAnswer> {
    const bytes = new TextEncoder().encode(body);
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
      promisify(gzip)(bytes, { level: 9 }),
    ]);
    return new KeptAnswer(
      { br: new Uint8Array(br), gzip: new Uint8Array(gz), identity: bytes },
      headers,
    );
  }

  /**
   * The answer to one request: whole, or 304 when the caller has it already.
   *
   * @param accepted - The request's `Accept-Encoding`.
   * @param known - The request's `If-None-Match`.
   */
  choose(accepted: string | undefined, known: string | undefined): ChosenForm {
    const form = this.#forms[chooseEncoding(accepted ?? '')];
    return known !== undefined && this.#isKnown(known) ? form.known : form.whole;
  }

  /**
   * {@link KeptAnswer.choose} as a response of the fetch API.
   *
   * @param extra - Headers of this very answer.
   */
  respond(
    accepted: string | undefined,
    known: string | undefined,
    extra: Readonly<HeaderFields>,
  ): Response {
    const { status, headers, body } = this.choose(accepted, known);
    return new Response(body, { status, headers: { ...headers, ...extra } });
  }

  #isKnown(known: string): boolean {
    return known.includes(this.#tag) || known.trim() === '*';
  }
}

const readable = {
  br: /(?:^|[\s,])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[;,]|$)/,
  gzip: /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[;,]|$)/,
};

/** Callers are many, their browsers few: what these say is read once. */
const choices = new Map<string, Encoding>();

/** Takes brotli, then gzip, where the caller says that it can read them. */
export function chooseEncoding(accepted: string): Encoding {
  let choice = choices.get(accepted);
  if (choice === undefined) {
    choice = readable.br.test(accepted) ? 'br' : readable.gzip.test(accepted) ? 'gzip' : 'identity';
    if (choices.size >= 100) choices.clear();
    choices.set(accepted, choice);
  }
  return choice;
}
