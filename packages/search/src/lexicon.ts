import { foreignWords, lightWords, stopWords } from './language/stop-words.ts';
import { leads, meanings } from './language/meanings.ts';

/** A meaning that a word may have, and how surely, from 0 to 1. */
export type Sense = readonly [meaning: string, weight: number];

/** How far a word that leads to another meaning carries. */
const leading = 0.6;

/** What the language itself says, without any catalogue. */
export interface Lexicon {
  /** Known words with what they mean; stop words mean nothing. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** Meanings that are too common to find anything by alone. */
  readonly light: ReadonlySet<string>;
  /** Words that no public service is about. */
  readonly foreign: ReadonlySet<string>;
  /** Expressions of several words, joined: `orangtua`. */
  readonly expressions: ReadonlySet<string>;
}

const lines = (text: string) => text.trim().split('\n');
const split = (line: string) => line.trim().split(/\s+/);

/** Reads the language files. */
export function readLexicon(): Lexicon {
  const senses = new Map<string, Sense[]>();
  const expressions = new Set<string>();
  const know = (written: string) => {
    const word = written.replaceAll('-', '');
    if (word !== written) expressions.add(word);
    let known = senses.get(word);
    if (!known) senses.set(word, (known = []));
    return known;
  };
  for (const line of lines(meanings)) {
    const words = split(line);
    for (const word of words) know(word).push([words[0]!, 1]);
  }
  for (const line of lines(leads)) {
    const [from = '', to = ''] = line.split('>');
    for (const word of split(from)) {
      const known = know(word);
      if (known.length === 0) known.push([word, 1]);
      for (const meaning of split(to)) known.push([meaning, leading]);
    }
  }
  const foreign = new Set<string>();
  for (const word of split(foreignWords)) {
    know(word);
    foreign.add(word.replaceAll('-', ''));
  }
  for (const word of split(stopWords)) know(word).length = 0;
  return { senses, expressions, foreign, light: new Set(split(lightWords)) };
}
