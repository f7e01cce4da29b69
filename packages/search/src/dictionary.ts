import { rootsOf } from './language/affixes.ts';
import { readLexicon } from './lexicon.ts';
import { Vocabulary } from './vocabulary.ts';

/** A meaning's number, and how surely a word has it, from 0 to 1. */
export type Known = readonly [meaning: number, weight: number];

/** How surely a word means what its root means. */
const derived = 0.95;

/** Every word of the language files and of a catalogue, with what it means. */
export class Dictionary {
  readonly #lexicon = readLexicon();
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<string, readonly Known[]>();
  readonly #roots = new Map<string, readonly Known[]>();
  /** By meaning's number: whether it is too common to find anything by alone. */
  readonly light: boolean[] = [];
  #vocabulary: Vocabulary | undefined;

  constructor() {
    for (const [word, senses] of this.#lexicon.senses) {
      this.#known.set(
        word,
        senses.map(([meaning, weight]) => [this.#number(meaning), weight]),
      );
    }
  }

  /** How many meanings there are. */
  get size(): number {
    return this.#numbers.size;
  }

  /** All words in order, to look among for unfinished and mistyped ones. */
  get vocabulary(): Vocabulary {
    return (this.#vocabulary ??= new Vocabulary(this.#known.keys()));
  }

  /** Learns a catalogue's words. Roots come before what is derived from them. */
  learn(words: Iterable<string>): void {
    for (const word of [...new Set(words)].sort((a, b) => a.length - b.length)) {
      if (this.#known.has(word)) continue;
      const roots = rootsOf(word);
      const root = roots.find((root) => this.#known.get(root)?.length);
      const senses = root
        ? this.#known.get(root)!.filter(([, weight]) => weight === 1)
        : (roots.map((root) => this.#roots.get(root)).find(Boolean) ?? [[this.#number(word), 1]]);
      this.#known.set(word, senses);
      for (const root of roots) {
        if (root.length > 3 && !this.#known.has(root) && !this.#roots.has(root)) {
          this.#roots.set(root, senses);
        }
      }
    }
  }

  /** What a word means, or its root; nothing for a stop word; undefined if it is not known. */
  meaningsOf(word: string): readonly Known[] | undefined {
    const known = this.#known.get(word) ?? this.#roots.get(word);
    if (known) return known;
    for (const root of rootsOf(word)) {
      const found = this.#known.get(root) ?? this.#roots.get(root);
      if (found) return found.map(([meaning, weight]) => [meaning, weight * derived]);
    }
    return undefined;
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  isExpression(joined: string): boolean {
    return this.#lexicon.expressions.has(joined);
  }

  isForeign(word: string): boolean {
    return this.#lexicon.foreign.has(word);
  }

  #number(meaning: string): number {
    let number = this.#numbers.get(meaning);
    if (number === undefined) {
      this.#numbers.set(meaning, (number = this.#numbers.size));
      this.light[number] = this.#lexicon.light.has(meaning);
    }
    return number;
  }
}

/**
 * Puts together what was typed apart: expressions (_orang tua_), letters (_k t p_), halves of a
 * known word (_e ktp_).
 */
export function join(words: readonly string[], dictionary: Dictionary): string[] {
  const joined: string[] = [];
  next: for (let i = 0; i < words.length; i++) {
    for (let n = 4; n > 1; n--) {
      const parts = words.slice(i, i + n);
      const whole = parts.join('');
      if (
        parts.length === n &&
        (dictionary.isExpression(whole) ||
          (dictionary.has(whole) && !parts.every((part) => dictionary.has(part))))
      ) {
        joined.push(whole);
        i += n - 1;
        continue next;
      }
    }
    joined.push(words[i]!);
  }
  return joined;
}
