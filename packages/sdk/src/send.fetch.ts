import { attempt } from './answer.ts';
import { backoff, mayPass, passing, retryAfter, type Send } from './patience.ts';
import { pause } from './pause.ts';

/** `send.ky.ts` on bare fetch, for the embeds. The same tests hold for both. */
export const send: Send = async (url, init, patience) => {
  const { retries, budget, signal } = patience;
  for (let retry = 1; ; retry++) {
    let wait = Math.random() * backoff(retry);
    try {
      const answer = await attempt(url, init, patience);
      if (!passing.includes(answer.status)) budget.earn();
      if (retry > retries || !mayPass(answer) || !budget.spend()) return answer;
      wait = retryAfter(answer.headers) ?? wait;
    } catch (error) {
      if (retry > retries || signal?.aborted || !budget.spend()) throw error;
    }
    await pause(wait, signal);
  }
};
