import type { Patience } from './patience.ts';
import { longestTimer } from './pause.ts';

/** What came back, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Tries once: sends, and reads the whole answer.
 *
 * Rejects with the signal's reason as soon as it aborts, and with a `TimeoutError` when the time is
 * over, even where `fetch` does not look at its signal.
 */
export function attempt(
  url: string,
  init: RequestInit,
  { fetch, timeout, signal }: Pick<Patience, 'fetch' | 'timeout' | 'signal'>,
): Promise<Answer> {
  // By hand: `AbortSignal.any` is too new for old phones.
  const limit = new AbortController();
  const exchange = async () => {
    const response = await fetch(url, { ...init, signal: limit.signal });
    const { status, headers } = response;
    return { status, headers, body: await response.text() };
  };
  return new Promise<Answer>((resolve, reject) => {
    const stop = (reason: Error) => {
      release();
      limit.abort(reason);
      reject(reason);
    };
    const give = (answer: Answer) => {
      release();
      resolve(answer);
    };
    const abort = () => stop(signal!.reason as Error);
    const late = () => stop(new DOMException('No answer in time', 'TimeoutError'));
    const timer = setTimeout(late, Math.min(timeout, longestTimer));
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    exchange().then(give, stop);
  });
}
