import { MppError } from '@mpp-digital/sdk';

import type { CausesMessages } from '../messages/id/causes.ts';

/** Why the server gave no clear answer, in one short sentence; undefined when it gave one. */
export function causeText(error: unknown, { causes }: CausesMessages): string | undefined {
  const code = error instanceof MppError ? error.code : 'internal';
  return causes[code as keyof typeof causes];
}
