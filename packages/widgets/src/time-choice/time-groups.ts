import type { Slot } from '@mpp-digital/contract';

import { clock } from '../format/moments.ts';

/** A part of the day by name, or an hour by number. */
export type GroupName = 'morning' | 'noon' | 'afternoon' | number;

/** Times that stand together. */
export interface TimeGroup {
  name: GroupName;
  slots: Slot[];
}

/** More times than these are easier to look through by the hour. */
const many = 12;

/** Puts the times of a day into parts of the day or, when there are many, into hours. */
export function groupTimes(slots: readonly Slot[], timeZone: string): TimeGroup[] {
  const groups = new Map<GroupName, Slot[]>();
  for (const slot of slots) {
    const hour = parseInt(clock(slot.startsAt, timeZone, 'id'), 10);
    const name = slots.length > many ? hour : partOfDay(hour);
    const group = groups.get(name);
    if (group) group.push(slot);
    else groups.set(name, [slot]);
  }
  return [...groups].map(([name, times]) => ({ name, slots: times }));
}

const partOfDay = (hour: number) => (hour < 11 ? 'morning' : hour < 15 ? 'noon' : 'afternoon');
