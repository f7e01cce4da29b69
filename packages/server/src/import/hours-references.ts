import type { Refusal } from '../validation.ts';
import type { AgencyRow, CatalogueRowsRead, ClosureRow, HoursRow, Row } from './catalogue-file.ts';
import { minutesOf } from './minutes.ts';

/** Hours that cannot be, of the mall, its agencies and single days. */
export function checkHours({ mall, agencies, closures }: CatalogueRowsRead): Refusal[] {
  return [
    ...impossibleHours('/mpp', mall?.openingHours ?? []),
    ...agencies.flatMap(({ pointer, row }) => impossibleHours(pointer, row.openingHours ?? [])),
    ...(mall ? agencies.flatMap((agency) => impossibleSlots(agency, mall.openingHours)) : []),
    ...impossibleClosures(closures),
  ];
}

/** Hours of one day must not overlap, and a pause lies within them. */
function impossibleHours(within: string, hours: readonly HoursRow[]): Refusal[] {
  return hours.flatMap((entry, i) => {
    const pointer = `${within}/openingHours/${String(i)}`;
    const refusals: Refusal[] = [];
    if (entry.close <= entry.open) {
      refusals.push({ pointer: `${pointer}/close`, detail: 'Is not after the opening' });
    }
    let last = entry.open;
    entry.breaks.forEach(([from, to], j) => {
      if (from < last || to <= from || to > entry.close) {
        refusals.push({
          pointer: `${pointer}/breaks/${String(j)}`,
          detail: 'Does not lie within the hours, after the pause before it',
        });
      }
      last = to;
    });
    const overlaps = hours
      .slice(0, i)
      .some(
        (other) =>
          other.days.some((day) => entry.days.includes(day)) &&
          other.open < entry.close &&
          entry.open < other.close &&
          entry.open < entry.close,
      );
    if (overlaps || new Set(entry.days).size < entry.days.length) {
      refusals.push({ pointer: `${pointer}/days`, detail: 'Overlaps hours of the same day' });
    }
    return refusals;
  });
}

/** A quota that no slot can hold would silently never be served. */
function impossibleSlots({ pointer, row }: Row<AgencyRow>, mallHours: HoursRow[]): Refusal[] {
  const longest = Math.max(
    ...(row.openingHours ?? mallHours).flatMap(({ open, close, breaks }) => {
      const edges = [open, ...breaks.flat(), close].map(minutesOf);
      return edges.flatMap((edge, i) => (i % 2 ? [edge - edges[i - 1]!] : []));
    }),
  );
  if (row.dailyQuota === 0 || row.slotMinutes <= longest) return [];
  return [
    {
      pointer: `${pointer}/slotMinutes`,
      detail: 'Is longer than the opening hours between two pauses',
    },
  ];
}

/** One closure for each day and agency, whose hours follow one another. */
function impossibleClosures(closures: readonly Row<ClosureRow>[]): Refusal[] {
  const seen = new Set<string>();
  return closures.flatMap(({ pointer, row: { date, agencyId = '', hours } }) => {
    const name = `${date} ${agencyId}`;
    if (seen.has(name)) {
      return [{ pointer: `${pointer}/date`, detail: 'Stands in the list twice' }];
    }
    seen.add(name);
    let last = '';
    return hours.flatMap(({ open, close }, i) => {
      const at = `${pointer}/hours/${String(i)}`;
      const refusals: Refusal[] = [];
      if (open < last)
        refusals.push({ pointer: `${at}/open`, detail: 'Overlaps the hours before' });
      if (close <= open)
        refusals.push({ pointer: `${at}/close`, detail: 'Is not after the opening' });
      last = close;
      return refusals;
    });
  });
}
