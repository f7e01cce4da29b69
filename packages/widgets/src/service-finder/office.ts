import type { OpeningHours, Place } from '@mpp-digital/contract';
import { html } from 'lit';

import { inLocale } from '../format/text.ts';
import type { FoundContext } from './render-context.ts';
import { wallClock, weekdayName, weekdays } from './week.ts';

/** Where the office is and when it is open. */
export function office(place: Place, { t, locale }: FoundContext) {
  return html`
    <div class="office" part="office">
      <p><strong>${inLocale(place.name, locale)}</strong></p>
      <p>${place.address}</p>
      <ul>
        ${place.openingHours.map((hours) => html`<li>${openingHours(hours, t, locale)}</li>`)}
      </ul>
    </div>
  `;
}

/** `Senin–Kamis 08.00–15.00, istirahat 12.00–13.00`. */
function openingHours(
  { days, open, close, breaks }: OpeningHours,
  t: FoundContext['t'],
  locale: FoundContext['locale'],
): string {
  const time = (wall: string) => wallClock(wall, locale);
  const pauses = breaks.map(({ from, to }) => t.pause(time(from), time(to)));
  return [`${dayRanges(days, locale)} ${time(open)}–${time(close)}`, ...pauses].join(', ');
}

/** Days in a row as a range: `Senin–Kamis, Sabtu`. */
function dayRanges(days: OpeningHours['days'], locale: FoundContext['locale']): string {
  const runs: string[][] = [];
  weekdays.forEach((day, position) => {
    if (!days.includes(day)) return;
    const goesOn = position > 0 && days.includes(weekdays[position - 1]!);
    const name = weekdayName(day, locale);
    if (goesOn) runs.at(-1)!.push(name);
    else runs.push([name]);
  });
  return runs.map((run) => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : run[0])).join(', ');
}
