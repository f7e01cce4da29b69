import { formatCode, type BookingState } from '@mpp-digital/contract';
import { ICalCalendar, ICalEventStatus } from 'ical-generator';

import type { StatusRow } from './database-functions.ts';
import type { Caller } from './handler.ts';
import { statusOf } from './ticket.ts';

const words = {
  id: {
    summary: (number: string, service: string) => `Antrean ${number}: ${service}`,
    counters: 'Loket',
    code: 'Kode',
    bring: 'Bawa',
    early: 'Datanglah 10 menit lebih awal.',
  },
  en: {
    summary: (number: string, service: string) => `Queue ${number}: ${service}`,
    counters: 'Counter',
    code: 'Code',
    bring: 'Bring',
    early: 'Please come 10 minutes early.',
  },
};

/**
 * A booking as an iCalendar file. It says nothing of the person, and not the ticket's secret:
 * calendars travel.
 *
 * @param uid - The same through every change of the booking, so that calendars change their entry.
 */
export function calendarFile(row: StatusRow, code: string, uid: string, caller: Caller): string {
  const { catalogue, language } = caller;
  const status = statusOf(row, code, catalogue);
  const text = words[language];
  const bring = catalogue.services.get(row.serviceId)?.requirements ?? [];
  const { counters } = status.place;

  const calendar = new ICalCalendar({
    prodId: { company: 'MPP Digital', product: 'server', language: language.toUpperCase() },
  });
  calendar.createEvent({
    id: `${uid}@mpp-digital`,
    sequence: changes(row),
    stamp: new Date(status.serverTime),
    start: new Date(row.startsAt),
    end: new Date(row.endsAt),
    status: eventStatus(row.state),
    summary: text.summary(status.number, status.service.name[language]),
    location: [status.place.name[language], status.place.address].filter(Boolean).join(', '),
    description: [
      ...(counters.length > 0 ? [`${text.counters} ${counters.join(', ')}`] : []),
      `${text.code} ${formatCode(code)}`,
      text.early,
      ...(bring.length > 0 ? ['', `${text.bring}:`] : []),
      ...bring.map((paper) => `- ${paper.text[language]}`),
    ].join('\n'),
  });
  return `${calendar.toString()}\r\n`;
}

function eventStatus(state: BookingState): ICalEventStatus {
  if (state === 'held') return ICalEventStatus.TENTATIVE;
  const isOver = ['cancelled', 'expired', 'no-show'].includes(state);
  return isOver ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED;
}

/** How often what a calendar shows has changed: moved to another time, or given back. */
function changes({ timeline }: StatusRow): number {
  return timeline.filter(({ state }) => ['rescheduled', 'cancelled'].includes(state)).length;
}
