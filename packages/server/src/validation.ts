import type { FieldError } from '@mpp-digital/contract';
import * as z from 'zod/mini';

/** One row of a file, or one field of a request, that does not fit. */
export type Refusal = FieldError;

const { localeError } = z.locales.en();

/**
 * Checks a value.
 *
 * @param pointer - JSON pointer of the value itself, before those of its members.
 * @returns What the schema makes of it, or everything that is wrong with it; never what it was.
 */
export function check<T extends z.core.$ZodType>(
  schema: T,
  value: unknown,
  pointer = '',
): { data: z.output<T>; refusals?: undefined } | { data?: undefined; refusals: Refusal[] } {
  const { data, error } = z.safeParse(schema, value, { error: localeError });
  if (!error) return { data };
  return {
    refusals: error.issues.map((issue) => ({
      pointer: pointer + pointerTo(issue.path),
      detail: issue.message,
    })),
  };
}

/** A JSON pointer (RFC 6901). */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
