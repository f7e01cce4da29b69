import type { Duration, Fee, Weekday } from '@mpp-digital/contract';

import type { Language } from '../handler.ts';
import type { Words } from './words.ts';

const tags: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one: each is made once. */
function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language + JSON.stringify(options);
  const made = formats.get(name) ?? new Intl.DateTimeFormat(tags[language], options);
  formats.set(name, made);
  return made;
}

/** A calendar day in full: `Selasa, 1 Desember 2026`. */
export function longDay(day: string, language: Language): string {
  return format(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));
}

/** The calendar day of a moment in a zone, in full. */
export function dayOfMoment(moment: string, timeZone: string, language: Language): string {
  const day = format('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  return longDay(day.format(new Date(moment)).split('/').reverse().join('-'), language);
}

/** The clock on the place's wall: `09.20`. */
export function clock(moment: string, timeZone: string, language: Language): string {
  return format(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(moment));
}

/** The hour on the place's wall, 0 to 23. */
export function hour(moment: string, timeZone: string): number {
  return Number(clock(moment, timeZone, 'en').slice(0, 2));
}

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** What people call a time zone: `WIB`. */
export function zoneName(timeZone: string): string {
  return zoneNames[timeZone] ?? timeZone;
}

/** `08:30` as people write it. */
export function wallClock(time: string, language: Language): string {
  return language === 'id' ? time.replace(':', '.') : time;
}

/** The days of a week, in its order. */
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `Selasa` */
export function weekdayName(weekday: Weekday, language: Language): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
  return format(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** `Rp75.000` */
export function rupiah(amount: number): string {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
}

/** What a service costs, in a few words. */
export function feeInShort({ type, amount, maxAmount, percent }: Fee, words: Words): string {
  switch (type) {
    case 'free':
      return words.free;
    case 'fixed':
      return rupiah(amount ?? 0);
    case 'range':
      return words.upTo(amount ? rupiah(amount) : words.free, rupiah(maxAmount ?? 0));
    case 'percentage':
      return `${String(percent ?? 0)}%`;
    case 'variable':
      return words.asBilled;
  }
}

/** How long a service takes, in a few words. */
export function durationInShort({ value, unit }: Duration, words: Words): string {
  return words.duration[unit](value);
}
