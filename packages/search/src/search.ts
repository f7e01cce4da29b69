import { Dictionary, join } from './dictionary.ts';
import { QueryReader } from './query.ts';
import type { SearchableService, SearchOptions } from './services.ts';
import { phrasesOf } from './services.ts';
import { wordsOf } from './words.ts';

/** A service that was found. */
export interface Match {
  readonly id: string;
  /** How well it fits, to be compared within one answer only. */
  readonly score: number;
}

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
  /** Finds services as {@link Search.find} does, with how well they fit. */
  match(query: string, limit?: number): Match[];
}

export const tune = {
  unknown: 3.5,
  light: 0.45,
  foreign: 12,
  minCover: 0.3,
  aloneCover: 0.45,
  keep: 0.35,
  phrase: 0.6,
};

export function createSearch(
  services: readonly SearchableService[],
  options: SearchOptions = {},
): Search {
  const dictionary = new Dictionary();
  const raw = services.map((service) =>
    phrasesOf(service, options).map(([text, weight]) => [wordsOf(text), weight] as const),
  );
  dictionary.learn(raw.flatMap((phrases) => phrases.flatMap(([words]) => words)));
  const phrases = raw.map((list) =>
    list
      .map(([words, weight]) => ({
        weight,
        meanings: [
          ...new Set(
            join(words, dictionary).flatMap((word) =>
              dictionary
                .meaningsOf(word)!
                .filter(([, w]) => w === 1 || w === 0.95)
                .map(([m]) => m),
            ),
          ),
        ],
      }))
      .filter(({ meanings }) => meanings.length > 0),
  );
  const size = dictionary.size;
  const postings: number[][] = Array.from({ length: size }, () => []);
  phrases.forEach((list, s) => {
    const best = new Map<number, number>();
    for (const { meanings, weight } of list) {
      for (const m of meanings) if (weight > (best.get(m) ?? 0)) best.set(m, weight);
    }
    for (const [m, weight] of best) postings[m]!.push(s, weight);
  });
  const info = postings.map(
    (list, m) =>
      Math.log(1 + services.length / Math.max(1, list.length / 2)) *
      (dictionary.light[m] ? tune.light : 1),
  );
  const reader = new QueryReader(dictionary);
  const has = new Float32Array(size);
  const scores = new Float32Array(services.length);
  const strong = new Float32Array(services.length);
  const one = new Float32Array(services.length);

  const match = (query: string, limit = 20): Match[] => {
    const tokens = reader.read(query);
    if (tokens.length === 0) return [];
    scores.fill(0);
    strong.fill(0);
    has.fill(0);
    let total = 0;
    let unknown = 0;
    for (const { meanings, foreign, finished } of tokens) {
      let weight = 0;
      for (const [m, w] of meanings) {
        if (postings[m]!.length) weight = Math.max(weight, info[m]! * w);
        has[m] = Math.max(has[m]!, w * finished);
      }
      if (!weight) unknown++;
      total += finished * (weight || (foreign ? tune.foreign : tune.unknown));
      one.fill(0);
      for (const [m, w] of meanings) {
        const list = postings[m]!;
        for (let i = 0; i < list.length; i += 2) {
          const s = list[i]!;
          const v = finished * w * info[m]! * list[i + 1]!;
          if (v > one[s]!) one[s] = v;
          if (!dictionary.light[m] && w > 0.3) strong[s]! += w;
        }
      }
      for (let s = 0; s < one.length; s++) scores[s]! += one[s]!;
    }
    const found: Match[] = [];
    services.forEach(({ id }, s) => {
      const cover = scores[s]! / total;
      if (cover < tune.minCover) return;
      if (unknown > 0 && cover < tune.aloneCover && strong[s]! < 1.5) return;
      let fit = 0;
      for (const { meanings, weight } of phrases[s]!) {
        let overlap = 0;
        let all = 0;
        for (const m of meanings) {
          overlap += has[m]! * info[m]!;
          all += info[m]!;
        }
        const f = (weight * overlap) / (total + all - overlap);
        if (f > fit) fit = f;
      }
      found.push({ id, score: cover + tune.phrase * fit });
    });
    found.sort((a, b) => b.score - a.score);
    const least = (found[0]?.score ?? 0) * tune.keep;
    return found.filter(({ score }) => score >= least).slice(0, limit);
  };

  return { match, find: (query, limit) => match(query, limit).map(({ id }) => id) };
}
