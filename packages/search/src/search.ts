import { createDictionary } from './dictionary.ts';
import { createReader } from './query.ts';
import { createRanking } from './ranking.ts';
import type { SearchableService, SearchOptions } from './services.ts';
import { phrasesOf } from './services.ts';
import { wordsOf } from './words.ts';

/** Finds services by the words that people type. */
export interface Search {
  /**
   * Finds services.
   *
   * @param query - What was typed so far; the last word may be unfinished.
   * @param limit - At most so many.
   * @returns Ids of services, best first; none when nothing fits.
   */
  find(query: string, limit?: number): string[];
}

/**
 * Prepares to search among services. Takes some milliseconds; the finding takes far less.
 *
 * @param services - The services, the plainest of each kind first: with equal fit they keep their
 * order.
 * @param options - The names of what they belong to. The API's index view has both.
 *
 * @example
 * ```ts
 * const index = await client.catalogue.index();
 * const search = createSearch(index.services, index);
 * search.find('ktp ilang'); // ['ktp-el-hilang', …]
 * ```
 */
export function createSearch(
  services: readonly SearchableService[],
  options: SearchOptions = {},
): Search {
  const phrases = phrasesOf(services, options);
  const words = new Map<string, string[]>();
  for (const list of phrases) {
    for (const { text } of list) if (!words.has(text)) words.set(text, wordsOf(text));
  }
  const dictionary = createDictionary(new Set([...words.values()].flat()));
  const read = createReader(dictionary);
  const rank = createRanking(phrases, words, dictionary);
  return {
    find: (query, limit = 20) => rank(read(query), limit).map((found) => services[found]!.id),
  };
}
