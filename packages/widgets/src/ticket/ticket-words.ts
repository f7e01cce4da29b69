import type { BookingStatus, Ticket } from '@mpp-digital/contract';

import { clockWithZone, dayOf, longDay } from '../format/moments.ts';
import { numberRanges } from '../format/number-ranges.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { ElementMessages } from '../messages/id/element.ts';

/** What a ticket and the public status have in common. */
export type BookingFacts = Ticket | BookingStatus;

/** `Selasa, 1 Desember 2026, 09.20 WIB`. */
export function whenText(
  { startsAt, timeZone }: Pick<BookingFacts, 'startsAt' | 'timeZone'>,
  locale: Locale,
): string {
  const day = longDay(dayOf(startsAt, timeZone), locale);
  return `${day}, ${clockWithZone(startsAt, timeZone, locale)}`;
}

/** `MPP Among Warga Kota Batu, loket 1–4`. */
export function whereText({ place }: BookingFacts, t: ElementMessages, locale: Locale): string {
  const name = inLocale(place.name, locale);
  // A number does not begin a line: “loket 1–4” stays together.
  const counters = t.counters(numberRanges(place.counters)).replaceAll(' ', '\u00a0');
  return place.counters.length ? `${name}, ${counters}` : name;
}
