import { MppError } from '@mpp-digital/sdk';

import type { ElementMessages } from './id/element.ts';

/** A sentence for what went wrong: what happened, what is safe, what to do. */
export function errorText(
  error: unknown,
  { errors, refusals }: Pick<ElementMessages, 'errors' | 'refusals'>,
): string {
  const sentences: Partial<Record<string, string>> = { ...errors, ...refusals };
  const code = error instanceof MppError ? error.code : 'internal';
  return sentences[code] ?? errors.internal;
}
