import type { Dictionary } from './dictionary.ts';
import { foreign } from './dictionary.ts';
import type { Token } from './query.ts';
import type { Phrase } from './services.ts';

// A meaning that one service has is worth 1; the more have it, the less.

/** What a meaning is worth that says little alone, as a share of what it would be worth. */
const lightWorth = 0.5;
/** What a word is worth that was not understood. */
const unknownWorth = 0.5;
const mostUnknown = 2;
const foreignWorth = 1.4;
/** How much the best phrase counts beside all that a service has in common with a query. */
const phraseWeight = 0.7;
/** A query is answered when a service fits so large a share of it… */
const enoughOfQuery = 0.55;
/** …or, with nothing foreign in it, so large a share of one of the service's phrases… */
const enoughOfPhrase = 0.8;
/** …(a phrase of less worth than this does not count as whole)… */
const wholePhrase = 0.5;
/** …or so much of it in worth. */
const enoughWorth = 1.05;
/** Services below this share of the best one's score are left out… */
const worthShowing = 0.35;
/** …and below this one, where it is not among the first three: a long tail hides what fits. */
const worthAdding = 0.5;

/** What a phrase was understood as: some meanings, in whose names services are found. */
interface Reading {
  readonly meanings: readonly number[];
  /** Services, each followed by how much the phrase counts there. */
  readonly services: number[];
}

/**
 * Weighs services against queries.
 *
 * @param services - Each service's phrases, the weightiest first.
 * @param words - The words of each phrase's text.
 * @returns `rank(tokens, limit)`: the positions of the services that fit, best first.
 */
export function createRanking(
  services: readonly (readonly Phrase[])[],
  words: ReadonlyMap<string, readonly string[]>,
  { meaningsOf, join, light, size }: Dictionary,
) {
  const understand = (words: readonly string[]): Reading => ({
    meanings: [
      ...new Set(
        words.flatMap((word) =>
          (meaningsOf(word) ?? []).flatMap(([meaning, sure]) => (sure < 1 ? [] : meaning)),
        ),
      ),
    ],
    services: [],
  });
  // An expression is found as a whole, and by its words.
  const readings = new Map<string, readonly Reading[]>();
  for (const [text, said] of words) {
    const joined = join(said);
    readings.set(text, (joined.length < said.length ? [said, joined] : [said]).map(understand));
  }

  const total = services.length;
  /** By meaning: the services that have it, each followed by how much it counts there. */
  const postings = Array.from({ length: size }, (): number[] => []);
  services.forEach((phrases, service) => {
    for (const { text, weight } of phrases) {
      for (const reading of readings.get(text)!) {
        reading.services.push(service, weight);
        for (const meaning of reading.meanings) {
          const list = postings[meaning]!;
          // What a service has been found by already counts more.
          if (list[list.length - 2] !== service) list.push(service, weight);
        }
      }
    }
  });

  const rarity = (services: number) =>
    Math.log(1 + (2 * total) / services) / Math.log(1 + 2 * total);
  /** By meaning: the fewer services have it, the more it says. */
  const worth = Float64Array.from(
    postings,
    (list, meaning) => rarity(list.length / 2) * (light[meaning] ? lightWorth : 1),
  );
  const all = [...readings.values()].flat();
  /** One behind the other, by reading: the services that it is found in, and how much it counts there. */
  const owners = Float64Array.from(all.flatMap(({ services }) => services));
  const firstOwner = new Uint32Array(all.length + 1);
  all.forEach(({ services }, r) => (firstOwner[r + 1] = firstOwner[r]! + services.length));
  const wholes = Float64Array.from(all, ({ meanings }) =>
    meanings.reduce((sum, meaning) => sum + worth[meaning]!, 0),
  );
  /** By meaning: the readings that have it. */
  const uses = postings.map((): number[] => []);
  all.forEach(({ meanings }, r) => meanings.forEach((meaning) => uses[meaning]!.push(r)));

  // Made once: one is filled anew for each word, the others for each query.
  const best = new Float64Array(total);
  const common = new Float64Array(total);
  const fit = new Float64Array(total);
  const shared = new Float64Array(all.length);

  return (tokens: readonly Token[], limit: number): number[] => {
    common.fill(0);
    fit.fill(0);
    const sure = new Map<number, number>();
    let understood = 0;
    let asked = 0;
    let unknown = 0;
    for (const token of tokens) {
      best.fill(0);
      let most = 0;
      for (const [meaning, weight] of token) {
        const list = postings[meaning]!;
        if (!list.length) continue;
        const value = weight * worth[meaning]!;
        most = Math.max(most, value);
        sure.set(meaning, Math.max(sure.get(meaning) ?? 0, value));
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
      if (most) asked += most;
      else if (token.has(foreign)) asked += foreignWorth;
      else if (unknown++ < mostUnknown) asked += unknownWorth;
    }

    const touched: number[] = [];
    for (const [meaning, value] of sure) {
      for (const r of uses[meaning]!) {
        if (!shared[r]) touched.push(r);
        shared[r]! += value;
      }
    }
    const strange = tokens.some((token) => token.has(foreign));
    let answered = false;
    for (const r of touched) {
      const value = shared[r]!;
      shared[r] = 0;
      const whole = wholes[r]!;
      const share = value / (understood + whole - value);
      answered ||= !strange && value >= enoughOfPhrase * Math.max(whole, wholePhrase);
      for (let i = firstOwner[r]!; i < firstOwner[r + 1]!; i += 2) {
        const worth = owners[i + 1]! * share;
        if (worth > fit[owners[i]!]!) fit[owners[i]!] = worth;
      }
    }
    const enough = strange ? Infinity : enoughWorth;
    let most = 0;
    for (let service = 0; service < total; service++) {
      const value = common[service]!;
      if (!value) continue;
      answered ||= value >= Math.min(enough, asked * enoughOfQuery);
      const score = (common[service] = value / understood + phraseWeight * fit[service]!);
      if (score > most) most = score;
    }
    if (!answered) return [];
    const found: number[] = [];
    for (let service = 0; service < total; service++) {
      const score = common[service]!;
      if (score && score >= most * worthShowing) found.push(service);
    }
    return found
      .sort((one, other) => common[other]! - common[one]!)
      .filter((service, at) => at < 3 || common[service]! >= most * worthAdding)
      .slice(0, limit);
  };
}
