/** What may hang at the end of a word: possessives, then what derives. */
const endings = ['nya ku mu ne e s', 'kan ake an i en in ing ed'].map((list) => list.split(' '));

/**
 * What may stand before a root, and after the colon the letter that a nasal may have swallowed:
 * _memotong_ is made of _potong_, _menyewa_ of _sewa_, Javanese _nyilih_ of _silih_.
 */
const beginnings =
  'di ke se ber be per pe ter te memper diper member me mem men meng meny menge pem pen peng peny penge pel n ng ny nge m tak mem:p pem:p m:p men:t pen:t n:t meng:k peng:k ng:k meny:s peny:s ny:s ny:c'
    .split(' ')
    .map((beginning) => beginning.split(':') as [before: string, swallowed?: string]);

/**
 * The forms that a word may be derived from, by Indonesian, colloquial, Javanese and a little
 * English, likeliest first. Many are no words; whoever asks knows which are.
 */
export function rootsOf(word: string): string[] {
  let stems = [word];
  for (const list of endings) {
    stems = stems.flatMap((stem) => [
      stem,
      ...list
        .filter((ending) => stem.endsWith(ending))
        .map((ending) => stem.slice(0, -ending.length)),
    ]);
  }
  // Javanese o is often written for a: tuwo, tuwa.
  if (word.endsWith('o')) stems.push(`${word.slice(0, -1)}a`);
  const fitting = beginnings.filter(([before]) => word.startsWith(before));
  return [
    ...stems.slice(1).filter((stem) => stem.length > 2),
    ...stems.flatMap((stem) =>
      fitting
        .map(([before, swallowed = '']) => swallowed + stem.slice(before.length))
        .filter((root) => root.length > 3),
    ),
  ];
}
