import { MppError } from '@mpp-digital/sdk';

import type { CommonMessages } from './id/common.ts';

/** A sentence for what went wrong: what happened, what is safe, what to do. */
export function errorText(error: unknown, t: Pick<CommonMessages, 'errors'>): string {
  const code = error instanceof MppError ? error.code : 'internal';
  return t.errors[code as keyof typeof t.errors] ?? t.errors.internal;
}
