import type { DatedStop } from '@mpp-digital/contract';
import { ICalCalendar, ICalEventStatus } from 'ical-generator';

import type { Catalogue } from './catalogue.ts';
import type { Language } from './handler.ts';

const words = {
  id: {
    title: (place: string) => `Layanan keliling ${place}`,
    cancelled: (name: string) => `Batal: ${name}`,
    movedFrom: (place: string) => `Pindah dari ${place}.`,
    canDo: 'Bisa',
    cannotDo: 'Tidak bisa',
  },
  en: {
    title: (place: string) => `Mobile services, ${place}`,
    cancelled: (name: string) => `Cancelled: ${name}`,
    movedFrom: (place: string) => `Moved from ${place}.`,
    canDo: 'Can do',
    cannotDo: 'Cannot do',
  },
};

/** What was asked for. */
interface Asked {
  village?: string | undefined;
  unit?: string | undefined;
  lang?: Language | undefined;
}

/**
 * Stops as an iCalendar file that calendars subscribe to. An entry keeps its name through every move.
 *
 * @param today - When it is made: the same all day, so that what has not changed is not sent again.
 */
export function stopCalendar(
  stops: readonly DatedStop[],
  today: string,
  { regency, mobileUnits }: Catalogue,
  { village, unit, lang: language = 'id' }: Asked,
): string {
  const text = words[language];
  const title = [
    mobileUnits.find(({ id }) => id === unit)?.name[language],
    stops.map((stop) => stop.village).find(({ code }) => code === village)?.name,
  ].filter((part) => part !== undefined);
  const calendar = new ICalCalendar({
    prodId: { company: 'MPP Digital', product: 'server', language: language.toUpperCase() },
    name: title.length > 0 ? title.join(', ') : text.title(regency.name),
    ttl: 6 * 60 * 60, // seconds: how often to look again
  });
  for (const stop of stops) {
    const name = stop.unit.name[language];
    calendar.createEvent({
      id: `${stop.id}@${regency.code}.mpp-digital`,
      sequence: stop.state === 'planned' ? 0 : 1,
      stamp: new Date(today),
      start: momentOf(stop.date, stop.opens, regency.timeZone),
      end: momentOf(stop.date, stop.closes, regency.timeZone),
      status: stop.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: stop.state === 'cancelled' ? text.cancelled(name) : name,
      location: `${stop.place}, ${stop.village.name}`,
      description: describe(stop, language),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function describe(stop: DatedStop, language: Language): string {
  const text = words[language];
  const note = (label: string, said: DatedStop['canDo']) =>
    said ? [`${label}: ${said[language]}`] : [];
  return [
    ...(stop.reason ? [stop.reason[language]] : []),
    ...(stop.movedFrom ? [text.movedFrom(stop.movedFrom.place)] : []),
    ...stop.services.map(({ name }) => `- ${name[language]}`),
    ...note(text.canDo, stop.canDo),
    ...note(text.cannotDo, stop.cannotDo),
  ].join('\n');
}

/** When a wall clock shows a time on a day. Indonesia's clocks are never turned. */
function momentOf(day: string, time: string, timeZone: string): Date {
  const asIfUtc = new Date(`${day}T${time}Z`);
  const said = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(asIfUtc)
    .find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(said) ?? [];
  const offset = hours === undefined ? 0 : Number(`${sign}1`) * (+hours * 60 + +minutes!);
  return new Date(asIfUtc.getTime() - offset * 60_000);
}
