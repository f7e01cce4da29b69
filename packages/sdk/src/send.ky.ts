import ky, { isHTTPError, isTimeoutError } from 'ky';

import { patience, repeatable } from './patience.ts';
import { earnRetry, spendRetry } from './retry-budget.ts';

/** Sends a request patiently: waits, repeats what is safe to repeat, gives up in time. */
export const send: typeof fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  try {
    const response = await ky(input, {
      ...init,
      timeout: patience.timeout,
      throwHttpErrors: (status) => status >= 400,
      retry: {
        limit: repeatable(init) ? patience.retries : 0,
        methods: ['get', 'post'],
        statusCodes: patience.busy,
        afterStatusCodes: patience.busy,
        maxRetryAfter: patience.longestWait,
        delay: patience.pause,
        jitter: true,
        retryOnTimeout: true,
        shouldRetry: ({ error }) =>
          isHTTPError(error) && !patience.busy.includes(error.response.status)
            ? false
            : spendRetry(url)
              ? undefined
              : false,
      },
    });
    earnRetry(url);
    return response;
  } catch (error) {
    if (isTimeoutError(error)) throw new DOMException('No answer in time', 'TimeoutError');
    if (!isHTTPError(error)) throw error;
    // ky has read the body already, to put it into the error.
    const { status, headers } = error.response;
    const body = typeof error.data === 'string' ? error.data : JSON.stringify(error.data ?? null);
    return new Response(body, { status, headers });
  }
};
