import { rootsOf } from './language/affixes.ts';
import { foreignWords } from './language/foreign-words.ts';
import { leads, meanings } from './language/meanings.ts';
import { stopWords } from './language/stop-words.ts';
import type { Look } from './vocabulary.ts';
import { createVocabulary } from './vocabulary.ts';

/** A meaning's number, and how surely a word has it, from 0 to 1. */
export type Known = readonly [meaning: number, sure: number];

/** How surely a word means what its root means, and what it leads to. */
const derived = 0.95;
const leading = 0.6;

/** Every word of the language files and of a catalogue, with what it means. */
export interface Dictionary {
  /** What a word or its root means: nothing for a stop word, undefined for an unknown one. */
  readonly meaningsOf: (word: string) => readonly Known[] | undefined;
  /** Whether a word itself is known, not only its root. */
  readonly has: (word: string) => boolean;
  /** Whether a word is an expression of several, joined. */
  readonly isExpression: (word: string) => boolean;
  /** Puts together what was typed apart: _orang tua_, _k t p_, _kar tu_. */
  readonly join: (words: readonly string[]) => string[];
  /** Looks among all words: see {@link createVocabulary}. */
  readonly near: Look;
  /** How many meanings there are. */
  readonly size: number;
  /** By number, whether a meaning says little alone. */
  readonly light: readonly boolean[];
}

/** The meaning of all words that no public service is about. */
export const foreign = 0;

/** Puts a catalogue's words to those of the language files. */
export function createDictionary(catalogue: ReadonlySet<string>): Dictionary {
  const numbers = new Map<string, number>([['', foreign]]);
  const known = new Map<string, Known[]>();
  const roots = new Map<string, readonly Known[]>();
  const expressions = new Set<string>();
  const light: boolean[] = [];

  const numberOf = (meaning: string) => {
    const word = meaning.replace('~', '');
    let number = numbers.get(word);
    if (number === undefined) numbers.set(word, (number = numbers.size));
    if (word !== meaning) light[number] = true;
    return number;
  };
  const know = (written: string, ...meant: Known[]) => {
    const word = written.replaceAll(/[-~]/g, '');
    if (written.includes('-')) expressions.add(word);
    known.set(word, [...(known.get(word) ?? []), ...meant]);
  };

  for (const line of meanings.trim().split('\n')) {
    const said = line.split(' ');
    const meaning = numberOf(said[0]!);
    for (const word of said) know(word, [meaning, 1]);
  }
  for (const line of leads.trim().split('\n')) {
    const [from, to] = line.split(' > ').map((side) => side.split(' '));
    for (const word of from!) {
      if (!known.has(word)) know(word, [numberOf(word), 1]);
      know(word, ...to!.map((meaning): Known => [numberOf(meaning), leading]));
    }
  }
  for (const word of stopWords.split(/\s+/)) know(word);
  // What the catalogue speaks of is not foreign to it.
  for (const word of foreignWords.trim().split(/\s+/))
    if (!catalogue.has(word)) know(word, [foreign, 1]);

  const meaningsOf = (word: string, said?: readonly string[]) => {
    const exact = known.get(word);
    if (exact) return exact;
    const forms = said ?? rootsOf(word);
    for (const words of [known, roots]) {
      for (const form of words === known ? forms : [word, ...forms]) {
        const found = words.get(form);
        if (found?.length) return found.map(([meaning, sure]): Known => [meaning, sure * derived]);
      }
    }
    return undefined;
  };

  // Short words first, so that what is derived finds its root.
  for (const word of [...catalogue].sort((a, b) => a.length - b.length)) {
    if (known.has(word)) continue;
    const forms = rootsOf(word);
    const same = meaningsOf(word, forms)?.filter(([m, sure]) => m !== foreign && sure >= derived);
    const meant: Known[] = same?.length
      ? same.map(([meaning]) => [meaning, 1])
      : [[numberOf(word), 1]];
    known.set(word, meant);
    for (const root of forms) if (root.length > 3 && !roots.has(root)) roots.set(root, meant);
  }

  return {
    meaningsOf,
    has: (word) => known.has(word),
    isExpression: (word) => expressions.has(word),
    near: createVocabulary(known.keys()),
    light,
    size: numbers.size,
    join(words) {
      const joined: string[] = [];
      for (let i = 0; i < words.length;) {
        let whole = words[i]!;
        let best = whole;
        let strange = !known.has(whole);
        let next = i + 1;
        for (let n = i + 1; n < i + 4 && n < words.length; n++) {
          whole += words[n]!;
          strange ||= !known.has(words[n]!);
          if (expressions.has(whole) || (strange && known.has(whole))) {
            best = whole;
            next = n + 1;
          }
        }
        joined.push(best);
        i = next;
      }
      return joined;
    },
  };
}
