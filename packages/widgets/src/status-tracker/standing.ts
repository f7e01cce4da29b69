import { bookingMoves, type BookingStatus } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import type { NoticeKind } from '../form/notice.ts';
import { clock, clockWithZone, dayOf } from '../format/moments.ts';
import { numberRanges } from '../format/number-ranges.ts';
import type { Locale } from '../language.ts';
import type { FoundMessages } from './found-messages.ts';

/** Nothing more will happen to it. */
export const hasEnded = ({ state }: Pick<BookingStatus, 'state'>): boolean =>
  bookingMoves[state].length === 0;

/** Its time went by without anybody coming. */
export const isLate = ({ state, endsAt }: BookingStatus, now: string): boolean =>
  state === 'booked' && Date.parse(now) > Date.parse(endsAt);

/** In a sentence, where it stands. */
export const standingTitle = (status: BookingStatus, now: string, t: FoundMessages): string =>
  (isLate(status, now) ? t.late : t.standing[status.state]).title;

const kinds: Partial<Record<BookingStatus['state'], NoticeKind>> = {
  booked: 'positive',
  'checked-in': 'positive',
  served: 'positive',
  held: 'warning',
  called: 'warning',
  'no-show': 'warning',
};

/**
 * Where it stands, what happens next, how long that takes, what to do.
 *
 * @param now - By the server's clock.
 */
export function standing(
  status: BookingStatus,
  now: string,
  t: FoundMessages,
  locale: Locale,
): TemplateResult {
  const late = isLate(status, now);
  const { title, next, todo } = late ? t.late : t.standing[status.state];
  const waits = !late && (status.state === 'booked' || status.state === 'checked-in');
  const kind = late ? 'warning' : (kinds[status.state] ?? 'information');
  return html`
    <div class="notice ${kind}" part="notice">
      <h3>${title}</h3>
      ${status.reason ? html`<p>${t.fromOffice(status.reason)}</p>` : nothing}
      ${next ? html`<p>${next}</p>` : nothing}
      ${waits ? html`<p>${turn(status, now, t, locale)}</p>` : nothing}
      <p>${status.state === 'called' ? hurry(status, t) : todo}</p>
    </div>
  `;
}

/** Where to go at once, as exactly as it is known. */
function hurry({ place: { counters } }: BookingStatus, t: FoundMessages): string {
  return counters.length ? t.hurryTo(t.counters(numberRanges(counters))) : t.standing.called.todo;
}

function turn(
  { startsAt, endsAt, timeZone }: BookingStatus,
  now: string,
  t: FoundMessages,
  locale: Locale,
): string {
  const wait = waitText(startsAt, now, timeZone, t);
  return t.turn(wait, clock(startsAt, timeZone, locale), clockWithZone(endsAt, timeZone, locale));
}

/** How long until a moment, as people say it: never to the minute. */
export function waitText(moment: string, now: string, timeZone: string, t: FoundMessages): string {
  const day = (each: string) => Date.parse(dayOf(each, timeZone)) / 86_400_000;
  const days = day(moment) - day(now);
  if (days > 1) return t.inDays(days);
  if (days === 1) return t.tomorrow;
  const minutes = (Date.parse(moment) - Date.parse(now)) / 60_000;
  if (minutes <= 0) return t.now;
  return minutes > 75 ? t.inHours(Math.round(minutes / 60)) : t.inMinutes(upToFive(minutes));
}

const upToFive = (minutes: number) => Math.ceil(minutes / 5) * 5;
