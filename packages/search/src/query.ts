import type { Dictionary, Known } from './dictionary.ts';
import { join } from './dictionary.ts';
import { wordsOf } from './words.ts';

/** A word of a query, as it was understood. */
export interface Token {
  readonly word: string;
  /** What it may mean, the surest weight for each meaning. Empty: not understood. */
  readonly meanings: ReadonlyMap<number, number>;
  /** Whether it asks for something that no public service is about. */
  readonly foreign: boolean;
  /** Whether it may still be typed: the more is there, the more it counts, from 0 to 1. */
  readonly finished: number;
}

/** Reads queries. Remembers words, because each key pressed repeats all words but the last. */
export class QueryReader {
  readonly #dictionary: Dictionary;
  readonly #memory = new Map<string, Token[]>();

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** Understands a query. The last word may be unfinished. */
  read(query: string): Token[] {
    const words = [...new Set(join(wordsOf(query), this.#dictionary))].slice(0, 32);
    const tokens = new Map<string, Token>();
    words.forEach((word, i) => {
      const last = i === words.length - 1;
      if (/^\d+$/.test(word) && !this.#dictionary.has(word)) return;
      for (const token of this.#remember(word, last, words.length === 1)) {
        tokens.set(token.word, token);
      }
    });
    return [...tokens.values()];
  }

  #remember(word: string, last: boolean, alone: boolean): Token[] {
    const key = word + (last ? (alone ? '*' : '+') : '');
    let tokens = this.#memory.get(key);
    if (!tokens) {
      if (this.#memory.size > 500) this.#memory.clear();
      this.#memory.set(key, (tokens = this.#understand(word, last, alone)));
    }
    return tokens;
  }

  #understand(word: string, last: boolean, alone: boolean): Token[] {
    const dictionary = this.#dictionary;
    if (dictionary.isForeign(word)) {
      return [{ word, meanings: new Map(), foreign: true, finished: 1 }];
    }
    const meanings = new Map<number, number>();
    const add = (senses: readonly Known[], weight: number) => {
      for (const [meaning, sure] of senses) {
        meanings.set(meaning, Math.max(meanings.get(meaning) ?? 0, sure * weight));
      }
    };
    const known = dictionary.meaningsOf(word);
    if (known?.length === 0 && !(last && alone)) return [];
    if (known) add(known, 1);
    if (last && word.length > 1) {
      dictionary.vocabulary.startingWith(word, (term) => {
        const whole = dictionary.vocabulary.terms[term]!;
        add(
          dictionary.meaningsOf(whole)!,
          (known ? 0.3 : 0.5) + 0.4 * (word.length / whole.length),
        );
      });
      if (known?.length === 0 && word.length > 2) meanings.clear();
      if (meanings.size > 0) {
        return [
          { word, meanings, foreign: false, finished: known ? 1 : Math.min(1, word.length / 4) },
        ];
      }
    }
    if (known) return known.length > 0 ? [{ word, meanings, foreign: false, finished: 1 }] : [];
    const parts = this.#parts(word, last);
    if (parts) return parts.flatMap((part, i) => this.#understand(part, last && i === 1, false));
    let ignored = this.#guess(word, last, add);
    if (meanings.size === 0 && word.length > 3) {
      dictionary.vocabulary.startingWith(word, (term) => {
        add(dictionary.meaningsOf(dictionary.vocabulary.terms[term]!)!, 0.6);
        ignored = false;
      });
    }
    if (ignored) return [];
    return [{ word, meanings, foreign: false, finished: 1 }];
  }

  /** Two known words that were typed as one. */
  #parts(word: string, last: boolean): [string, string] | undefined {
    const { meaningsOf, vocabulary } = {
      meaningsOf: (w: string) => this.#dictionary.meaningsOf(w),
      vocabulary: this.#dictionary.vocabulary,
    };
    for (let at = word.length - 2; at > 1; at--) {
      const left = word.slice(0, at);
      const right = word.slice(at);
      if (left.length + right.length < 5 || !meaningsOf(left)?.length) continue;
      if (left.length < 3 && left !== 'kk') continue;
      if (right.length < 3 && right !== 'kk') continue;
      let known = meaningsOf(right) !== undefined;
      if (last && !known) vocabulary.startingWith(right, () => (known = true));
      if (known || this.#parts(right, last)) return [left, right];
    }
    return undefined;
  }

  /** The known words nearest to a mistyped one. Answers whether these are words to pass over. */
  #guess(word: string, last: boolean, add: (senses: readonly Known[], weight: number) => void) {
    const { vocabulary } = this.#dictionary;
    const n = word.length;
    if (n < 3) return false;
    const most = n > 6 ? 2 : 1;
    let ignored = false;
    let least = 3;
    vocabulary.near(word, most, last && n > 3, (t, errors, half) => {
      const term = vocabulary.terms[t]!;
      if (n === 3 && (half || term.length < 3 || !sameLetters(word, term))) return;
      if (term[0] !== word[0] && (errors > 1 || n < 5) && term[1] !== word[0]) return;
      const senses = this.#dictionary.meaningsOf(term)!;
      if (this.#dictionary.isForeign(term)) return;
      if (senses.length === 0 && !half && errors <= least) {
        ignored = true;
        least = errors;
      }
      if (senses.length > 0 && errors < least) {
        ignored = false;
        least = errors;
      }
      add(senses, (half ? 0.55 : 0.8) - 0.2 * (errors - 1));
    });
    return ignored;
  }
}

/** Whether all letters of a short word are in the other: then only some are missing or swapped. */
const sameLetters = (word: string, term: string) =>
  [...word].every((letter) => term.includes(letter));
