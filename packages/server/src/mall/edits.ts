import type {
  Closure,
  NewCounters,
  NewHours,
  NewServing,
  NewStopDays,
  OpeningHours,
  Reopening,
} from '@mpp-digital/contract';

import { Problem } from '../problem.ts';
import { agencyIn, unitIn, type EditableFile } from './editable-file.ts';

/** Changes a file, and says where in it the change stands, as a JSON pointer. */
export type Edit = (file: EditableFile) => string;

/** Other hours of the mall, or of an agency. */
export function hours({ agencyId, openingHours }: NewHours): Edit {
  return (file) => {
    const rows = openingHours?.map(rowOf);
    if (agencyId === null) {
      if (!rows) {
        throw new Problem('invalid_request', {
          fields: [{ pointer: '/openingHours', detail: 'A mall has hours of its own' }],
        });
      }
      file.mpp.openingHours = rows;
      return '/mpp';
    }
    const agency = agencyIn(file, agencyId);
    if (rows) agency.openingHours = rows;
    else delete agency.openingHours;
    return `/agencies/${String(file.agencies.indexOf(agency))}`;
  };
}

function rowOf({ breaks, ...hours }: OpeningHours) {
  return { ...hours, breaks: breaks.map(({ from, to }): [string, string] => [from, to]) };
}

/** How an agency serves. */
export function serving(agencyId: string, given: NewServing): Edit {
  const { slotMinutes, dailyQuota, walkInShare } = given;
  return (file) => {
    const agency = agencyIn(file, agencyId);
    Object.assign(agency, { slotMinutes, dailyQuota, walkInShare });
    return `/agencies/${String(file.agencies.indexOf(agency))}`;
  };
}

/** The counters of an agency: one with a known number is that one, by whatever name. */
export function counters(agencyId: string, given: NewCounters): Edit {
  return (file) => {
    agencyIn(file, agencyId);
    const known = file.counters.filter((counter) => counter.agencyId === agencyId);
    const others = file.counters.filter((counter) => counter.agencyId !== agencyId);
    const own = given.counters.map(({ number, name }) => ({
      id: `${agencyId}-${String(number)}`,
      agencyId,
      number,
      ...known.find((counter) => counter.number === number),
      label: name,
    }));
    file.counters = [...others, ...own];
    return '/counters';
  };
}

/** A day on which the mall, or an agency, is closed or keeps other hours. */
export function closure({ date, agencyId, reason, hours }: Closure): Edit {
  return (file) => {
    if (agencyId !== null) agencyIn(file, agencyId);
    const given = { date, ...(agencyId !== null && { agencyId }), reason, hours };
    file.closures = [...without(file, date, agencyId), given];
    return `/closures/${String(file.closures.length - 1)}`;
  };
}

/** A day on which the hours of the week hold again. */
export function reopening({ date, agencyId }: Reopening): Edit {
  return (file) => {
    const others = without(file, date, agencyId);
    if (others.length === (file.closures ?? []).length) throw new Problem('not_found');
    file.closures = others;
    return '';
  };
}

function without({ closures = [] }: EditableFile, date: string, agencyId: string | null) {
  return closures.filter((each) => each.date !== date || (each.agencyId ?? null) !== agencyId);
}

/** The days on which a unit's stops are otherwise. */
export function stopDays(unitId: string, { exceptions }: NewStopDays): Edit {
  return (file) => {
    const unit = unitIn(file, unitId);
    unit.exceptions = exceptions.map(({ date, place, moved, reason }) => ({
      date,
      ...(place !== null && { place }),
      ...(moved && {
        moved: {
          place: moved.place,
          villageCode: moved.villageCode,
          start: moved.opens,
          end: moved.closes,
        },
      }),
      ...(reason && { cancelled: { reason } }),
    }));
    return `/mobileUnits/${String(file.mobileUnits.indexOf(unit))}`;
  };
}
