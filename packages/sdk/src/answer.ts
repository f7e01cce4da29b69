/** What came back, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Tries once: sends, and reads the whole answer.
 *
 * Rejects with the signal's reason as soon as it aborts, even where `fetch` does not look at it.
 */
export function attempt(
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<Answer> {
  const exchange = async () => {
    const response = await fetch(url, { ...init, signal });
    const { status, headers } = response;
    return { status, headers, body: await response.text() };
  };
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    void exchange()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
