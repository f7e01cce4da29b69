import { AvailabilityQuery, type AvailableDay, type Service } from '@mpp-digital/contract';

import { problemOf } from '../exchange.ts';
import { Problem } from '../problem.ts';
import { availability } from '../resources/availability.ts';
import { check } from '../validation.ts';
import type { Visit } from './site.ts';

/** So many days of a service from one on, from today without it. */
export async function daysOf(
  visit: Visit,
  service: Service,
  from: string | undefined,
  days: number,
) {
  const [place] = service.places;
  if (!place) throw new Problem('not_found');
  const { data } = check(AvailabilityQuery, { services: service.id, from, days: String(days) });
  if (!data) throw new Problem('not_found');
  return availability.days(
    { ...visit.caller, params: { placeId: place.placeId }, query: data },
    visit.backend,
  );
}

/** One day of a service. */
export async function oneDay(visit: Visit, service: Service, date: string): Promise<AvailableDay> {
  const { days } = await daysOf(visit, service, date, 1);
  return days[0]!;
}

/** The next days with room. */
export async function openDays(visit: Visit, service: Service) {
  const areOpen = ({ state }: AvailableDay) => state === 'open';
  const week = await daysOf(visit, service, undefined, 7);
  const days = week.days.filter(areOpen);
  if (days.length > 0 || week.next === null) return days;
  return (await daysOf(visit, service, week.next, 7)).days.filter(areOpen);
}

/** Whether a day lies in the past, or too far ahead. */
export function isNoDay(error: unknown): boolean {
  return ['day_past', 'day_beyond_window'].includes(problemOf(error).code);
}
