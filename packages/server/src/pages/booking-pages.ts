import { randomUUID } from 'node:crypto';

import { AvailabilityQuery, NewBooking, normalisePhone, type Service } from '@mpp-digital/contract';

import { Problem } from '../problem.ts';
import { availability } from '../resources/availability.ts';
import { bookings } from '../resources/bookings.ts';
import { check } from '../validation.ts';
import { choosePage } from './find-page.ts';
import { readForm, type Fields } from './form.ts';
import { translationOf, type Content } from './page.ts';
import type { Site, Visit } from './site.ts';
import { ticketView } from './ticket-view.ts';
import { whenPage } from './when-page.ts';
import { whoPage, type Draft, type DraftErrors } from './who-page.ts';

/** Booking without JavaScript: day and time, name and phone, ticket. Nothing about a person is in
 * an address, and the last step is answered with the ticket itself. */
export function addBookingPages(site: Site): void {
  site.get('/janji', async (visit) => {
    const { context, frame, catalogue } = visit;
    const id = context.req.query('layanan');
    if (id === undefined) {
      return {
        title: frame.words.takeNumber,
        body: choosePage(frame, catalogue),
        translation: translationOf(context, frame),
        upgrade: true,
      };
    }
    const service = find(visit, id);
    const day = context.req.query('hari');
    const slotId = context.req.query('jadwal');
    return onBookableDay(visit, service, () =>
      slotId === undefined || day === undefined
        ? askWhen(visit, service, day, context.req.query('mulai'))
        : askWho(visit, service, day, {
            key: randomUUID(),
            slotId,
            name: '',
            phone: '',
            priority: false,
          }),
    );
  });

  site.post('/janji', async (visit) => {
    const fields = await readForm(visit.context);
    const service = find(visit, fields('layanan'));
    return onBookableDay(visit, service, () => takeSeat(visit, service, fields));
  });
}

function find({ catalogue }: Visit, id: string): Service {
  const service = catalogue.services.get(id);
  if (!service?.bookable) throw new Problem('not_found');
  return service;
}

async function daysOf(visit: Visit, service: Service, from: string | undefined, days: number) {
  const [place] = service.places;
  if (!place) throw new Problem('not_found');
  const { data } = check(AvailabilityQuery, { services: service.id, from, days: String(days) });
  if (!data) throw new Problem('not_found');
  return availability.days(
    { ...visit.caller, params: { placeId: place.placeId }, query: data },
    visit.backend,
  );
}

/** An old link names a day that has passed: then the days that can be had are the answer. */
async function onBookableDay(
  visit: Visit,
  service: Service,
  show: () => Promise<Content>,
): Promise<Content> {
  try {
    return await show();
  } catch (error) {
    const code = error instanceof Problem ? error.code : 'internal';
    if (code !== 'day_past' && code !== 'day_beyond_window') throw error;
    return askWhen(visit, service);
  }
}

async function askWhen(
  visit: Visit,
  service: Service,
  day?: string,
  from?: string,
): Promise<Content> {
  const { context, frame } = visit;
  const week = await daysOf(visit, service, from, 7);
  const chosen =
    day === undefined
      ? week.days.find(({ state }) => state === 'open')
      : (week.days.find(({ date }) => date === day) ?? (await oneDay(visit, service, day)).day);
  return {
    title: frame.words.whenHeading,
    translation: translationOf(context, frame, 'layanan', 'hari', 'mulai'),
    upgrade: true,
    body: whenPage(frame, { service, availability: week, from, chosen }),
  };
}

async function oneDay(visit: Visit, service: Service, date: string) {
  const { days, timeZone } = await daysOf(visit, service, date, 1);
  return { day: days[0]!, timeZone };
}

async function askWho(
  visit: Visit,
  service: Service,
  date: string,
  draft: Draft,
  errors?: DraftErrors,
): Promise<Content> {
  const { frame } = visit;
  const { day, timeZone } = await oneDay(visit, service, date);
  const isThere = day.slots.some(({ id }) => id === draft.slotId);
  return {
    title: frame.words.whoHeading,
    body: whoPage(frame, service, day, timeZone, draft, {
      ...(!isThere && { jadwal: frame.words.slotGone }),
      ...errors,
    }),
  };
}

async function takeSeat(visit: Visit, service: Service, fields: Fields): Promise<Content> {
  const { frame, caller, backend } = visit;
  const { words } = frame;
  const draft: Draft = {
    key: fields('kunci'),
    slotId: fields('jadwal'),
    name: fields('nama'),
    phone: fields('hp'),
    priority: fields('prioritas') === 'ya',
  };
  const { data, refusals = [] } = check(NewBooking, {
    slotId: draft.slotId,
    serviceId: service.id,
    name: draft.name,
    phone: normalisePhone(draft.phone) ?? '',
    priority: draft.priority,
  });
  const wrong = (pointer: string) => refusals.some((refusal) => refusal.pointer === pointer);
  const again = (errors: DraftErrors) =>
    // Another try is another request, which may end otherwise.
    askWho(visit, service, fields('hari'), { ...draft, key: randomUUID() }, errors);
  if (!data || !isUuid(draft.key)) {
    return again({
      ...(wrong('/slotId') && { jadwal: words.chooseTime }),
      ...(wrong('/name') && { nama: words.nameWrong }),
      ...(wrong('/phone') && { hp: words.phoneWrong }),
    });
  }

  try {
    const ticket = await bookings.book({ ...caller, key: draft.key, body: data }, backend);
    return { title: words.ticketHeading, body: ticketView(frame, ticket, service) };
  } catch (error) {
    const code = error instanceof Problem ? error.code : 'internal';
    if (code === 'slot_full' || code === 'slot_closed') return again({ jadwal: words.slotGone });
    if (code === 'already_booked') return again({ hp: words.alreadyBooked });
    if (code === 'key_reused') return again({});
    throw error;
  }
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
