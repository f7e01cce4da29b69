import { randomUUID } from 'node:crypto';

import type { Service } from '@mpp-digital/contract';

import { Problem } from '../problem.ts';
import { daysOf, isNoDay, oneDay } from './days.ts';
import { choosePage } from './find-page.ts';
import { readForm } from './form.ts';
import { translationOf, type Content } from './page.ts';
import type { Site, Visit } from './site.ts';
import { askWho, takeSeat } from './take-seat.ts';
import { whenPage } from './when-page.ts';

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
        isPublic: true,
      };
    }
    const service = find(visit, id);
    const day = context.req.query('hari');
    const slotId = context.req.query('jadwal');
    return onBookableDay(visit, service, async () => {
      if (slotId === undefined || day === undefined) {
        return askWhen(visit, service, day, context.req.query('mulai'));
      }
      const { slots: times } = await oneDay(visit, service, day);
      const draft = { key: randomUUID(), slotId, name: '', phone: '', email: '', priority: false };
      return askWho(visit, service, { date: day, times }, draft);
    });
  });

  site.post('/janji', async (visit) => {
    const fields = await readForm(visit.context);
    const service = find(visit, fields('layanan'));
    return takeSeat(visit, service, fields);
  });
}

function find({ catalogue }: Visit, id: string): Service {
  const service = catalogue.services.get(id);
  if (!service?.bookable) throw new Problem('not_found');
  return service;
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
    if (!isNoDay(error)) throw error;
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
      : (week.days.find(({ date }) => date === day) ?? (await oneDay(visit, service, day)));
  return {
    title: frame.words.whenHeading,
    translation: translationOf(context, frame, 'layanan', 'hari', 'mulai'),
    upgrade: true,
    isPublic: true,
    body: whenPage(frame, { service, availability: week, from, chosen }),
  };
}
