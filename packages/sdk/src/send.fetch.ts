import { patience, repeatable } from './patience.ts';
import { earnRetry, spendRetry } from './retry-budget.ts';

/** `send.ky.ts` on bare fetch, for the embeds. The same tests hold for both. */
export const send: typeof fetch = async (input, { signal, ...init } = {}) => {
  const url = input instanceof Request ? input.url : String(input);
  const last = repeatable(init) ? patience.retries + 1 : 1;
  for (let attempt = 1; ; attempt++) {
    let wait = patience.pause(attempt) * Math.random();
    const more = () => attempt < last && spendRetry(url);
    try {
      const response = await once(input, init, signal);
      if (!patience.busy.includes(response.status)) earnRetry(url);
      else if (more()) wait = asked(response.headers.get('retry-after')) ?? wait;
      else return response;
      if (!patience.busy.includes(response.status)) return response;
    } catch (error) {
      if (signal?.aborted || !more()) throw error;
    }
    await rest(wait, signal);
  }
};

/** One attempt, with a time limit of its own. */
async function once(
  input: RequestInfo | URL,
  init: RequestInit,
  signal: AbortSignal | null | undefined,
): Promise<Response> {
  const attempt = new AbortController();
  const stop = () => attempt.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  const timer = setTimeout(
    () => attempt.abort(new DOMException('No answer in time', 'TimeoutError')),
    patience.timeout,
  );
  try {
    return await fetch(input, { ...init, signal: attempt.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds that the server asks us to wait, in seconds or until a date. */
function asked(retryAfter: string | null): number | undefined {
  if (!retryAfter) return undefined;
  const wait = Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), patience.longestWait);
}

const rest = (ms: number, signal: AbortSignal | null | undefined) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
