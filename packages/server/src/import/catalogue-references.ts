import type { Refusal } from '../validation.ts';
import type { CatalogueRowsRead, Row } from './catalogue-file.ts';
import { checkHours } from './hours-references.ts';
import { checkMobileUnits } from './mobile-references.ts';

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
    ...unknown(rows.closures, 'agencyId', rows.named.agencies),
    ...unknownRequirements(rows),
    ...checkMobileUnits(rows),
    ...impossibleFees(rows),
    ...checkHours(rows),
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
    .filter(({ row }) => row[key] != null && !known.has(row[key]))
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
