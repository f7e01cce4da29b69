import type { DatedStop, Text, Village, Weekday, Whereabouts } from '@mpp-digital/contract';

import { weekdayOf } from './weekday.ts';

/** Where a unit stops, and from when until when. */
export interface Standing extends Whereabouts {
  /** Where its times are booked; null where one just comes. */
  placeId: string | null;
}

/** What is otherwise on one day. */
export interface StopException {
  /** `2026-12-01` */
  date: string;
  moved?: Standing;
  cancelled?: { reason: Text };
}

/** A stop of each week, with the days on which it is otherwise. */
export interface WeeklyStop extends Standing {
  weekday: Weekday;
  exceptions: StopException[];
  canDo?: Text;
  cannotDo?: Text;
}

/** A unit as it is stored. */
export interface MobileUnit {
  id: string;
  name: Text;
  services: { id: string; name: Text }[];
  stops: WeeklyStop[];
}

/** Villages that any of the units comes to, by name. */
export function villagesOf(units: readonly MobileUnit[]): Village[] {
  const found = new Map<string, Village>();
  for (const { stops } of units) {
    for (const stop of stops) {
      for (const { village } of [stop, ...stop.exceptions.flatMap(({ moved }) => moved ?? [])]) {
        found.set(village.code, village);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'id'));
}

/** The last day that can be booked, and holidays. */
export interface KnownDays {
  bookableUntil: string;
  rest: ReadonlyMap<string, Text>;
}

/** A unit's stops of one day. */
export function stopsOn(date: string, unit: MobileUnit, known: KnownDays): DatedStop[] {
  return unit.stops
    .filter(({ weekday }) => weekday === weekdayOf(date))
    .map((stop) => stopOn(date, unit, stop, known));
}

function stopOn(
  date: string,
  { id, name, services }: MobileUnit,
  stop: WeeklyStop,
  { bookableUntil, rest }: KnownDays,
): DatedStop {
  const { moved, cancelled } = stop.exceptions.find((each) => each.date === date) ?? {};
  const reason = rest.get(date) ?? cancelled?.reason;
  const standing = moved && !reason ? moved : stop;
  const { canDo, cannotDo } = stop;
  return {
    // By the hour of every week, so that a calendar's entry moves with it.
    id: `${id}-${date}-${stop.opens.replace(':', '')}`,
    date,
    ...place(standing),
    unit: { id, name },
    services,
    state: reason ? 'cancelled' : moved ? 'moved' : 'planned',
    ...(standing !== stop && { movedFrom: place(stop) }),
    ...(reason && { reason }),
    placeId: reason || date > bookableUntil ? null : standing.placeId,
    ...(canDo && { canDo }),
    ...(cannotDo && { cannotDo }),
  };
}

function place({ place, village, opens, closes }: Standing) {
  return { place, village, opens, closes };
}
