import type { Locale } from '../language.ts';

const tags: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one: each is made once. */
export function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options);
  let made = formats.get(name);
  if (!made) formats.set(name, (made = new Intl.DateTimeFormat(tags[locale], options)));
  return made;
}

/** A calendar day in full: `Selasa, 1 Desember 2026`. */
export function longDay(date: string, locale: Locale): string {
  return format(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date));
}

/** A calendar day in short: `Sel 1 Des`. */
export function shortDay(date: string, locale: Locale): string {
  return format(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(new Date(date))
    .replace(',', '');
}

/** A calendar day for a list, where width is dear: `Selasa 1 Des`. */
export function listDay(date: string, locale: Locale): string {
  return format(locale, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(new Date(date))
    .replace(',', '');
}

/** A calendar day without its year: `Selasa, 1 Desember`. */
export function dayAndMonth(date: string, locale: Locale): string {
  return format(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}

/** The calendar day of a moment in a zone: `2026-12-01`. */
export function dayOf(moment: string, timeZone: string): string {
  const parts = format('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).formatToParts(new Date(moment));
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The clock on the wall of the place, wherever the citizen is: `09.20` or `09:20`. */
export function clock(moment: string, timeZone: string, locale: Locale): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    new Date(moment),
  );
}

/** The clock with the zone's name: `09.20 WIB`. */
export function clockWithZone(moment: string, timeZone: string, locale: Locale): string {
  return `${clock(moment, timeZone, locale)} ${zoneName(timeZone)}`;
}

/** A day with its clock: `Selasa, 1 Desember, 09.20 WIB`. */
export function dayAndClock(moment: string, timeZone: string, locale: Locale): string {
  const day = dayAndMonth(dayOf(moment, timeZone), locale);
  return `${day}, ${clockWithZone(moment, timeZone, locale)}`;
}

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** What people call a time zone: `WIB`, `WITA`, `WIT`. */
export function zoneName(timeZone: string): string {
  return zoneNames[timeZone] ?? timeZone;
}
