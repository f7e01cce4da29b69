import type { Refusal } from '../validation.ts';
import type { CatalogueRowsRead, HoursRow, Row } from './catalogue-file.ts';
import { checkMobileUnits } from './mobile-references.ts';
import { minutesOf } from './minutes.ts';

/** Everything that only shows when the rows of a catalogue are seen together. */
export function checkReferences(rows: CatalogueRowsRead): Refusal[] {
  return [
    ...twice(rows.categories, 'id'),
    ...twice(rows.agencies, 'id'),
    ...twice(rows.agencies, 'queuePrefix'),
    ...twice(rows.counters, 'id'),
    ...twice(rows.counters, 'number'),
    ...twice(rows.requirementTypes, 'code'),
    ...twice(rows.services, 'id'),
    ...twice(rows.kiosks, 'id'),
    ...kioskPlaces(rows),
    ...twice(rows.villages, 'code'),
    ...twice(rows.mobileUnits, 'id'),
    ...unknown(rows.counters, 'agencyId', rows.named.agencies),
    ...unknown(rows.services, 'agencyId', rows.named.agencies),
    ...unknown(rows.services, 'category', rows.named.categories),
    ...unknown(rows.kiosks, 'agencyId', rows.named.agencies),
    ...unknown(rows.mobileUnits, 'agencyId', rows.named.agencies),
    ...unknownRequirements(rows),
    ...checkMobileUnits(rows),
    ...impossibleFees(rows),
    ...(rows.mall ? [...impossibleHours(rows.mall.openingHours), ...impossibleSlots(rows)] : []),
  ];
}

function twice<T, K extends keyof T & string>(rows: readonly Row<T>[], key: K): Refusal[] {
  const seen = new Set<T[K]>();
  return rows.flatMap(({ pointer, row }) => {
    if (!seen.has(row[key])) {
      seen.add(row[key]);
      return [];
    }
    return [{ pointer: `${pointer}/${key}`, detail: 'Stands in the list twice' }];
  });
}

/** Kiosks are places beside the mall, which has a name of its own. */
function kioskPlaces({ kiosks, mall }: CatalogueRowsRead): Refusal[] {
  return kiosks
    .filter(({ row }) => row.id === mall?.id)
    .map(({ pointer }) => ({ pointer: `${pointer}/id`, detail: 'Is the name of the mall' }));
}

function unknown<T, K extends keyof T & string>(
  rows: readonly Row<T>[],
  key: K,
  known: ReadonlySet<unknown>,
): Refusal[] {
  return rows
    .filter(({ row }) => row[key] !== null && !known.has(row[key]))
    .map(({ pointer }) => ({ pointer: `${pointer}/${key}`, detail: 'Names nothing in this file' }));
}

function unknownRequirements({ services, named }: CatalogueRowsRead): Refusal[] {
  return services.flatMap(({ pointer, row }) =>
    row.requirements.flatMap(({ code }, i) =>
      named.requirementTypes.has(code)
        ? []
        : [
            {
              pointer: `${pointer}/requirements/${String(i)}/code`,
              detail: 'Names no requirementTypes of this file',
            },
          ],
    ),
  );
}

function impossibleFees({ services }: CatalogueRowsRead): Refusal[] {
  return services.flatMap(({ pointer, row: { fee } }) => {
    const at = (key: string, detail: string) => [{ pointer: `${pointer}/fee/${key}`, detail }];
    if (fee.type === 'fixed' && fee.amount == null) return at('amount', 'A fixed fee has one');
    if (fee.type === 'free' && fee.amount) return at('amount', 'What is free costs nothing');
    if (fee.type === 'percentage' && fee.percent == null) return at('percent', 'Is missing');
    if (fee.type === 'range' && !((fee.amount ?? 0) < (fee.maxAmount ?? 0))) {
      return at('maxAmount', 'Is not more than the amount');
    }
    return [];
  });
}

/** Hours of one day must not overlap, and a pause lies within them. */
function impossibleHours(hours: readonly HoursRow[]): Refusal[] {
  return hours.flatMap((entry, i) => {
    const pointer = `/mpp/openingHours/${String(i)}`;
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
function impossibleSlots({ agencies, mall }: CatalogueRowsRead): Refusal[] {
  const longest = Math.max(
    ...mall!.openingHours.flatMap(({ open, close, breaks }) => {
      const edges = [open, ...breaks.flat(), close].map(minutesOf);
      return edges.flatMap((edge, i) => (i % 2 ? [edge - edges[i - 1]!] : []));
    }),
  );
  return agencies
    .filter(({ row }) => row.dailyQuota > 0 && row.slotMinutes > longest)
    .map(({ pointer }) => ({
      pointer: `${pointer}/slotMinutes`,
      detail: 'Is longer than the opening hours between two pauses',
    }));
}
