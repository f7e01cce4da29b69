import ky, { isHTTPError } from 'ky';

import { attempt, type Answer } from './answer.ts';
import { backoff, longestWait, mayPass, passing, type Send } from './patience.ts';

/** The patience of ky. It sees status and headers; the answer itself stays here. */
export const send: Send = async (url, init, { fetch, timeout, retries, budget, signal }) => {
  let answer: Answer | undefined;
  try {
    await ky(url, {
      method: init.method!,
      signal: signal ?? null,
      timeout,
      fetch: async (request) => {
        answer = await attempt(fetch, url, init, (request as Request).signal);
        const { status, headers } = answer;
        if (!passing.includes(status)) budget.earn();
        return new Response(null, { status: Math.min(status, 599), headers });
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
