import { regencyCode } from '@mpp-digital/contract';
import * as z from 'zod/mini';

import { check, type Refusal } from '../validation.ts';
import { written } from './text-row.ts';

/** A province, a regency or a city. */
export interface RegionRow {
  /** Kemendagri code, `35` or `35.79`. */
  code: string;
  name: string;
  fullName: string;
  kind: 'province' | 'kabupaten' | 'kota';
  province: string;
  /** IANA time zone. */
  timeZone: string;
}

const timeZone = z.string().check(
  z.refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), {
    error: 'Is no IANA time zone',
  }),
);

const ProvinceRow = z.object({
  code: z.string().check(z.regex(/^\d{2}$/)),
  name: written,
  ianaTimezone: timeZone,
});

const RegencyRow = z.object({
  code: regencyCode,
  name: written,
  fullName: written,
  type: z.enum(['kabupaten', 'kota']),
  provinceCode: z.string(),
  ianaTimezone: timeZone,
});

/** Reads a file of regions, and notes every row that does not fit. */
export function readRegions(
  file: { provinces: unknown[]; regencies: unknown[] },
  refusals: Refusal[],
): RegionRow[] {
  const rows: RegionRow[] = [];
  const provinces = new Map<string, string>();
  const codes = new Set<string>();
  const add = (row: RegionRow, pointer: string) => {
    if (codes.has(row.code)) {
      refusals.push({ pointer: `${pointer}/code`, detail: 'Stands in the file twice' });
    }
    codes.add(row.code);
    rows.push(row);
  };

  file.provinces.forEach((item, i) => {
    const pointer = `/provinces/${String(i)}`;
    const { data, refusals: wrong } = check(ProvinceRow, item, pointer);
    if (wrong) return void refusals.push(...wrong);
    const { code, name, ianaTimezone } = data;
    provinces.set(code, name);
    add(
      { code, name, fullName: name, kind: 'province', province: name, timeZone: ianaTimezone },
      pointer,
    );
  });

  file.regencies.forEach((item, i) => {
    const pointer = `/regencies/${String(i)}`;
    const { data, refusals: wrong } = check(RegencyRow, item, pointer);
    if (wrong) return void refusals.push(...wrong);
    const { code, name, fullName, type: kind, provinceCode, ianaTimezone } = data;
    const province = provinces.get(provinceCode);
    if (province === undefined || !code.startsWith(`${provinceCode}.`)) {
      return void refusals.push({
        pointer: `${pointer}/provinceCode`,
        detail: 'Is not the code of its province in this file',
      });
    }
    add({ code, name, fullName, kind, province, timeZone: ianaTimezone }, pointer);
  });
  return rows;
}
