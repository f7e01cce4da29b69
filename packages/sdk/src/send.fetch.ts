import { attempt } from './answer.ts';
import { backoff, mayPass, passing, retryAfter, type Send } from './patience.ts';
import { pause } from './pause.ts';

/** `send.ky.ts` on bare fetch, for the embeds. The same tests hold for both. */
export const send: Send = async (url, init, { fetch, timeout, retries, budget, signal }) => {
  for (let retry = 1; ; retry++) {
    let wait = Math.random() * backoff(retry);
    try {
      const answer = await within(timeout, signal, (limit) => attempt(fetch, url, init, limit));
      if (!passing.includes(answer.status)) budget.earn();
      if (retry > retries || !mayPass(answer) || !budget.spend()) return answer;
      wait = retryAfter(answer.headers) ?? wait;
    } catch (error) {
      if (retry > retries || signal?.aborted || !budget.spend()) throw error;
    }
    await pause(wait, signal);
  }
};

/** Gives up when the time is over, or when told to. By hand: `AbortSignal.any` is too new. */
async function within<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  act: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const stop = () => limit.abort(signal!.reason);
  const late = () => limit.abort(new DOMException('No answer in time', 'TimeoutError'));
  const timer = setTimeout(late, milliseconds);
  signal?.addEventListener('abort', stop);
  try {
    if (signal?.aborted) stop();
    return await act(limit.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
