import type { MppError } from '@mpp-digital/sdk';

import type { CounterDeskMessages } from '../messages/id/counter-desk.ts';

/** Why something was not done, and what that means at a counter. */
export function deskSentence({ code }: MppError, t: CounterDeskMessages): string {
  const own: Record<string, string | undefined> = {
    queue_empty: t.empty,
    counter_busy: t.busyCounter,
    wrong_state: t.changedElsewhere,
    not_today: t.notToday,
    not_found: t.notFound,
    slot_full: t.full,
    already_booked: t.alreadyBooked,
    forbidden: t.forbidden,
    unauthorized: t.signInAgain,
  };
  const causes: Record<string, string | undefined> = t.causes;
  const errors: Record<string, string | undefined> = t.errors;
  const cause = causes[code];
  return own[code] ?? (cause ? t.lost(cause) : (errors[code] ?? t.errors.internal));
}
