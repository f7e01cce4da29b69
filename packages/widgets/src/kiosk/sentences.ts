import type { MppError } from '@mpp-digital/sdk';

import { errorText } from '../messages/error-text.ts';
import type { KioskMessages } from '../messages/id/kiosk.ts';

/** Whether nobody knows what came of it. */
const isUnknown = ({ code, status = 0 }: MppError) =>
  status === 0 || status >= 500 || code === 'unexpected_answer';

/** Why there is no number. */
export function takeSentence(error: MppError | undefined, t: KioskMessages): string | undefined {
  if (!error || error.code === 'unauthorized') return undefined;
  if (error.code === 'slot_full') return t.noNumbers;
  return isUnknown(error) ? t.notTaken(causeOf(error, t)) : errorText(error, t);
}

/** Why nobody knows of the ticket. */
export function arriveSentence(error: MppError | undefined, t: KioskMessages): string | undefined {
  if (!error || error.code === 'unauthorized' || error.code === 'not_found') return undefined;
  return isUnknown(error) ? t.notChecked(causeOf(error, t)) : errorText(error, t);
}

/** The first sentence, which says what happened: what to do is said by the terminal. */
const causeOf = (error: MppError, t: KioskMessages): string =>
  /^[^.]+\./.exec(errorText(error, t))?.[0] ?? '';
