import type { Expected } from './queries.ts';

/** A way to type something wrong, or not to the end. The number makes the same errors each time. */
export type Typing = (query: string, seed: number) => string;

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Numbers below a limit, the same series for the same seed. */
function dice(seed: number): (limit: number) => number {
  let state = Math.imul(seed + 1, 2654435761) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** One error in a word of four letters or more, never in its first: people get that one right. */
function mistype(word: string, roll: (limit: number) => number): string {
  if (word.length < 4) return word;
  const at = 1 + roll(word.length - 1);
  const before = word.slice(0, at);
  const letter = word[at]!;
  const after = word.slice(at + 1);
  const row = rows.find((keys) => keys.includes(letter)) ?? letter;
  const place = row.indexOf(letter);
  const neighbour = row[place + (roll(2) || -1)] ?? row[place - 1] ?? letter;
  const ways = [
    before + after,
    before + letter + letter + after,
    before + neighbour + after,
    after
      ? before + after[0]! + letter + after.slice(1)
      : before.slice(0, -1) + letter + before.at(-1)!,
  ];
  return ways[roll(ways.length)]!;
}

const inLongest = (query: string, change: (word: string) => string) => {
  const words = query.split(' ');
  const longest = words.reduce((most, word) => (word.length > most.length ? word : most));
  words[words.indexOf(longest)] = change(longest);
  return words.join(' ');
};

/** What fingers do, by name. */
export const typings: Readonly<Record<string, Typing>> = {
  'as it is': (query) => query,
  'one error in the longest word': (query, seed) => {
    const roll = dice(seed);
    return inLongest(query, (word) => mistype(word, roll));
  },
  'one error in each word': (query, seed) => {
    const roll = dice(seed);
    return query
      .split(' ')
      .map((word) => mistype(word, roll))
      .join(' ');
  },
  'two errors in one word': (query, seed) => {
    const roll = dice(seed);
    return inLongest(query, (word) => mistype(mistype(word, roll), roll));
  },
  'last letter still to come': (query) => query.slice(0, -1),
  'last word half typed': (query) => {
    const words = query.split(' ');
    const last = words.pop()!;
    return [...words, last.slice(0, Math.max(2, Math.ceil(last.length / 2)))].join(' ');
  },
  'one space left out': (query, seed) => {
    const words = query.split(' ');
    const at = dice(seed)(words.length);
    return words.map((word, i) => (i === 0 || i === at ? word : ` ${word}`)).join('');
  },
  'one space too many': (query, seed) => {
    const roll = dice(seed);
    return inLongest(query, (word) => {
      if (word.length < 5) return word;
      const at = 2 + roll(word.length - 3);
      return `${word.slice(0, at)} ${word.slice(at)}`;
    });
  },
};

/** The queries that expect something, typed in that way. */
export const typed = (queries: readonly Expected[], typing: Typing): Expected[] =>
  queries
    .filter(({ expect }) => expect.length > 0)
    .map(({ query, expect }, i) => ({ query: typing(query, i), expect }));
