import { Problem } from './problem.ts';

/** The largest body that is taken, in bytes. */
export const bodyLimit = 64 * 1024;

/** The same where a whole file is sent. */
export const largeBodyLimit = 8 * 1024 * 1024;

const depthLimit = 32;

/**
 * Reads a request's body as JSON. Everything that a body can do wrong is a {@link Problem}: another
 * type, too many bytes (also when it does not say how many), bytes that are not UTF-8, text that is
 * not JSON, nesting that would exhaust the stack of whoever walks through it.
 */
export async function readJson(request: Request, large = false): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Problem('unsupported_media_type');
  }
  const text = await readText(request, large ? largeBodyLimit : bodyLimit);
  if (isDeeperThan(depthLimit, text)) {
    throw new Problem('malformed_json', {
      detail: `It is nested deeper than ${String(depthLimit)} levels.`,
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed_json');
  }
}

/** Reads a request's body as UTF-8 text of at most so many bytes. */
export async function readText(request: Request, limit = bodyLimit): Promise<string> {
  const bytes = await readBytes(request, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('malformed_json', { detail: 'It is not UTF-8.' });
  }
}

/** Reads a request's body, of at most so many bytes. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') {
    throw new Problem('unsupported_media_type', { detail: 'The body must not be compressed.' });
  }
  const length = request.headers.get('content-length');
  if (Number(length ?? 0) > limit) throw new Problem('too_large');
  try {
    return length === null
      ? await readStream(request, limit)
      : new Uint8Array(await request.arrayBuffer());
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('malformed_json', { detail: 'The body ended before it was complete.' });
  }
}

// Whoever does not say how much will come is stopped at the limit.
async function readStream(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return Buffer.concat(chunks);
    size += part.value.length;
    if (size > limit) {
      void reader?.cancel().catch(() => undefined);
      throw new Problem('too_large');
    }
    chunks.push(part.value);
  }
}

/** Counts open brackets outside strings; text that is not JSON may be judged either way. */
function isDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (quoted) {
      if (character === 0x5c) i++;
      else if (character === 0x22) quoted = false;
    } else if (character === 0x22) quoted = true;
    else if (character === 0x5b || character === 0x7b) {
      if (++depth > limit) return true;
    } else if (character === 0x5d || character === 0x7d) depth--;
  }
  return false;
}
