import { day } from '@mpp-digital/contract';
import * as z from 'zod/mini';

import { check, type Refusal } from '../validation.ts';
import { Text } from './text-row.ts';

/** A day on which offices rest. */
export interface HolidayRow {
  /** `2026-01-01` */
  day: string;
  kind: 'national' | 'joint-leave';
  name: Text;
  /** False: estimated, before its decree. */
  verified: boolean;
  /** The decree. */
  source: string;
}

const Row = z.object({
  date: day,
  type: z.enum(['national', 'joint-leave']),
  name: Text,
  verified: z.boolean(),
});

/** Reads a file of holidays, by year, and notes every row that does not fit. */
export function readHolidays(file: object, refusals: Refusal[]): HolidayRow[] {
  const { meta, ...years } = file as Record<string, unknown>;
  const sources = check(z.record(z.string(), z.string()), meta).data ?? {};
  const days = new Set<string>();
  return Object.entries(years).flatMap(([year, list]) => {
    if (!/^(?!0000)\d{4}$/.test(year) || !Array.isArray(list)) {
      refusals.push({ pointer: `/${year}`, detail: 'Is not the list of a year' });
      return [];
    }
    return list.flatMap((item: unknown, i) => {
      const pointer = `/${year}/${String(i)}`;
      const { data, refusals: wrong } = check(Row, item, pointer);
      if (wrong) {
        refusals.push(...wrong);
        return [];
      }
      if (!data.date.startsWith(year)) {
        refusals.push({ pointer: `${pointer}/date`, detail: 'Lies in another year' });
      }
      if (days.has(data.date)) {
        refusals.push({ pointer: `${pointer}/date`, detail: 'Stands in the file twice' });
      }
      days.add(data.date);
      const { date, type: kind, name, verified } = data;
      return [{ day: date, kind, name, verified, source: sources[year] ?? '' }];
    });
  });
}
