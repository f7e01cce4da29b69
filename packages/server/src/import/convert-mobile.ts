import type { OfferedAt, OpeningHours, Place, Text, Village } from '@mpp-digital/contract';

import type { MobileUnit, Standing, StopException, WeeklyStop } from '../mobile-units.ts';
import { weekdayOf } from '../weekday.ts';
import type { CatalogueRowsRead, MallRow } from './catalogue-file.ts';
import { stopsMeant, type MobileUnitRow, type StopRow } from './mobile-rows.ts';

/** When an agency serves at a place: what slots are published from. */
export interface StoredSchedule {
  placeId: string;
  agencyId: string;
  slotMinutes: number;
  dailyQuota: number;
  /** Percent of each time's seats for people who walk in. */
  walkInShare: number;
  openingHours: OpeningHours[];
  /** Days on which the hours are these and no others. */
  exceptions: { date: string; hours: { open: string; close: string }[]; reason?: Text }[];
}

/** A unit of a file, made what the server keeps of it. */
export interface ConvertedUnit {
  unit: MobileUnit;
  /** Its stops as places to book at; none where one just comes. */
  places: Place[];
  schedules: StoredSchedule[];
}

/** Makes a unit's stops of its row. */
export function convertMobileUnit(
  row: MobileUnitRow,
  { services, villages }: CatalogueRowsRead,
  mall: MallRow,
): ConvertedUnit {
  const village = (code: string): Village => villages.find((each) => each.row.code === code)!.row;
  const standing = ({ place, villageCode, start, end }: Omit<StopRow, 'weekday'>): Standing => ({
    place,
    village: village(villageCode),
    opens: start,
    closes: end,
    placeId: row.takesBookings ? placeIdOf(row, place, villageCode) : null,
  });
  const exceptionsOf = (stop: StopRow): StopException[] =>
    row.exceptions
      .filter((exception) => stopsMeant(row, exception).includes(stop))
      .map(({ date, moved, cancelled }) => ({
        date,
        ...(moved && { moved: standing(moved) }),
        ...(cancelled && { cancelled }),
      }));

  const stops = row.stops.map((stop): WeeklyStop => {
    const { canDo = row.canDo, cannotDo = row.cannotDo } = stop;
    return {
      weekday: stop.weekday,
      ...standing(stop),
      exceptions: exceptionsOf(stop),
      ...(canDo && { canDo }),
      ...(cannotDo && { cannotDo }),
    };
  });
  const unit: MobileUnit = {
    id: row.id,
    name: row.name,
    services: row.serviceIds.flatMap((id) => {
      const service = services.find((each) => each.row.id === id)?.row;
      return service ? [{ id, name: service.name }] : [];
    }),
    stops,
  };
  const places = row.takesBookings ? placesOf(unit, mall) : [];
  return { unit, places, schedules: places.map((place) => scheduleOf(row, unit, place)) };
}

/** The same place however often the unit comes to it: many villages have a “Balai Desa”. */
function placeIdOf({ id }: MobileUnitRow, place: string, villageCode: string): string {
  const [, , district, village] = villageCode.split('.');
  const name = place.normalize('NFKD').toLowerCase();
  return `${id}-${district!}-${village!}-${name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
}

function placesOf({ name, stops }: MobileUnit, mall: MallRow): Place[] {
  const places = new Map<string, Place>();
  for (const stop of stops) {
    for (const { placeId, place, village } of [stop, ...moves(stop)]) {
      places.set(placeId!, {
        id: placeId!,
        kind: 'mobile-stop',
        name: { id: `${name.id} di ${place}`, en: `${name.en} at ${place}` },
        address: `${village.name}, ${mall.address.city}`,
        openingHours: stops
          .filter((each) => each.placeId === placeId)
          .map(({ weekday, opens, closes }) => ({
            days: [weekday],
            open: opens,
            close: closes,
            breaks: [],
          })),
      });
    }
  }
  return [...places.values()];
}

const moves = ({ exceptions }: WeeklyStop) => exceptions.flatMap(({ moved }) => moved ?? []);

function scheduleOf(row: MobileUnitRow, { stops }: MobileUnit, place: Place): StoredSchedule {
  const dates = new Set(row.exceptions.map(({ date }) => date));
  return {
    placeId: place.id,
    agencyId: row.agencyId,
    slotMinutes: row.slotMinutes!,
    dailyQuota: row.quota!,
    walkInShare: 0,
    openingHours: place.openingHours,
    // A day without the unit here is an exception, too: it says nothing but what holds.
    exceptions: [...dates].sort().map((date) => ({ date, hours: hoursOn(date, stops, place.id) })),
  };
}

/** When the unit is at a place on a day. */
function hoursOn(date: string, stops: readonly WeeklyStop[], placeId: string) {
  return stops
    .filter(({ weekday }) => weekday === weekdayOf(date))
    .flatMap((stop) => {
      const { moved, cancelled } = stop.exceptions.find((each) => each.date === date) ?? {};
      return cancelled ? [] : [moved ?? stop];
    })
    .filter((standing) => standing.placeId === placeId)
    .map(({ opens, closes }) => ({ open: opens, close: closes }));
}

/** A stop as one of the places of a service. Who calls there stands at the only counter. */
export function offeredAt({ id, kind, name, address }: Place): OfferedAt {
  return { placeId: id, kind, name, address, counters: [1] };
}
