import { randomUUID } from 'node:crypto';

import {
  day as calendarDay,
  NewBooking,
  normalisePhone,
  type ErrorCode,
  type Service,
  type Slot,
} from '@mpp-digital/contract';

import { problemOf } from '../exchange.ts';
import { bookings } from '../resources/bookings.ts';
import { check } from '../validation.ts';
import { isNoDay, oneDay, openDays } from './days.ts';
import type { Fields } from './form.ts';
import type { Content, Frame } from './page.ts';
import { inWords, type Visit } from './site.ts';
import { ticketView } from './ticket-view.ts';
import { whoPage, type Draft, type DraftErrors, type Seat } from './who-page.ts';

/** Asks who comes; and for another seat where the one that was chosen is gone. */
export async function askWho(
  visit: Visit,
  service: Service,
  day: { date: string; times: readonly Slot[] | undefined },
  draft: Draft,
  errors: DraftErrors = {},
): Promise<Content> {
  const { frame, catalogue } = visit;
  const { timeZone } = catalogue.regency;
  const { date, times = [] } = day;
  const problems = { ...errors, ...seatError(frame, day, draft, errors) };
  const seat: Seat =
    times.length > 0
      ? { date, timeZone, isChosen: !problems.jadwal, times, days: [] }
      : {
          ...{ date: undefined, timeZone, isChosen: false, times },
          days: await openDays(visit, service),
        };
  return {
    title: frame.words.whoHeading,
    body: whoPage(frame, service, seat, draft, problems),
  };
}

function seatError(
  { words }: Frame,
  { date, times }: Parameters<typeof askWho>[2],
  { slotId }: Draft,
  { jadwal }: DraftErrors,
): DraftErrors {
  if (!times) return { jadwal: date === '' ? words.chooseDay : words.dayGone };
  if (times.length === 0) return { jadwal: words.noRoom };
  return times.some(({ id }) => id === slotId) ? {} : { jadwal: jadwal ?? words.slotGone };
}

/** The times of a day; undefined when it is none that can be chosen. */
async function timesOf(visit: Visit, service: Service, date: string) {
  if (check(calendarDay, date).refusals) return undefined;
  try {
    return (await oneDay(visit, service, date)).slots;
  } catch (error) {
    if (isNoDay(error)) return undefined;
    throw error;
  }
}

/** Books what a form asks for; or shows the form again, with everything that was written in it. */
export async function takeSeat(visit: Visit, service: Service, fields: Fields): Promise<Content> {
  const { frame, caller, backend } = visit;
  const { words } = frame;
  const draft: Draft = {
    key: fields('kunci'),
    slotId: fields('jadwal'),
    name: fields('nama'),
    phone: fields('hp'),
    email: fields('email'),
    priority: fields('prioritas') === 'ya',
  };
  const { data, refusals = [] } = check(NewBooking, {
    slotId: draft.slotId,
    serviceId: service.id,
    name: draft.name,
    phone: normalisePhone(draft.phone) ?? '',
    ...(draft.email.trim() !== '' && { email: draft.email.trim() }),
    priority: draft.priority,
  });
  const wrong = (pointer: string) => refusals.some((refusal) => refusal.pointer === pointer);
  const date = fields('hari');
  const again = async (errors: DraftErrors) => {
    const times = await timesOf(visit, service, date);
    // Another try is another request, which may end otherwise.
    return askWho(visit, service, { date, times }, { ...draft, key: randomUUID() }, errors);
  };
  const refused: Partial<Record<ErrorCode, DraftErrors>> = {
    slot_full: { jadwal: words.slotGone },
    slot_closed: { jadwal: words.slotGone },
    already_booked: { hp: words.alreadyBooked },
    key_reused: {},
  };
  try {
    if (!data || !isUuid(draft.key)) {
      return await again({
        ...(draft.slotId === '' && { jadwal: words.chooseTime }),
        ...(wrong('/name') && { nama: words.nameWrong }),
        ...(wrong('/phone') && { hp: words.phoneWrong }),
        ...(wrong('/email') && { email: words.emailWrong }),
      });
    }
    const call = { ...caller, writeIn: frame.language, key: draft.key, body: data };
    const ticket = await bookings.book(call, backend);
    return { title: words.ticketHeading, body: ticketView(frame, ticket, service) };
  } catch (error) {
    const errors = refused[problemOf(error).code];
    const later = (why: unknown) => askLater(visit, service, date, draft, why);
    return errors ? again(errors).catch(later) : later(error);
  }
}

/** What passes: the same request, sent again as it stands here, books once. */
function askLater(
  { frame, catalogue }: Visit,
  service: Service,
  date: string,
  draft: Draft,
  error: unknown,
): Content {
  const { words } = frame;
  const seat: Seat = {
    date: check(calendarDay, date).data,
    timeZone: catalogue.regency.timeZone,
    isChosen: true,
    times: [],
    days: [],
  };
  const said = [...inWords(words, problemOf(error)), words.kept].filter(Boolean).join(' ');
  return {
    title: words.whoHeading,
    body: whoPage(frame, service, seat, draft, {}, said),
    refusal: error,
  };
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
