import { parseCode, parseSecret } from '@mpp-digital/contract';

/** What a citizen gave to find a booking. */
export interface Entry {
  /** Shows where it stands. */
  code: string;
  /** Shows the ticket and changes it. */
  secret?: string;
}

/** A code and nothing else, or a secret whose end got lost. */
const whole = /^(?:[0-9a-z][^0-9a-z]*){12}$|^[0-9a-z]{12,}$/i;

/** Four, four and four: a code inside a longer text, as in a ticket that was shared. */
const written = /(?<![0-9a-z])(?=((?:[0-9a-z]{4}[^0-9a-z]{0,3}){2}[0-9a-z]{4})(?![0-9a-z]))/gi;

/**
 * Reads a code in any fashion, a secret, a ticket's link, or a message that holds one of them.
 * Undefined when something is missing or mistyped.
 */
export function readEntry(given: string): Entry | undefined {
  const text = decoded(given).normalize('NFKC').trim();
  const fragment = /#([^#\s]+)/.exec(text)?.[1] ?? '';
  for (const part of [fragment, text]) {
    const secret = parseSecret(part);
    if (secret) return { code: secret.slice(0, 12), secret };
  }
  // A word may happen to be a code; among several, one with a digit is likelier meant.
  const inside = [...text.matchAll(written)].map(([, part]) => part!);
  const candidates = [whole.test(text) ? text : '', fragment, ...inside];
  // Any sign may stand between the letters: dots, slashes, dashes of every length.
  const codes = candidates.flatMap((part) => parseCode(part.replace(/[^0-9a-z]/gi, '')) ?? []);
  const code = codes.find((each) => /\d/.test(each)) ?? codes[0];
  return code === undefined ? undefined : { code };
}

/** Mail programs encode a link once more, some of them twice. */
function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    return plain === text ? text : decoded(plain);
  } catch {
    return text;
  }
}
