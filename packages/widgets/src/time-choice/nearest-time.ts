import type { Slot } from '@mpp-digital/contract';

/** The time nearest to one that can no longer be had. */
export function nearestTime(startsAt: string, slots: readonly Slot[]): Slot | undefined {
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startsAt) - Date.parse(startsAt));
  return slots.reduce<Slot | undefined>(
    (best, slot) => (best && distance(best) <= distance(slot) ? best : slot),
    undefined,
  );
}
