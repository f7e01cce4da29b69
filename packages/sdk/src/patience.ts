/** How patient a request is. */
export const patience = {
  /** Milliseconds for each attempt. */
  timeout: 8000,
  /** Attempts after the first. */
  retries: 2,
  /** Statuses that may be gone in a moment. */
  busy: [408, 429, 500, 502, 503, 504],
  /** Milliseconds that a server's `Retry-After` can make us wait at most. */
  longestWait: 60_000,
  /** Milliseconds to wait at most before a retry, counted from 1; in truth a random part of it. */
  pause: (retry: number) => 300 * 3 ** retry,
};

/** Whether a request may be sent twice: it only reads, or its key makes it happen once. */
export function repeatable(init: RequestInit | undefined): boolean {
  return (init?.method ?? 'GET') === 'GET' || new Headers(init?.headers).has('idempotency-key');
}
