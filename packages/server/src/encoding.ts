import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How an answer's bytes travel. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** How hard to try: `best` for what is made once and sent often, `quick` for the rest. */
export type Effort = 'best' | 'quick';

const brotliQuality: Record<Effort, number> = { best: 11, quick: 4 };
const gzipLevel: Record<Effort, number> = { best: 9, quick: 6 };

/** Packs bytes. */
export async function encode(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  effort: Effort,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (encoding) {
    case 'identity':
      return bytes;
    case 'gzip':
      return new Uint8Array(await promisify(gzip)(bytes, { level: gzipLevel[effort] }));
    case 'br': {
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      return new Uint8Array(await promisify(brotliCompress)(bytes, { params }));
    }
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
