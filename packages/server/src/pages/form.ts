import type { Context } from 'hono';

import { largeBodyLimit, readText } from '../json-body.ts';
import { Problem } from '../problem.ts';

/** The fields of a form, as a browser sends them without JavaScript. */
export type Fields = (name: string) => string;

/** Reads a form. What is not there is empty. */
export async function readForm(context: Context): Promise<Fields> {
  if (!isUrlEncoded(context)) {
    throw new Problem('unsupported_media_type', { detail: 'The body must be a form.' });
  }
  const fields = new URLSearchParams(await readText(context.req.raw));
  return (name) => fields.get(name) ?? '';
}

/** Reads a form that may bear files, of at most 8 MiB; a file is its text. */
export async function readLargeForm(context: Context): Promise<URLSearchParams> {
  if (isUrlEncoded(context)) {
    return new URLSearchParams(await readText(context.req.raw, largeBodyLimit));
  }
  // Browsers say how much comes.
  const length = Number(context.req.header('content-length') ?? Number.NaN);
  if (!(length <= largeBodyLimit)) throw new Problem('too_large');
  const fields = new URLSearchParams();
  let form: FormData;
  try {
    form = await context.req.raw.formData();
  } catch {
    throw new Problem('unsupported_media_type', { detail: 'The body must be a form.' });
  }
  for (const [name, value] of form) {
    fields.set(name, typeof value === 'string' ? value : await value.text());
  }
  return fields;
}

function isUrlEncoded(context: Context): boolean {
  const type = context.req.header('content-type') ?? '';
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
}
