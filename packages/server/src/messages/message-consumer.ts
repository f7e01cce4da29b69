import sql from 'sql-template-tag';

import type { Operator } from '../database.ts';
import type { Jobs, NewJob } from '../jobs/jobs.ts';
import type { OutboxConsumer, OutboxEvent } from '../outbox/consumer.ts';
import type { CarrierName } from './carrier.ts';
import type { MessageKind } from './kinds.ts';
import { messageJob } from './message-job.ts';
import { dayBefore, quietUntil } from './wall-clock.ts';
import type { MessageSettings, SettingsOf } from './settings.ts';
import { isUrgent } from './urgent.ts';

interface Sending {
  carriers: readonly CarrierName[];
  jobs: Pick<Jobs, 'enqueue'>;
  settingsOf: SettingsOf;
  now: () => Date;
}

/** What the jobs of an event need to know of the booking. */
interface BookingFacts {
  id: string;
  startsAt: Date;
  moved: boolean;
}

/** One who has just booked needs no reminder. */
const freshMs = 12 * 3_600_000;

/** Writes down which messages are to be sent, and when. */
export function messageConsumer({ carriers, jobs, settingsOf, now }: Sending): OutboxConsumer {
  return {
    name: 'messages',

    async take(events, operator) {
      const [{ regency } = { regency: '' }] = events;
      const settings = settingsOf(regency);
      const bookings = await factsOf(regency, events, operator);
      const timeZone = await zoneOf(regency, operator);
      const made: NewJob[] = [];
      const add = (
        kind: MessageKind,
        event: Pick<OutboxEvent, 'subjectId' | 'seq'>,
        startsAt?: Date,
        at = now(),
      ) => {
        if (settings.off.has(kind)) return;
        const quiet = quietUntil(at, timeZone, settings.quiet);
        const moment = quiet && !isUrgent(kind, startsAt, quiet) ? quiet : at;
        for (const carrier of carriers) {
          const job = { regency, kind, subject: event.subjectId, seq: event.seq, carrier };
          made.push(messageJob(job, moment));
        }
      };

      for (const event of events) {
        if (event.kind === 'application') {
          if (event.state === 'needs-correction') add('needs-correction', event);
          // Told once, also when what was issued is then laid ready to be fetched.
          if (event.state === 'issued' || event.state === 'ready-for-pickup') {
            add('ready', { ...event, seq: 0 });
          }
          continue;
        }
        const booking = bookings.get(event.subjectId);
        if (!booking) continue;
        const { startsAt, moved } = booking;
        if (event.state === 'booked') {
          add(moved ? 'moved' : 'confirmation', event, startsAt);
          const remindAt = dayBefore(startsAt, timeZone, settings.remindAt);
          if (remindAt.getTime() - now().getTime() > freshMs) {
            add('reminder', event, startsAt, remindAt);
          }
        }
        if (event.state === 'cancelled') add('cancelled', event, startsAt);
        if (event.state === 'called') {
          for (const near of await nearOf(event, settings, operator)) add('called-soon', near);
        }
      }
      await jobs.enqueue(operator, 'messages', distinct(made));
    },
  };
}

async function factsOf(
  regency: string,
  events: readonly OutboxEvent[],
  operator: Operator,
): Promise<Map<string, BookingFacts>> {
  const ids = events.filter(({ kind }) => kind === 'booking').map(({ subjectId }) => subjectId);
  const rows = await operator.rows<BookingFacts>(sql`
    select id, starts_at as "startsAt", replaces is not null as moved
    from mpp.booking where regency = ${regency} and id = any(${ids})`);
  return new Map(rows.map((row) => [row.id, row]));
}

async function zoneOf(regency: string, operator: Operator): Promise<string> {
  const [row] = await operator.rows<{ timeZone: string }>(
    sql`select time_zone as "timeZone" from mpp.regency where code = ${regency}`,
  );
  return row?.timeZone ?? 'UTC';
}

async function nearOf(
  { regency, subjectId }: OutboxEvent,
  { soon, off }: MessageSettings,
  operator: Operator,
) {
  if (off.has('called-soon')) return [];
  const near = await operator.call('near_in_line', [regency, subjectId, soon]);
  // No line of history: whatever happened to them since they came, they are told once.
  return near.map((id) => ({ subjectId: id, seq: 0 }));
}

/** Several calls in one batch find the same person near. */
function distinct(jobs: readonly NewJob[]): NewJob[] {
  return [...new Map(jobs.map((job) => [job.id, job])).values()];
}
