import type { Dictionary, Known } from './dictionary.ts';
import { foreign } from './dictionary.ts';
import { wordsOf } from './words.ts';

/** What one word of a query may mean: meanings' numbers with how surely. Empty: not understood. */
export type Token = ReadonlyMap<number, number>;

/** More words than anybody types to find a service. */
const longest = 30;

/**
 * Understands queries. Remembers words, because each key pressed repeats all words but the last.
 *
 * @returns `read(query)`: what the words may mean, without those that say nothing. The last word
 * may be unfinished.
 */
export function createReader({ meaningsOf, has, isExpression, join, near }: Dictionary) {
  const memory = new Map<string, Token[]>();

  return (query: string): Token[] => {
    const words = [...new Set(join(wordsOf(query)))].slice(0, longest);
    return words.flatMap((word, i) => {
      const last = i === words.length - 1;
      const key = last ? `${word} ${+(words.length === 1)}` : word;
      let tokens = memory.get(key);
      if (!tokens) {
        if (memory.size > 500) memory.clear();
        memory.set(key, (tokens = understand(word, last, words.length === 1)));
      }
      return tokens;
    });
  };

  function understand(word: string, last: boolean, alone = false): Token[] {
    const { length } = word;
    const token = new Map<number, number>();
    const add = (senses: readonly Known[], weight: number) => {
      for (const [meaning, sure] of senses) {
        // Only a word that is certainly foreign turns a query away.
        if (meaning === foreign && weight < 1) continue;
        token.set(meaning, Math.max(token.get(meaning) ?? 0, sure * weight));
      }
    };
    const known = meaningsOf(word);
    // Alone, a short stop word may be the beginning of another: si, im, ku.
    if (known?.length === 0 && !(alone && length < 4)) return [];
    if (!known && ((last && length < 2) || /^\d+$/.test(word))) return [];
    if (known) add(known, 1);
    if (last && length > 1) {
      near(word, 0, true, (term, _, goesOn) => {
        // What is a word already need not become an expression: surat, surat izin mengemudi.
        if (!goesOn || (known && isExpression(term))) return;
        add(meaningsOf(term)!, (known ? 0.3 : 0.5) + (0.4 * length) / term.length);
      });
    }
    if (token.size > 0) return [token];
    const parts = apart(word, last);
    if (parts) return parts.flatMap((part, i) => understand(part, last && !parts[i + 1]));
    return guess(word, last, add) ? [token] : [];
  }

  /** Adds the known words nearest to a mistyped one. Answers no if the nearest says nothing. */
  function guess(
    word: string,
    last: boolean,
    add: (senses: readonly Known[], weight: number) => void,
  ) {
    const { length } = word;
    let least = Infinity;
    let says = true;
    if (length < 3) return says;
    near(word, length > 6 ? 2 : 1, length > (last ? 3 : 4), (term, errors, goesOn) => {
      // In a short word letters are missing or swapped; the first letter is seldom wrong.
      if (length < 4 && (goesOn || ![...word].every((letter) => term.includes(letter)))) return;
      if (term[0] !== word[0] && (errors > 1 || length < 5) && term[1] !== word[0]) return;
      const senses = meaningsOf(term)!;
      if (errors < least || (errors === least && senses.length > 0)) says = senses.length > 0;
      least = Math.min(least, errors);
      add(senses, (goesOn ? 0.8 : 1) - 0.2 * errors);
    });
    return says;
  }

  /** The two known words that were typed as one; as they are in the dictionary rather than derived. */
  function apart(word: string, last: boolean): string[] | undefined {
    const fits = (part: string) =>
      part.length > 2 || part === 'kk' || part === 'di' || part === 'ke';
    for (const exact of [true, false]) {
      const knows = (part: string) => (exact ? has(part) : meaningsOf(part));
      for (let at = word.length - 2; at > 1; at--) {
        const left = word.slice(0, at);
        const right = word.slice(at);
        if (!fits(left) || !fits(right) || !knows(left)) continue;
        if (knows(right)) return [left, right];
        const more = apart(right, last);
        if (more) return [left, ...more];
        let begun = false;
        if (last) near(right, 0, true, () => (begun = true));
        if (begun) return [left, right];
      }
    }
    return undefined;
  }
}
