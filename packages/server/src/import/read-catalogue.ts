import { check, type Refusal } from '../validation.ts';
import { lists, MallRow, StandardRow, type CatalogueRowsRead, type Row } from './catalogue-file.ts';

/** Reads the rows of a catalogue file, each for itself, and notes those that do not fit. */
export function readRows(file: object, refusals: Refusal[]): CatalogueRowsRead {
  const content = file as Record<string, unknown>;

  const one = <T>(schema: Parameters<typeof check>[0], key: string): T | undefined => {
    const { data, refusals: wrong } = check(schema, content[key], `/${key}`);
    if (wrong) refusals.push(...wrong);
    return data as T | undefined;
  };

  const rows = Object.fromEntries(
    Object.entries(lists).map(([name, schema]) => {
      const list = content[name];
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
