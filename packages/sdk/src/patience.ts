import type { Answer } from './answer.ts';
import type { RetryBudget } from './retry-budget.ts';

/** How long, and how often, to try. */
export interface Patience {
  /** Sends each attempt. */
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds for one attempt, from sending to the last byte of the answer. */
  readonly timeout: number;
  /** How often to try again; 0 for what is not safe to repeat. */
  readonly retries: number;
  readonly budget: RetryBudget;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends a request patiently: waits, tries again what may succeed then, gives up in time.
 *
 * @returns The last answer, whatever its status.
 * @throws The signal's reason; an error named `TimeoutError`; or what `fetch` threw.
 */
export type Send = (url: string, init: RequestInit, patience: Patience) => Promise<Answer>;

/** Answers after which the same request may succeed. */
export const passing: readonly number[] = [408, 429, 500, 502, 503, 504];

/** The longest wait that a server may ask for, in milliseconds. Who asks for more is not asked. */
export const longestWait = 60_000;

/** The longest wait of our own, in milliseconds. Each is a random part of it: "full jitter". */
export const backoff = (retry: number): number => Math.min(10_000, 300 * 2 ** (retry - 1));

/** Milliseconds until the server wants to be asked again: `Retry-After`, in seconds or as a date. */
export function retryAfter(headers: Headers): number | undefined {
  const after = headers.get('retry-after');
  if (!after) return undefined;
  const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Whether an answer is worth another try, and soon enough. */
export function mayPass({ status, headers }: Pick<Answer, 'status' | 'headers'>): boolean {
  return passing.includes(status) && (retryAfter(headers) ?? 0) <= longestWait;
}
