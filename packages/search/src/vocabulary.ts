/**
 * Calls back with each term that is the word with at most `most` errors: a letter too many, too few,
 * another one, or two swapped. With `half` also with terms that only begin so, and go on.
 */
export type Look = (
  word: string,
  most: number,
  half: boolean,
  found: (term: string, errors: number, goesOn: boolean) => void,
) => void;

/** Longer terms are compared by their beginning, longer words not at all. */
const longest = 30;

/**
 * Puts words in order, to look among them for mistyped and unfinished ones.
 *
 * The order lets neighbours share their beginnings: what was computed for the letters that a term
 * shares with the one before is kept, and where a beginning cannot lead to a match, all terms with
 * it are passed over.
 */
export function createVocabulary(words: Iterable<string>): Look {
  const terms = [...words].sort();
  const shared = Uint8Array.from(terms, (term, i) => {
    let n = 0;
    while (n < longest && n < term.length && term[n] === terms[i - 1]?.[n]) n++;
    return n;
  });
  // rows[d][j]: the distance between the first d letters of the term and the first j of the word.
  const rows = Array.from({ length: longest + 1 }, (_, d) =>
    Uint8Array.from({ length: longest + 1 }, (_, j) => d + j),
  );
  /** The least distance between the word and any of the term's first d letters. */
  const least: number[] = [];

  return (word, most, half, found) => {
    const n = word.length;
    if (n > longest) return;
    if (most === 0) {
      let low = 0;
      for (let high = terms.length; low < high;) {
        const middle = (low + high) >> 1;
        if (terms[middle]! < word) low = middle + 1;
        else high = middle;
      }
      for (; terms[low]?.startsWith(word); low++) found(terms[low]!, 0, terms[low] !== word);
      return;
    }
    least[0] = n;
    let done = 0;
    let dead = false;
    for (let t = 0; t < terms.length; t++) {
      const term = terms[t]!;
      const same = shared[t]!;
      if (!dead || same < done) {
        dead = false;
        done = Math.min(done, same);
        while (!dead && done < Math.min(term.length, longest)) {
          dead = fill(word, term, ++done) > most;
          least[done] = Math.min(least[done - 1]!, rows[done]![n]!);
        }
      }
      const errors = rows[done]![n]!;
      if (!dead && errors <= most) found(term, errors, false);
      else if (half && least[done]! <= most) found(term, least[done]!, true);
    }
  };

  /** Computes one row, for the term's letter number d. Answers with the least distance in it. */
  function fill(word: string, term: string, d: number): number {
    const row = rows[d]!;
    const before = rows[d - 1]!;
    let smallest = d;
    for (let j = 1; j <= word.length; j++) {
      let errors = Math.min(
        before[j]! + 1,
        row[j - 1]! + 1,
        before[j - 1]! + +(word[j - 1] !== term[d - 1]),
      );
      if (d > 1 && j > 1 && word[j - 1] === term[d - 2] && word[j - 2] === term[d - 1]) {
        errors = Math.min(errors, rows[d - 2]![j - 2]! + 1);
      }
      row[j] = errors;
      smallest = Math.min(smallest, errors);
    }
    return smallest;
  }
}
