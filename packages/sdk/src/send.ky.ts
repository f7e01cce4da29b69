import ky, { isHTTPError } from 'ky';

import { attempt, type Answer } from './answer.ts';
import { backoff, longestWait, mayPass, passing, type Send } from './patience.ts';

/**
 * The patience of ky. It is asked when the first attempt went wrong, since it takes as much time as
 * the fetch itself. It sees status and Retry-After; the answer stays here.
 */
export const send: Send = async (url, init, patience) => {
  const { retries, budget, signal } = patience;
  let first: Promise<Answer> | undefined = attempt(url, init, patience);
  let answer = await first.catch(() => undefined);
  if (answer && !passing.includes(answer.status)) {
    budget.earn();
    return answer;
  }
  try {
    await ky(url, {
      method: init.method!,
      signal: signal ?? null,
      timeout: false,
      fetch: async () => {
        const trying = first ?? attempt(url, init, patience);
        first = undefined;
        answer = await trying;
        const { status, headers } = answer;
        if (!passing.includes(status)) budget.earn();
        const after = headers.get('retry-after');
        return new Response(null, {
          status: Math.min(status, 599),
          ...(after && { headers: { 'retry-after': after } }),
        });
      },
      retry: {
        limit: retries,
        methods: ['get', 'post'],
        statusCodes: [...passing],
        afterStatusCodes: [...passing],
        maxRetryAfter: longestWait,
        delay: backoff,
        jitter: true,
        shouldRetry: ({ error }) => {
          const refused = isHTTPError(error);
          if (signal?.aborted || (refused && !mayPass(error.response)) || !budget.spend()) {
            return false;
          }
          // Undefined leaves the wait to ky, which reads Retry-After.
          return refused ? undefined : true;
        },
      },
    });
    return answer!;
  } catch (error) {
    if (answer && isHTTPError(error)) return answer;
    throw error;
  }
};
