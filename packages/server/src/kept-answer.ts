import { createHash } from 'node:crypto';

import { chooseEncoding, encode, type Effort, type Encoding } from './encoding.ts';
import { safeHeaders, type HeaderFields } from './headers.ts';

/** One form of an answer, ready to be sent. */
export interface ChosenForm {
  status: number;
  headers: Readonly<HeaderFields>;
  body: Uint8Array<ArrayBuffer> | null;
}

/** An answer that is the same for everyone, kept as the bytes that are sent. */
export class KeptAnswer {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #headers: Readonly<HeaderFields>;
  readonly #effort: Effort;
  readonly #tag: string;
  readonly #ready = new Map<Encoding, ChosenForm>();
  readonly #making = new Map<Encoding, Promise<ChosenForm>>();
  /** Bytes of memory that it takes at most: packed in two ways, it is smaller than it was. */
  readonly size: number;

  /**
   * @param body - The text of the answer.
   * @param headers - Its own headers: type, caching, links.
   * @param effort - How hard to pack it, in each encoding that somebody asks for.
   */
  constructor(body: string, headers: Readonly<HeaderFields>, effort: Effort = 'best') {
    this.#bytes = new TextEncoder().encode(body);
    this.#headers = headers;
    this.#effort = effort;
    this.#tag = createHash('sha256').update(this.#bytes).digest('base64url').slice(0, 22);
    this.size = 2 * this.#bytes.length;
  }

  /**
   * The answer to one request, if it is at hand: whole, or 304 when the caller has it already.
   *
   * @param accepted - The request's `Accept-Encoding`.
   * @param known - The request's `If-None-Match`.
   */
  choose(accepted: string | undefined, known: string | undefined): ChosenForm | undefined {
    const encoding = chooseEncoding(accepted ?? '');
    if (known !== undefined && this.#isKnown(known)) {
      // The rest, the caller has with what it kept.
      return { status: 304, headers: this.#caching(encoding), body: null };
    }
    return this.#ready.get(encoding);
  }

  /**
   * {@link KeptAnswer.choose} as a response of the fetch API, made where it is not at hand.
   *
   * @param extra - Headers of this very answer.
   */
  async respond(
    accepted: string | undefined,
    known: string | undefined,
    extra: Readonly<HeaderFields>,
  ): Promise<Response> {
    const form =
      this.choose(accepted, known) ?? (await this.#whole(chooseEncoding(accepted ?? '')));
    const { status, headers, body } = form;
    return new Response(body, { status, headers: { ...headers, ...extra } });
  }

  #whole(encoding: Encoding): Promise<ChosenForm> {
    let making = this.#making.get(encoding);
    if (!making) {
      making = this.#make(encoding).finally(() => this.#making.delete(encoding));
      this.#making.set(encoding, making);
    }
    return making;
  }

  async #make(encoding: Encoding): Promise<ChosenForm> {
    const body = await encode(this.#bytes, encoding, this.#effort);
    const headers = {
      ...safeHeaders,
      ...this.#headers,
      ...this.#caching(encoding),
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      'content-length': String(body.length),
    };
    const form = { status: 200, headers, body };
    this.#ready.set(encoding, form);
    return form;
  }

  #caching(encoding: Encoding): HeaderFields {
    const { 'cache-control': caching } = this.#headers;
    return {
      ...(caching && { 'cache-control': caching }),
      vary: 'Accept-Encoding',
      // One for each form: what a strong tag names is the same to the byte.
      etag: `"${this.#tag}-${encoding}"`,
    };
  }

  #isKnown(known: string): boolean {
    return known.includes(this.#tag) || known.trim() === '*';
  }
}
