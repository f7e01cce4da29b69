import * as z from '#schema';

export const Text = z.object({
  /** Indonesian. */
  id: z.string(),
  /** English. */
  en: z.string(),
  /** Javanese, where there is one. */
  jv: z.optional(z.string()),
});
/** What people read, by language. */
export interface Text extends z.infer<typeof Text> {}

/** Name of a thing in addresses: `ktp-el-baru`. */
export const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));

/** Kemendagri code of a regency or city: `35.79`. */
export const regencyCode = z.string().check(z.regex(/^\d{2}\.\d{2}$/));

/** Kemendagri code of a village: `35.79.02.2003`. */
export const villageCode = z.string().check(z.regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/));

/** A moment, RFC 3339 with offset: `2026-12-01T09:20:00+07:00`. */
export const moment = z.iso.datetime({ offset: true });

/** A calendar day in the regency's time zone: `2026-12-01`. */
export const day = z.iso.date();

/** A time on the regency's wall clock: `08:30`. */
export const wallTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** An address that is safe to follow. Not `z.url()`, which takes `javascript:`. */
export const link = z.string().check(z.regex(/^https:\/\/[^\s@]+$/));

/** Whole rupiah. */
export const rupiah = z.int().check(z.nonnegative());
