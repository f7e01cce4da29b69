import type { Weekday } from '@mpp-digital/contract';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The day of the week of a calendar day. */
export function weekdayOf(day: string): Weekday {
  return weekdays[new Date(day).getUTCDay()]!;
}
