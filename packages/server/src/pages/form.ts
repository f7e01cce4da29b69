import type { Context } from 'hono';

import { readText } from '../json-body.ts';
import { Problem } from '../problem.ts';

/** The fields of a form, as a browser sends them without JavaScript. */
export type Fields = (name: string) => string;

/** Reads a form. What is not there is empty. */
export async function readForm(context: Context): Promise<Fields> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new Problem('unsupported_media_type', { detail: 'The body must be a form.' });
  }
  const fields = new URLSearchParams(await readText(context.req.raw));
  return (name) => fields.get(name) ?? '';
}
