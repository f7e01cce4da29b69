/**
 * Where answers are kept for when the server cannot be reached: shaped like the Web's `Cache`, so
 * that `caches.open('mpp-digital')` serves. Only the catalogue is kept, which is public.
 */
export interface AnswerCache {
  match(url: string): Promise<Response | undefined>;
  put(url: string, answer: Response): Promise<void>;
}

const keptAt = 'mpp-kept-at';

/** Keeps an answer. A full or forbidden store is no reason to fail. */
export async function keep(
  cache: AnswerCache | Promise<AnswerCache> | undefined,
  url: string,
  text: string,
): Promise<void> {
  try {
    const headers = { 'content-type': 'application/json', [keptAt]: new Date().toISOString() };
    await (await cache)?.put(url, new Response(text, { headers }));
  } catch {
    // The answer itself is at hand.
  }
}

/** Finds what was kept, and since when. */
export async function recall(
  cache: AnswerCache | Promise<AnswerCache> | undefined,
  url: string,
): Promise<{ value: unknown; since: Date } | undefined> {
  try {
    const answer = await (await cache)?.match(url);
    return (
      answer && {
        value: await answer.json(),
        since: new Date(answer.headers.get(keptAt) ?? Number.NaN),
      }
    );
  } catch {
    return undefined;
  }
}
