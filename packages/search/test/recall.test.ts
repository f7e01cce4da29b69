import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { createSearch } from '@mpp-digital/search';

import { readIndex } from '../tools/catalogue.ts';
import { createMiniSearch } from '../tools/minisearch.ts';
import type { Expected } from '../tools/queries.ts';
import { readPeople, readQueries, recall } from '../tools/queries.ts';
import { typed, typings } from '../tools/typing.ts';

const index = readIndex();
const ours = createSearch(index.services, index);
const yardstick = createMiniSearch(index);
const queries = readQueries();
const citizens = readPeople('citizens.txt');
const strangers = readPeople('strangers.txt');

/** The least share of queries that must be answered among the first three, a little under today's. */
const floors: Record<string, { queries: number; citizens: number }> = {
  'as it is': { queries: 0.99, citizens: 0.96 },
  'one error in the longest word': { queries: 0.96, citizens: 0.89 },
  'one error in each word': { queries: 0.94, citizens: 0.86 },
  'two errors in one word': { queries: 0.9, citizens: 0.82 },
  'last letter still to come': { queries: 0.95, citizens: 0.92 },
  'last word half typed': { queries: 0.91, citizens: 0.88 },
  'one space left out': { queries: 0.94, citizens: 0.87 },
  'one space too many': { queries: 0.95, citizens: 0.91 },
};

/** The queries that should find nothing, and do. */
function silence(expected: readonly Expected[]): number {
  const foreign = expected.filter(({ expect }) => expect.length === 0);
  return foreign.filter(({ query }) => ours.find(query).length === 0).length / foreign.length;
}

describe('the first three results', () => {
  for (const [name, typing] of Object.entries(typings)) {
    for (const [set, expected] of Object.entries({ queries, citizens })) {
      test(`${set}, ${name}`, (t) => {
        const asked = typed(expected, typing);
        const share = recall(ours.find, asked);
        const theirs = recall(yardstick.find, asked);
        t.diagnostic(`ours ${share.toFixed(3)}, MiniSearch ${theirs.toFixed(3)}`);
        assert.ok(share >= floors[name]![set as 'queries' | 'citizens'], `only ${share}`);
        assert.ok(share >= theirs, `MiniSearch finds ${theirs}, ours ${share}`);
      });
    }
  }

  test('people whom the search was never tuned for', (t) => {
    const share = recall(ours.find, strangers);
    const theirs = recall(yardstick.find, strangers);
    t.diagnostic(`ours ${share.toFixed(3)}, MiniSearch ${theirs.toFixed(3)}`);
    assert.ok(share >= 0.93, `only ${share}`);
    assert.ok(share >= theirs, `MiniSearch finds ${theirs}, ours ${share}`);
  });

  test('the first alone, for what people type exactly', () => {
    assert.ok(recall(ours.find, queries, 1) >= 0.96);
    assert.ok(recall(ours.find, strangers, 1) >= 0.84);
  });
});

describe('what no office is asked for', () => {
  test('finds nothing, in the queries that came with the catalogue', () => {
    assert.equal(silence(queries), 1);
  });

  test('finds nothing in most of the rest', () => {
    assert.ok(silence(citizens) >= 0.85);
    assert.ok(silence(strangers) >= 0.85);
  });
});
