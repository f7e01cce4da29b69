import type { ErrorCode } from '@mpp-digital/contract';

import type { Refused, RefusedForNow } from './database-functions.ts';
import { Problem, retryLater } from './problem.ts';

/** What the database answered, or its refusal thrown as a {@link Problem}. */
export function granted<T extends object>(answer: T | Refused<ErrorCode> | RefusedForNow): T {
  if (!('refused' in answer)) return answer;
  throw 'retryAfter' in answer
    ? retryLater('too_many_requests', answer.retryAfter)
    : new Problem(answer.refused);
}
