/**
 * Search, ours and MiniSearch side by side: over the catalogue, and over 2,000 records with a large
 * vocabulary. Each query is typed letter by letter.
 */
import { performance } from 'node:perf_hooks';

import { createSearch } from '@mpp-digital/search';

import type { Index } from '../packages/search/tools/catalogue.ts';
import { readIndex } from '../packages/search/tools/catalogue.ts';
import { createMiniSearch } from '../packages/search/tools/minisearch.ts';
import type { Expected } from '../packages/search/tools/queries.ts';
import { readQueries, recall } from '../packages/search/tools/queries.ts';

interface Engine {
  find(query: string): string[];
}

interface Figures {
  recall: number;
  /** Milliseconds. */
  build: number;
  p50: number;
  p99: number;
}

/** The catalogue so often over that it has 2,000 services, each with a word of its own. */
function grow({ services, ...groups }: Index, size: number): Index {
  return {
    ...groups,
    services: Array.from({ length: size }, (_, i) => {
      const service = services[i % services.length]!;
      const word = strangeWord(i);
      return {
        ...service,
        id: `${service.id}#${i}`,
        name: { ...service.name, id: `${service.name.id} ${word}` },
        keywords: [...service.keywords, `${word} ${strangeWord(i + size)}`],
      };
    }),
  };
}

/** A word of four syllables, always the same for the same number. */
function strangeWord(number: number): string {
  let word = '';
  let rest = Math.imul(number + 1, 2654435761) >>> 0;
  for (let i = 0; i < 4; i++) {
    word += 'bcdfghjklmnprstw'[rest & 15]! + 'aiueo'[(rest >>> 4) % 5]!;
    rest = Math.imul(rest ^ (rest >>> 15), 2246822519) >>> 0;
  }
  return word;
}

const strokesOf = (queries: readonly Expected[]) =>
  queries.flatMap(({ query }) =>
    Array.from({ length: query.length - 1 }, (_, i) => query.slice(0, i + 2)),
  );

/**
 * Measures in turns and takes the best of five for each building and each key, so that what else
 * the machine does counts little. Engines are new each time: none remembers a word.
 */
function measure(makers: readonly (() => Engine)[], queries: readonly Expected[]): Figures[] {
  const strokes = strokesOf(queries);
  const builds = makers.map(() => Infinity);
  const times = makers.map(() => strokes.map(() => Infinity));
  let engines: Engine[] = [];
  for (let round = 0; round < 5; round++) {
    engines = makers.map((make, i) => {
      const start = performance.now();
      const engine = make();
      builds[i] = Math.min(builds[i]!, performance.now() - start);
      return engine;
    });
    strokes.forEach((stroke, key) => {
      engines.forEach((engine, i) => {
        const start = performance.now();
        engine.find(stroke);
        times[i]![key] = Math.min(times[i]![key]!, performance.now() - start);
      });
    });
  }
  return engines.map((engine, i) => {
    const sorted = times[i]!.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)]!;
    // A copy of an expected service is as good as the service.
    const find = (query: string) => engine.find(query).map((id) => id.replace(/#.*/, ''));
    return { recall: recall(find, queries), build: builds[i]!, p50: at(0.5), p99: at(0.99) };
  });
}

/**
 * @returns Recall among the first three, and how ours compares with MiniSearch in the time to build
 * and for a key pressed (below 1: ours is faster).
 */
export async function bench(): Promise<Record<string, number>> {
  const catalogue = readIndex();
  const queries = readQueries();
  const results: Record<string, number> = {};
  for (const [name, index] of [
    ['catalogue', catalogue],
    ['2000', grow(catalogue, 2000)],
  ] as const) {
    const makers = [() => createSearch(index.services, index), () => createMiniSearch(index)];
    const [ours, theirs] = measure(makers, queries) as [Figures, Figures];
    console.log(`search over ${name === '2000' ? '2,000 records' : 'the catalogue'}`);
    console.log('             recall@3   build ms   p50 ms   p99 ms');
    for (const [engine, { recall, build, p50, p99 }] of Object.entries({ ours, theirs })) {
      const label = engine === 'ours' ? 'ours' : 'MiniSearch';
      console.log(
        `${label.padEnd(12)} ${recall.toFixed(3).padStart(8)} ${build.toFixed(1).padStart(10)} ` +
          `${p50.toFixed(3).padStart(8)} ${p99.toFixed(3).padStart(8)}`,
      );
    }
    results[`search.${name}.recall`] = ours.recall;
    results[`search.${name}.recall-to-minisearch`] = ours.recall / theirs.recall;
    results[`search.${name}.build-to-minisearch`] = ours.build / theirs.build;
    results[`search.${name}.p50-to-minisearch`] = ours.p50 / theirs.p50;
    results[`search.${name}.p99-to-minisearch`] = ours.p99 / theirs.p99;
  }
  return Promise.resolve(results);
}
