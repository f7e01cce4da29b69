import sql from 'sql-template-tag';

import type { Operator } from '../database.ts';
import type { HolidayRow } from './holidays-file.ts';
import type { RegionRow } from './regions-file.ts';

/** Adds regions, and changes those that are there. None is taken away: regencies refer to them. */
export async function writeRegions(operator: Operator, regions: RegionRow[]): Promise<void> {
  await operator.rows(sql`
    insert into mpp.region (code, name, full_name, kind, province, time_zone)
    select row ->> 'code', row ->> 'name', row ->> 'fullName', row ->> 'kind', row ->> 'province',
      row ->> 'timeZone'
    from jsonb_array_elements(${JSON.stringify(regions)}::jsonb) row
    on conflict (code) do update
    set name = excluded.name, full_name = excluded.full_name, kind = excluded.kind,
      province = excluded.province, time_zone = excluded.time_zone
  `);
}

/** Makes the holidays of the years in the file be these. */
export async function writeHolidays(operator: Operator, holidays: HolidayRow[]): Promise<void> {
  const days = holidays.map(({ day }) => day);
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
  await operator.rows(sql`
    delete from mpp.holiday
    where extract(year from day) = any (${years}::int[]) and not day = any (${days}::date[])
  `);
  await operator.rows(sql`
    insert into mpp.holiday (day, kind, name_id, name_en, verified, source)
    select (row ->> 'day')::date, row ->> 'kind', row -> 'name' ->> 'id', row -> 'name' ->> 'en',
      (row ->> 'verified')::boolean, row ->> 'source'
    from jsonb_array_elements(${JSON.stringify(holidays)}::jsonb) row
    on conflict (day) do update
    set kind = excluded.kind, name_id = excluded.name_id, name_en = excluded.name_en,
      verified = excluded.verified, source = excluded.source
  `);
}
