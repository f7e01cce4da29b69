import type { DayHours, OpeningHours, Weekday } from '@mpp-digital/contract';

import type { Language } from '../handler.ts';
import { wallClock } from './format.ts';

const span = /^([01]?\d|2[0-3])[.:]([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3])[.:]([0-5]\d)$/;

/** Hours as one writes them: `08.00–12.00, 13.00–15.00`. */
export function hoursText(hours: readonly DayHours[], language: Language): string {
  return hours
    .map(({ open, close }) => `${wallClock(open, language)}–${wallClock(close, language)}`)
    .join(', ');
}

/** Reads hours, however the times are written; nothing is closed. Undefined for what is no hours. */
export function readHours(text: string): DayHours[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const hours: DayHours[] = [];
  for (const part of parts.filter(Boolean)) {
    const found = span.exec(part);
    if (!found) return undefined;
    const [, fromHour = '', from = '', toHour = '', to = ''] = found;
    hours.push({
      open: `${fromHour.padStart(2, '0')}:${from}`,
      close: `${toHour.padStart(2, '0')}:${to}`,
    });
  }
  return hours;
}

/** When it is open on a day of the week, the pauses left out. */
export function hoursOn(weekday: Weekday, week: readonly OpeningHours[]): DayHours[] {
  return week
    .filter(({ days }) => days.includes(weekday))
    .flatMap(({ open, close, breaks }) => {
      const edges = [open, ...breaks.flatMap(({ from, to }) => [from, to]), close];
      return edges.flatMap((edge, i) => (i % 2 ? [{ open: edges[i - 1]!, close: edge }] : []));
    })
    .sort((a, b) => a.open.localeCompare(b.open));
}

/** A week of such days: what lies between the hours of a day is a pause. */
export function weekOf(days: ReadonlyMap<Weekday, readonly DayHours[]>): OpeningHours[] {
  const week = new Map<string, OpeningHours>();
  for (const [weekday, hours] of days) {
    const [first] = hours;
    if (!first) continue;
    const name = JSON.stringify(hours);
    const alike = week.get(name);
    if (alike) alike.days.push(weekday);
    else {
      week.set(name, {
        days: [weekday],
        open: first.open,
        close: hours.at(-1)!.close,
        breaks: hours.slice(1).map(({ open }, i) => ({ from: hours[i]!.close, to: open })),
      });
    }
  }
  return [...week.values()];
}
