import type { Refusal } from '../validation.ts';
import type { CatalogueRowsRead, Row } from './catalogue-file.ts';
import { minutesOf } from './minutes.ts';
import { stopsMeant, type MobileUnitRow, type StopRow } from './mobile-rows.ts';

/** What only shows when units, villages and services are seen together. */
export function checkMobileUnits(rows: CatalogueRowsRead): Refusal[] {
  return rows.mobileUnits.flatMap((unit) => [
    ...unknownServices(unit, rows),
    ...impossibleStops(unit, rows),
    ...impossibleExceptions(unit),
    ...(unit.row.takesBookings ? impossibleBookings(unit, rows) : []),
  ]);
}

function unknownServices({ pointer, row }: Row<MobileUnitRow>, { named }: CatalogueRowsRead) {
  return row.serviceIds.flatMap((id, i) =>
    named.services.has(id)
      ? []
      : [
          {
            pointer: `${pointer}/serviceIds/${String(i)}`,
            detail: 'Names no services of this file',
          },
        ],
  );
}

type Standing = Pick<StopRow, 'start' | 'end' | 'villageCode'>;

function impossibleStops({ pointer, row }: Row<MobileUnitRow>, { named }: CatalogueRowsRead) {
  const wrong = (standing: Standing, at: string): Refusal[] => [
    ...(standing.start < standing.end
      ? []
      : [{ pointer: `${at}/end`, detail: 'Is not after the start' }]),
    ...(named.villages.has(standing.villageCode)
      ? []
      : [{ pointer: `${at}/villageCode`, detail: 'Names no villages of this file' }]),
  ];
  return [
    ...row.stops.flatMap((stop, i) => {
      const at = `${pointer}/stops/${String(i)}`;
      const overlaps = row.stops
        .slice(0, i)
        .some(
          (other) =>
            other.weekday === stop.weekday && other.start < stop.end && stop.start < other.end,
        );
      return [
        ...wrong(stop, at),
        ...(overlaps
          ? [{ pointer: `${at}/start`, detail: 'Overlaps another stop of the same day' }]
          : []),
      ];
    }),
    ...row.exceptions.flatMap(({ moved }, i) =>
      moved ? wrong(moved, `${pointer}/exceptions/${String(i)}/moved`) : [],
    ),
  ];
}

function impossibleExceptions({ pointer, row }: Row<MobileUnitRow>): Refusal[] {
  const excepted = new Set<string>();
  return row.exceptions.flatMap((exception, i) => {
    const at = `${pointer}/exceptions/${String(i)}`;
    if ((exception.moved === undefined) === (exception.cancelled === undefined)) {
      return [{ pointer: at, detail: 'Is neither moved nor cancelled, or both' }];
    }
    const [stop, ...others] = stopsMeant(row, exception);
    if (!stop)
      return [{ pointer: `${at}/date`, detail: 'The unit does not stop there on that day' }];
    if (others.length > 0) {
      return [{ pointer: `${at}/place`, detail: 'Does not say which of several stops it means' }];
    }
    const name = `${exception.date} ${stop.start}`;
    if (excepted.has(name)) return [{ pointer: at, detail: 'Stands in the list twice' }];
    excepted.add(name);
    return [];
  });
}

/** Times that could silently never be had. */
function impossibleBookings({ pointer, row }: Row<MobileUnitRow>, { services }: CatalogueRowsRead) {
  const refusals: Refusal[] = [];
  const refuse = (at: string, detail: string) => {
    refusals.push({ pointer: `${pointer}/${at}`, detail });
  };
  const { quota, slotMinutes } = row;
  if (quota === undefined) refuse('quota', 'Whoever takes bookings has one');
  if (slotMinutes === undefined) refuse('slotMinutes', 'Whoever takes bookings has it');
  const standings = [...row.stops, ...row.exceptions.flatMap(({ moved }) => moved ?? [])];
  if (standings.some(({ start, end }) => minutesOf(end) - minutesOf(start) < (slotMinutes ?? 0))) {
    refuse('slotMinutes', 'Is longer than a stop');
  }
  row.serviceIds.forEach((id, i) => {
    const service = services.find((service) => service.row.id === id)?.row;
    if (service && service.agencyId !== row.agencyId) {
      refuse(`serviceIds/${String(i)}`, 'Belongs to another agency, so cannot be booked here');
    }
    if (service?.bookable === false) {
      refuse(`serviceIds/${String(i)}`, 'Cannot be booked, but the unit takes bookings');
    }
  });
  return refusals;
}
