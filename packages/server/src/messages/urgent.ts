import type { MessageKind } from './kinds.ts';

/** So long before a visit somebody may already be on the way. */
const wayMs = 3 * 3_600_000;

/**
 * Whether a message cannot wait until the quiet hours are over: a turn that comes now, or a visit that
 * is not to be and would begin soon after.
 */
export function isUrgent(kind: MessageKind, startsAt: Date | undefined, quietUntil: Date): boolean {
  if (kind === 'called-soon') return true;
  if (kind !== 'cancelled' && kind !== 'moved') return false;
  return startsAt !== undefined && startsAt.getTime() - quietUntil.getTime() < wayMs;
}
