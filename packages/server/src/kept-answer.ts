import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { safeHeaders, type HeaderFields } from './headers.ts';

/** How an answer's bytes travel. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** An answer that is the same for everyone, kept as the bytes that are sent. */
export class KeptAnswer {
  readonly #forms: Record<Encoding, { body: Uint8Array<ArrayBuffer>; headers: HeaderFields }>;
  readonly #tag: string;
  /** Bytes of memory that it takes. */
  readonly size: number;

  private constructor(
    bodies: Record<Encoding, Uint8Array<ArrayBuffer>>,
    headers: Readonly<HeaderFields>,
  ) {
    this.#tag = createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 22);
    this.size = bodies.identity.length + bodies.gzip.length + bodies.br.length;
    const form = (encoding: Encoding) => ({
      body: bodies[encoding],
      headers: {
        ...safeHeaders,
        ...headers,
        vary: 'Accept-Encoding',
        // One for each form: what a strong tag names is the same to the byte.
        etag: `"${this.#tag}-${encoding}"`,
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
        'content-length': String(bodies[encoding].length),
      },
    });
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
   * @param extra - Headers of this very answer.
   */
  respond(
    accepted: string | null | undefined,
    known: string | null | undefined,
    extra: HeaderFields,
  ): Response {
    const { body, headers } = this.#forms[chooseEncoding(accepted ?? '')];
    if (known && this.#isKnown(known)) {
      const { 'content-length': _length, 'content-encoding': _encoding, ...rest } = headers;
      return new Response(null, { status: 304, headers: { ...rest, ...extra } });
    }
    return new Response(body, { headers: { ...headers, ...extra } });
  }

  #isKnown(known: string): boolean {
    return known.includes(this.#tag) || known.trim() === '*';
  }
}

const readable = {
  br: /(?:^|[\s,])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[;,]|$)/,
  gzip: /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[;,]|$)/,
};

/** Takes brotli, then gzip, where the caller says that it can read them. */
export function chooseEncoding(accepted: string): Encoding {
  if (readable.br.test(accepted)) return 'br';
  return readable.gzip.test(accepted) ? 'gzip' : 'identity';
}
