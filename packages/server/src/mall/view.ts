import type { Mall, MallAgency, MallUnit } from '@mpp-digital/contract';

import type { Session } from '../staff/session.ts';
import { hoursOf } from '../import/convert-schedule.ts';
import type { EditableFile } from './editable-file.ts';

/** What a manager may see and change of a mall. */
export function mallOf(
  file: EditableFile,
  timeZone: string,
  { agencies }: Pick<Session, 'agencies'>,
): Mall {
  const isOwn = (id: string) => agencies === null || agencies.includes(id);
  return {
    placeId: file.mpp.id,
    name: file.mpp.name,
    timeZone,
    whole: agencies === null,
    openingHours: file.mpp.openingHours.map(hoursOf),
    agencies: file.agencies.filter(({ id }) => isOwn(id)).map((row) => agencyOf(row, file)),
    closures: (file.closures ?? [])
      .filter(({ agencyId }) => agencyId === undefined || isOwn(agencyId))
      .map(({ date, agencyId = null, reason, hours = [] }) => ({ date, agencyId, reason, hours }))
      .sort((a, b) => a.date.localeCompare(b.date)),
    units: file.mobileUnits.filter(({ agencyId }) => isOwn(agencyId)).map(unitOf),
  };
}

function agencyOf(row: EditableFile['agencies'][number], { counters }: EditableFile): MallAgency {
  const { id, name, openingHours, slotMinutes, dailyQuota, walkInShare = 0 } = row;
  return {
    id,
    name,
    openingHours: openingHours?.map(hoursOf) ?? null,
    slotMinutes,
    dailyQuota,
    walkInShare,
    counters: counters
      .filter(({ agencyId }) => agencyId === id)
      .map(({ number, label }) => ({
        number,
        name: label ?? { id: `Loket ${String(number)}`, en: `Counter ${String(number)}` },
      }))
      .sort((a, b) => a.number - b.number),
  };
}

function unitOf(row: EditableFile['mobileUnits'][number]): MallUnit {
  const { id, name, agencyId, stops, exceptions = [] } = row;
  return {
    id,
    name,
    agencyId,
    stops: stops.map(({ weekday, place, start, end }) => ({
      weekday,
      place,
      opens: start,
      closes: end,
    })),
    exceptions: exceptions.map(({ date, place = null, moved, cancelled }) => ({
      date,
      place,
      moved: moved
        ? {
            place: moved.place,
            villageCode: moved.villageCode,
            opens: moved.start,
            closes: moved.end,
          }
        : null,
      reason: cancelled?.reason ?? null,
    })),
  };
}
