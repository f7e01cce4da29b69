import { phonePattern } from './phone.ts';

/**
 * What an answer of a format looks like: JSON Schema's `date` and `email`, and the numbers that
 * Indonesian offices ask for. All as stored, without spaces, dots and dashes.
 */
export const formats = {
  /** A calendar day: `1990-08-17`. */
  date: /^\d{4}-\d{2}-\d{2}$/,
  email: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/,
  /** In international form: `+6281234567890`. */
  phone: phonePattern,
  /** Kemendagri code of a village: `35.79.02.2003`. */
  village: /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/,
  /** Five digits. */
  'postal-code': /^[1-9]\d{4}$/,
  /**
   * The number of a person (_Nomor Induk Kependudukan_): where and when first registered, and a
   * serial number. Women's days count from 41. It stays when a district is renumbered or a birthday
   * corrected, so nothing more may be made of it: Perpres 62/2019.
   */
  nik: /^[1-9]\d{5}(0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(0[1-9]|1[0-2])\d{2}(?!0000)\d{4}$/,
  /** The number of a family card (_Kartu Keluarga_): 16 digits. */
  kk: /^[1-9]\d{15}$/,
  /** A tax number: 16 digits, or the 15 of older ones. PMK 112/2022. */
  npwp: /^\d{15,16}$/,
  /** A business number (_Nomor Induk Berusaha_): 13 digits. */
  nib: /^\d{13}$/,
  /** The number of a taxed plot (_Nomor Objek Pajak_): 18 digits. */
  nop: /^\d{18}$/,
} as const satisfies Record<string, RegExp>;

/** The name of a format. */
export type Format = keyof typeof formats;

/**
 * Tells whether an answer is of a format.
 *
 * @example
 * ```ts
 * isOfFormat('nik', '3579025708900001'); // true: a woman, born on 17 August 1990
 * isOfFormat('date', '2026-02-30'); // false: there is no such day
 * ```
 */
export function isOfFormat(format: Format, answer: string): boolean {
  return formats[format].test(answer) && (format !== 'date' || isDay(answer));
}

/** `Date` takes 30 February for 2 March. */
function isDay(answer: string): boolean {
  const time = Date.parse(`${answer}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(answer);
}
