/** A term near a typed word: its position, and how many typing errors lie between. */
export type Near = (term: number, errors: number, half: boolean) => void;

const longest = 30;

/** All words that can be found, in order, so that neighbours share their beginnings. */
export class Vocabulary {
  readonly terms: readonly string[];
  /** How many first letters each term shares with the one before. */
  readonly #shared: Uint8Array;
  readonly #rows = Array.from({ length: longest + 1 }, () => new Uint8Array(longest + 1));
  readonly #best = new Uint8Array(longest + 1);

  constructor(terms: Iterable<string>) {
    this.terms = [...terms].sort();
    this.#shared = Uint8Array.from(this.terms, (term, i) => {
      const before = this.terms[i - 1] ?? '';
      let n = 0;
      while (n < longest && n < before.length && before[n] === term[n]) n++;
      return n;
    });
    for (let i = 0; i <= longest; i++) this.#rows[i]![0] = this.#rows[0]![i] = i;
  }

  /** Calls back with each term that begins with the word. */
  startingWith(word: string, found: (term: number) => void): void {
    let low = 0;
    let high = this.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.terms[middle]! < word) low = middle + 1;
      else high = middle;
    }
    for (; this.terms[low]?.startsWith(word); low++) found(low);
  }

  /**
   * Calls back with each term that is the word with at most `most` errors: a letter too many, too
   * few, another one, or two swapped. With `half`, also with terms that only begin so.
   *
   * Walks the terms in order and keeps what it computed for the letters that neighbours share; where
   * a beginning cannot lead to a match, all terms with it are passed over.
   */
  near(word: string, most: number, half: boolean, found: Near): void {
    const n = word.length;
    if (n > longest) return;
    const best = this.#best;
    best[0] = n;
    let done = 0;
    let dead = longest + 1;
    for (let t = 0; t < this.terms.length; t++) {
      const term = this.terms[t]!;
      const shared = this.#shared[t]!;
      if (shared >= dead) {
        if (half && best[dead]! <= most) found(t, best[dead]!, true);
        continue;
      }
      dead = longest + 1;
      if (shared < done) done = shared;
      const m = Math.min(term.length, longest);
      while (done < m && dead > longest) {
        const d = done + 1;
        const smallest = this.#extend(word, term, d);
        best[d] = Math.min(best[done]!, this.#rows[d]![n]!);
        done = d;
        if (smallest > most) dead = d;
      }
      if (dead > m && this.#rows[m]![n]! <= most) found(t, this.#rows[m]![n]!, false);
      else if (half && best[done]! <= most) found(t, best[done]!, true);
    }
  }

  /** Compares the word with one letter more of the term. Answers with the least distance so far. */
  #extend(word: string, term: string, depth: number): number {
    const row = this.#rows[depth]!;
    const above = this.#rows[depth - 1]!;
    const letter = term.charCodeAt(depth - 1);
    let smallest = depth;
    for (let j = 1; j <= word.length; j++) {
      const typed = word.charCodeAt(j - 1);
      let value = Math.min(above[j]!, row[j - 1]!) + 1;
      const same = above[j - 1]! + (typed === letter ? 0 : 1);
      if (same < value) value = same;
      if (
        depth > 1 &&
        j > 1 &&
        typed === term.charCodeAt(depth - 2) &&
        word.charCodeAt(j - 2) === letter
      ) {
        value = Math.min(value, this.#rows[depth - 2]![j - 2]! + 1);
      }
      row[j] = value;
      if (value < smallest) smallest = value;
    }
    return smallest;
  }
}
