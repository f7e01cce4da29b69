import type { OpeningHours } from '@mpp-digital/contract';

import type { AgencyRow, ClosureRow, HoursRow } from './catalogue-file.ts';
import type { WholeRows } from './convert-catalogue.ts';
import type { StoredSchedule } from './convert-mobile.ts';

/** When an agency serves at the mall. */
export function scheduleOf(agency: AgencyRow, { mall, closures }: WholeRows): StoredSchedule {
  const { id, slotMinutes, dailyQuota, walkInShare, openingHours = mall.openingHours } = agency;
  return {
    placeId: mall.id,
    agencyId: id,
    slotMinutes,
    dailyQuota,
    walkInShare,
    openingHours: openingHours.map(hoursOf),
    exceptions: exceptionsOf(
      id,
      closures.map(({ row }) => row),
    ),
  };
}

/** Hours as the API says them. */
export function hoursOf({ breaks, ...hours }: HoursRow): OpeningHours {
  return { ...hours, breaks: breaks.map(([from, to]) => ({ from, to })) };
}

/** An agency's own closures, and those of the mall on other days. */
function exceptionsOf(agencyId: string, closures: readonly ClosureRow[]) {
  const own = closures.filter((closure) => closure.agencyId === agencyId);
  const all = closures.filter(
    ({ agencyId, date }) => agencyId === undefined && !own.some((each) => each.date === date),
  );
  return [...own, ...all]
    .map(({ date, hours, reason }) => ({ date, hours, reason }))
    .sort((a, b) => a.date.localeCompare(b.date));
}
