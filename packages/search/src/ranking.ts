import type { Dictionary } from './dictionary.ts';
import { foreign } from './dictionary.ts';
import type { Token } from './query.ts';

/** A text that finds a service, in words, and how much it counts, from 0 to 1. */
export interface Phrase<Content = readonly string[]> {
  readonly words: Content;
  readonly weight: number;
}

/** What a meaning is worth that says little alone, as a share of what it would be worth. */
const lightWorth = 0.5;
/** What a word is worth that was not understood; a rare meaning is worth about 6. */
const unknownWorth = 3;
const foreignWorth = 12;
/** How much the best phrase counts beside all that a service has in common with a query. */
const phraseWeight = 0.7;
/** A query is answered when a service fits so large a share of it… */
const enoughOfQuery = 0.5;
/** …or, with nothing foreign in it, so large a share of one of the service's phrases… */
const enoughOfPhrase = 0.8;
/** …(a phrase of less worth than this does not count as whole)… */
const wholePhrase = 3;
/** …or so much of it in worth. */
const enoughWorth = 6;
/** Services below this share of the best one's score are left out. */
const worthShowing = 0.35;

/**
 * Weighs services against queries.
 *
 * @param services - Each service's phrases.
 * @returns `rank(tokens)`: the positions of the services that fit, best first.
 */
export function createRanking(
  services: readonly (readonly Phrase[])[],
  { meaningsOf, join, light }: Dictionary,
) {
  /** By meaning: the services that have it, each followed by how much it counts there. */
  const postings: number[][] = [];

  const phrases = services.map((texts, service) => {
    const counts = new Map<number, number>();
    // An expression is found as a whole, and by its words.
    const understood = texts.flatMap(({ words, weight }) => {
      const joined = join(words);
      return (joined.length < words.length ? [words, joined] : [words]).map((words) => {
        const meanings = new Set<number>();
        for (const word of words) {
          for (const [meaning, sure] of meaningsOf(word) ?? []) {
            if (sure < 1) continue;
            meanings.add(meaning);
            counts.set(meaning, Math.max(counts.get(meaning) ?? 0, weight));
          }
        }
        return { meanings: [...meanings], weight };
      });
    });
    for (const [meaning, weight] of counts) (postings[meaning] ??= []).push(service, weight);
    return understood;
  });

  /** By meaning: the fewer services have it, the more it says. */
  const worth = Float64Array.from(
    postings,
    (list, meaning) =>
      list && Math.log(1 + (4 * services.length) / list.length) * (light[meaning] ? lightWorth : 1),
  );

  return (tokens: readonly Token[]): number[] => {
    const sure = new Float64Array(worth.length);
    const common = new Float64Array(services.length);
    let understood = 0;
    let asked = 0;
    for (const token of tokens) {
      const best = new Float64Array(services.length);
      let most = 0;
      for (const [meaning, weight] of token) {
        const list = postings[meaning];
        if (!list) continue;
        const value = weight * worth[meaning]!;
        most = Math.max(most, value);
        sure[meaning] = Math.max(sure[meaning]!, weight);
        for (let i = 0; i < list.length; i += 2) {
          const service = list[i]!;
          const more = value * list[i + 1]! - best[service]!;
          if (more > 0) {
            best[service]! += more;
            common[service]! += more;
          }
        }
      }
      understood += most;
      asked += most || (token.has(foreign) ? foreignWorth : unknownWorth);
    }

    const strange = tokens.some((token) => token.has(foreign));
    const scores = new Map<number, number>();
    let highest = 0;
    let answered = false;
    common.forEach((value, service) => {
      if (!value) return;
      let fit = 0;
      let told = 0;
      for (const { meanings, weight } of phrases[service]!) {
        let shared = 0;
        let all = 0;
        for (const meaning of meanings) {
          shared += sure[meaning]! * worth[meaning]!;
          all += worth[meaning]!;
        }
        fit = Math.max(fit, (weight * shared) / (understood + all - shared));
        told = Math.max(told, (weight * shared) / Math.max(all, wholePhrase));
      }
      answered ||=
        value >= asked * enoughOfQuery ||
        (!strange && (told >= enoughOfPhrase || value >= enoughWorth));
      const score = value / understood + phraseWeight * fit;
      scores.set(service, score);
      highest = Math.max(highest, score);
    });
    return answered
      ? [...scores]
          .filter(([, score]) => score >= highest * worthShowing)
          .sort((a, b) => b[1] - a[1])
          .map(([service]) => service)
      : [];
  };
}
