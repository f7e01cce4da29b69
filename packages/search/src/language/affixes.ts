/** What may hang at a word's end, longest first: possessives and particles, then derivation. */
const endings = [
  ['nya', 'ku', 'mu', 'lah', 'kah', 'ne', 'e', 's', ''],
  ['kan', 'ake', 'an', 'ing', 'en', 'in', 'ed', 'i', ''],
] as const;

/**
 * What may stand before a root, and the letters that a nasal may have swallowed: _menyewa_ is made
 * of _sewa_, _memotong_ of _potong_, Javanese _nyilih_ of _silih_.
 */
const beginnings: readonly (readonly [prefix: RegExp, swallowed: string])[] = [
  [/^(?:di)?(?:mem|pem|m)(?=[aiueo])/, 'p'],
  [/^(?:di)?(?:men|pen|n)(?=[aiueo])/, 't'],
  [/^(?:meng|peng|ng)(?=[aiueo])/, 'k'],
  [/^(?:meny|peny|ny)(?=[aiueo])/, 's'],
  [/^(?:ny)(?=[aiueo])/, 'c'],
  [
    /^(?:memper|diper|member|keber|menge|penge|meng|meny|peng|peny|mem|men|pem|pen|ber|bel|per|pel|ter|nge|ng|ny|me|pe|be|di|ke|te|se|tak|dak|m|n)/,
    '',
  ],
  [/^(?:memper|diper|di|ke|se)?(?:me|pe|be|te|di|ke|n|m)?/, ''],
];

/** The forms that a word may be derived from, likeliest first. The word itself is not among them. */
export function rootsOf(word: string): string[] {
  const roots = new Set<string>();
  const possessives = endings[0];
  const derivations = endings[1];
  for (const possessive of possessives) {
    if (!word.endsWith(possessive)) continue;
    const owned = word.slice(0, word.length - possessive.length);
    if (possessive && owned.length > 1) roots.add(owned);
    for (const derivation of derivations) {
      if (!owned.endsWith(derivation)) continue;
      const stem = owned.slice(0, owned.length - derivation.length);
      if (stem.length < 4) continue;
      roots.add(stem);
      for (const [prefix, swallowed] of beginnings) {
        const root = stem.replace(prefix, swallowed);
        if (root.length > 3 || (root.length > 2 && stem.length - root.length > 1)) roots.add(root);
      }
    }
  }
  roots.delete(word);
  return [...roots];
}
