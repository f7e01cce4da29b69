import { parse, Problem, type ErrorCode } from '@mpp-digital/contract';

import type { Answer } from './answer.ts';
import { MppError, type MppErrorDetails } from './errors.ts';
import { retryAfter } from './patience.ts';

/** What proxies refuse with, in words of their own. */
const proxies: Record<number, ErrorCode> = {
  413: 'too_large',
  429: 'too_many_requests',
  502: 'busy',
  503: 'busy',
  504: 'busy',
};

/** What an answer's headers say about a failure. */
export function details({ status, headers }: Answer): MppErrorDetails {
  const wait = retryAfter(headers);
  return {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: wait === undefined ? undefined : Math.ceil(wait / 1000),
  };
}

/**
 * Whether the server understood and said no for good: then no older answer will do, and no waiting.
 * What is said on the way there, by proxies or login pages, passes.
 */
export const isFinal = ({ code, status = 0 }: MppError) =>
  status >= 400 && status < 500 && status !== 408 && status !== 429 && code !== 'unexpected_answer';

/** Turns a refusal into an error: a problem (RFC 9457), or what somebody on the way said. */
export function refusal(answer: Answer): MppError {
  const known = details(answer);
  try {
    const { code, title, errors, requestId } = parse(Problem, JSON.parse(answer.body));
    return new MppError(code, {
      ...known,
      title,
      fieldErrors: errors,
      requestId: requestId || known.requestId,
    });
  } catch {
    return new MppError(proxies[answer.status] ?? 'unexpected_answer', known);
  }
}
