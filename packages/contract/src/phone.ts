/** An Indonesian number in international form (E.164): `+6281234567890`. */
export const phonePattern = /^\+62[1-9]\d{7,11}$/;

/**
 * Brings a phone number, however it was typed, into international form.
 *
 * Takes `0812…`, `812…`, `62812…`, `+62812…` and `+62 0812…`, with spaces, dots, dashes, slashes and
 * brackets. What cannot be seen, as comes along when a number is pasted from a chat, is left out.
 *
 * @returns The number as `+62…`, or undefined when it cannot be an Indonesian one.
 *
 * @example
 * ```ts
 * normalisePhone('0812-3456-7890'); // '+6281234567890'
 * normalisePhone('911'); // undefined
 * ```
 */
export function normalisePhone(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s\p{C}\p{Pd}().\/\u2212]/gu, '');
  const phone = `+62${plain.replace(/^(\+62|0062|62)?0?/, '')}`;
  return phonePattern.test(phone) ? phone : undefined;
}
