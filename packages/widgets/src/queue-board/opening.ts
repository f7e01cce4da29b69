import type { Place } from '@mpp-digital/contract';

import { clock, dayOf, zoneName } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import type { QueueBoardMessages } from '../messages/id/queue-board.ts';
import { wallClock, weekdays } from '../service-finder/week.ts';

/**
 * Why nobody serves at this moment, by the place's opening hours; undefined when it is open. Holidays
 * are not in them: then the board is merely empty.
 */
export function closedText(
  { openingHours }: Place,
  now: string,
  timeZone: string,
  t: QueueBoardMessages,
  locale: Locale,
): string | undefined {
  const weekday = weekdays[(new Date(dayOf(now, timeZone)).getUTCDay() + 6) % 7]!;
  const time = clock(now, timeZone, 'en');
  const said = (wall: string) => `${wallClock(wall, locale)} ${zoneName(timeZone)}`;
  const today = openingHours.filter(({ days }) => days.includes(weekday));
  const running = today.find(({ open, close }) => open <= time && time < close);
  const pause = running?.breaks.find(({ from, to }) => from <= time && time < to);
  if (pause) return t.pausesUntil(said(pause.to));
  if (running || openingHours.length === 0) return undefined;
  const next = today
    .map(({ open }) => open)
    .filter((open) => open > time)
    .sort()[0];
  if (next) return t.opensAt(said(next));
  const last = today
    .map(({ close }) => close)
    .sort()
    .at(-1);
  return last ? t.closedSince(said(last)) : t.closedToday;
}
