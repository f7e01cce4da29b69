import type { Village } from '@mpp-digital/contract';

import { check, type Refusal } from '../validation.ts';
import { checkReferences } from './catalogue-references.ts';
import { lists, MallRow, StandardRow, type CatalogueRowsRead, type Row } from './catalogue-file.ts';
import { convertCatalogue, type StoredCatalogue, type WholeRows } from './convert-catalogue.ts';

/** A catalogue that was read: as it is stored, and the villages that forms may ask for. */
export interface CatalogueRead {
  rows: StoredCatalogue;
  villages: Village[];
}

/** Reads a catalogue file, and notes everything that is wrong with it; undefined when anything is. */
export function readCatalogue(file: object, refusals: Refusal[]): CatalogueRead | undefined {
  const rows = readRows(file, refusals);
  refusals.push(...checkReferences(rows));
  if (refusals.length > 0) return undefined;
  const villages = rows.villages.map(({ row }) => row);
  return { rows: convertCatalogue(rows as WholeRows, refusals), villages };
}

/** Reads the rows of a catalogue file, each for itself, and notes those that do not fit. */
function readRows(file: object, refusals: Refusal[]): CatalogueRowsRead {
  const content = file as Record<string, unknown>;

  const one = <T>(schema: Parameters<typeof check>[0], key: string): T | undefined => {
    const { data, refusals: wrong } = check(schema, content[key], `/${key}`);
    if (wrong) refusals.push(...wrong);
    return data as T | undefined;
  };

  const rows = Object.fromEntries(
    Object.entries(lists).map(([name, schema]) => {
      // Only this list came later: files without it have no closures.
      const list = content[name] ?? (name === 'closures' ? [] : undefined);
      if (!Array.isArray(list)) {
        refusals.push({ pointer: `/${name}`, detail: 'Invalid input: expected array' });
        return [name, []];
      }
      const read: Row<unknown>[] = [];
      list.forEach((item: unknown, i) => {
        const pointer = `/${name}/${String(i)}`;
        const { data, refusals: wrong } = check(schema, item, pointer);
        if (wrong) refusals.push(...wrong);
        else read.push({ pointer, row: data });
      });
      return [name, read];
    }),
  ) as Omit<CatalogueRowsRead, 'mall' | 'standard' | 'named'>;

  return {
    ...rows,
    named: Object.fromEntries(
      Object.keys(lists).map((name) => [name, namesIn(content[name])]),
    ) as CatalogueRowsRead['named'],
    mall: one<MallRow>(MallRow, 'mpp'),
    standard: one<StandardRow>(StandardRow, 'serviceStandardDefaults'),
  };
}

function namesIn(list: unknown): ReadonlySet<unknown> {
  const items = (Array.isArray(list) ? list : []) as ({ id?: unknown; code?: unknown } | null)[];
  return new Set(items.map((item) => item?.id ?? item?.code));
}
