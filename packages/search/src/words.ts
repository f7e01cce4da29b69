/** Longer text is cut: nobody types more than this to find a service. */
const longest = 300;

/**
 * Takes a text apart into plain words: small letters `a` to `z` and digits, without accents.
 * _driver's_ becomes `driver`, _e-KTP_ becomes `e`, `ktp`.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, longest)
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}|['’`](s\b)?/gu, '')
      .match(/[a-z]+\d*|\d+/g) ?? []
  );
}
