import { createHash } from 'node:crypto';

import sql, { raw } from 'sql-template-tag';

import type { Operator } from '../database.ts';
import type { StoredCatalogue } from './convert-catalogue.ts';

/** What a catalogue changed of the one before. */
export interface Written {
  /** Schedules that are others, and on which dates; null for all. */
  schedules: { placeId: string; agencyId: string; dates: string[] | null }[];
  /** Services that cannot be had at a place any more. */
  gone: { placeId: string; serviceId: string }[];
}

/**
 * Makes a regency's catalogue be this one, and keeps the file that it was made from. What citizens see
 * and is the same again is not written.
 */
export async function writeCatalogue(
  operator: Operator,
  { schedules, ...seen }: StoredCatalogue,
  file: object,
): Promise<Written> {
  const { regency } = seen;
  const version = createHash('sha256').update(JSON.stringify(seen)).digest('base64url');

  await lockCatalogue(operator, regency);
  await operator.rows(sql`
    insert into mpp.regency (code, name, time_zone)
    select code, full_name, time_zone from mpp.region where code = ${regency}
    on conflict (code) do update set name = excluded.name, time_zone = excluded.time_zone
  `);
  const same = await operator.rows(sql`
    select version from mpp.catalogue where regency = ${regency} and version = ${version}
  `);
  await operator.rows(sql`
    insert into mpp.catalogue_file (regency, file) values (${regency}, ${JSON.stringify(file)}::json)
    on conflict (regency) do update set file = excluded.file
  `);
  const changed = await writeSchedules(operator, regency, schedules);
  if (same.length > 0) return { schedules: changed, gone: [] };

  const before = await operator.rows<Written['gone'][number]>(sql`
    select place_id as "placeId", service_id as "serviceId" from mpp.offer where regency = ${regency}
  `);
  const { categories, agencies, places, services, mobileUnits, kiosks } = seen;
  await writeDocuments(operator, regency, 'category', categories);
  await writeDocuments(operator, regency, 'agency', agencies);
  await writeDocuments(operator, regency, 'place', places);
  await writeDocuments(operator, regency, 'mobile_unit', mobileUnits);
  await writeDocuments(operator, regency, 'kiosk', kiosks);
  await operator.rows(sql`delete from mpp.service where regency = ${regency}`);
  await operator.rows(sql`
    insert into mpp.service (regency, id, position, agency_id, document)
    select ${regency}, row ->> 'id', position, row -> 'agency' ->> 'id', row
    from jsonb_array_elements(${JSON.stringify(services)}::jsonb) with ordinality list (row, position)
  `);
  await operator.rows(sql`delete from mpp.offer where regency = ${regency}`);
  await operator.rows(sql`
    insert into mpp.offer (regency, place_id, service_id, agency_id)
    select regency, place ->> 'placeId', id, agency_id
    from mpp.service, jsonb_array_elements(document -> 'places') place
    where regency = ${regency}
  `);
  await operator.rows(sql`
    insert into mpp.catalogue (regency, version) values (${regency}, ${version})
    on conflict (regency) do update set version = excluded.version, updated_at = now()
  `);
  const offered = new Set(
    services.flatMap(({ id, places }) => places.map(({ placeId }) => `${placeId} ${id}`)),
  );
  return {
    schedules: changed,
    gone: before.filter(({ placeId, serviceId }) => !offered.has(`${placeId} ${serviceId}`)),
  };
}

/** Two changes at once: the second waits here, and is made to what the first has left. */
export async function lockCatalogue(operator: Operator, regency: string): Promise<void> {
  await operator.rows(sql`select pg_advisory_xact_lock(4, hashtext(${regency}))`);
}

async function writeSchedules(
  operator: Operator,
  regency: string,
  schedules: StoredCatalogue['schedules'],
): Promise<Written['schedules']> {
  const wanted = sql`
    select ${regency}::text as regency, row ->> 'placeId' as place_id, row ->> 'agencyId' as agency_id,
      (row ->> 'slotMinutes')::int as slot_minutes, (row ->> 'dailyQuota')::int as daily_quota,
      row -> 'openingHours' as opening_hours, row -> 'exceptions' as exceptions,
      (row ->> 'walkInShare')::int as walk_in_share
    from jsonb_array_elements(${JSON.stringify(schedules)}::jsonb) row
  `;
  // Where only days of exception differ, only these dates do.
  const changed = await operator.rows<Written['schedules'][number]>(sql`
    with n as (${wanted}), o as (select * from mpp.schedule where regency = ${regency})
    select coalesce(n.place_id, o.place_id) as "placeId", coalesce(n.agency_id, o.agency_id) as "agencyId",
      case when (n.slot_minutes, n.daily_quota, n.opening_hours, n.walk_in_share)
        is not distinct from (o.slot_minutes, o.daily_quota, o.opening_hours, o.walk_in_share)
      then (
        select jsonb_agg(distinct day ->> 'date')
        from jsonb_array_elements(n.exceptions || o.exceptions) day
        where not (n.exceptions @> jsonb_build_array(day) and o.exceptions @> jsonb_build_array(day))
      ) end as dates
    from n full join o using (place_id, agency_id)
    where (n.slot_minutes, n.daily_quota, n.opening_hours, n.walk_in_share, n.exceptions)
      is distinct from (o.slot_minutes, o.daily_quota, o.opening_hours, o.walk_in_share, o.exceptions)
  `);
  await operator.rows(sql`delete from mpp.schedule where regency = ${regency}`);
  await operator.rows(sql`
    insert into mpp.schedule (regency, place_id, agency_id, slot_minutes, daily_quota, opening_hours,
      exceptions, walk_in_share) ${wanted}
  `);
  return changed;
}

async function writeDocuments(
  operator: Operator,
  regency: string,
  table: 'category' | 'agency' | 'place' | 'mobile_unit' | 'kiosk',
  documents: object[],
): Promise<void> {
  const name = raw(`mpp.${table}`);
  await operator.rows(sql`delete from ${name} where regency = ${regency}`);
  await operator.rows(sql`
    insert into ${name} (regency, id, position, document)
    select ${regency}, row ->> 'id', position, row
    from jsonb_array_elements(${JSON.stringify(documents)}::jsonb) with ordinality list (row, position)
  `);
}
