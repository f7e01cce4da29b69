import { readFileSync } from 'node:fs';

/** What somebody types, and the services of which one should be found; none: nothing should. */
export interface Expected {
  readonly query: string;
  readonly expect: readonly string[];
}

const read = (name: string) => readFileSync(new URL(`../test/${name}`, import.meta.url), 'utf8');

/** The queries that came with the catalogue. */
export const readQueries = () => JSON.parse(read('queries.json')) as Expected[];

/** Queries by people, a line each: `ids | query`, `-` for nothing. */
export function readPeople(name: 'citizens.txt' | 'strangers.txt'): Expected[] {
  return read(name)
    .split('\n')
    .filter((line) => !line.startsWith('#') && line.includes(' | '))
    .map((line) => {
      const [ids = '', query = ''] = line.split(' | ');
      return { query, expect: ids === '-' ? [] : ids.split(',') };
    });
}

/** The share of queries with an expected service among the first `among`. */
export function recall(
  find: (query: string) => readonly string[],
  queries: readonly Expected[],
  among = 3,
): number {
  const asked = queries.filter(({ expect }) => expect.length > 0);
  const found = asked.filter(({ query, expect }) =>
    find(query)
      .slice(0, among)
      .some((id) => expect.includes(id)),
  );
  return found.length / asked.length;
}
