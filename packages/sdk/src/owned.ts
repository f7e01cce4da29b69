import { parseCode, parseSecret } from '@mpp-digital/contract';

import { MppError } from './errors.ts';

/** What is mistyped cannot be found: no need to ask. */
export const exactly = (parsed: string | undefined): string => {
  if (parsed === undefined) throw new MppError('not_found');
  return parsed;
};

/** A code as it was typed, or a secret, which begins with it. */
export const codeOf = (typed: string): string => exactly(parseCode(typed));

/** A secret as it was typed. */
export const secretOf = (typed: string): string => exactly(parseSecret(typed));
