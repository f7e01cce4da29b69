import type { Weekday } from '@mpp-digital/contract';

import { format } from '../format/moments.ts';
import type { Locale } from '../language.ts';

/** A time on the wall, `08:30`, as people write it: `08.30` or `08:30`. */
export function wallClock(time: string, locale: Locale): string {
  return locale === 'id' ? time.replace(':', '.') : time;
}

/** The days of the week, Monday first. */
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The name of a weekday: `Selasa`. */
export function weekdayName(weekday: Weekday, locale: Locale): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
  return format(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
}
