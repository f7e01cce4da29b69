/** Crockford's base 32: no letters that look like others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A booking's code: eleven characters of Crockford's base 32 and a check character. */
export const codePattern = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** A ticket's secret: its code, and 26 more characters (130 bits) that cannot be guessed. */
export const secretPattern = /^[0-9A-HJKMNP-TV-Z]{38}$/;

/**
 * Reads a code, or the code in a ticket's secret, as people type it: in small letters, with spaces
 * or dashes, with O for 0 and I or L for 1.
 *
 * @returns The code's twelve characters, or undefined when something is missing or mistyped.
 *
 * @example
 * ```ts
 * parseCode('7k3m 9qxt 2bhr'); // '7K3M9QXT2BHR', or undefined if the last character does not fit
 * ```
 */
export function parseCode(typed: string): string | undefined {
  const code = plain(typed).slice(0, 12);
  return codePattern.test(code) && checkCharacter(code.slice(0, 11)) === code[11]
    ? code
    : undefined;
}

/**
 * Reads a ticket's secret, as {@link parseCode} reads a code.
 *
 * @returns The secret's 38 characters, or undefined.
 */
export function parseSecret(typed: string): string | undefined {
  const secret = plain(typed);
  return secretPattern.test(secret) && parseCode(secret) ? secret : undefined;
}

/**
 * Writes a code as people read it: `7K3M-9QXT-2BHR`.
 */
export function formatCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The twelfth character of a code, by ISO 7064's hybrid system with modulus 33,32. It finds every
 * mistyped character, and every swap of neighbours but a few.
 */
export function checkCharacter(eleven: string): string {
  let product = 32;
  for (const character of eleven) {
    const sum = (product + alphabet.indexOf(character)) % 32 || 32;
    product = (sum * 2) % 33;
  }
  return alphabet[(33 - product) % 32]!;
}

/** Writes bytes in Crockford's base 32, five bits a character, as many as asked for. */
export function encodeBase32(bytes: Uint8Array, length: number): string {
  let text = '';
  for (let bit = 0; text.length < length; bit += 5) {
    const pair = (bytes[bit >> 3]! << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += alphabet[(pair >> (11 - (bit & 7))) & 31];
  }
  return text;
}

const plain = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
