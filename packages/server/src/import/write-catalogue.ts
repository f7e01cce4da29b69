import { createHash } from 'node:crypto';

import sql, { raw } from 'sql-template-tag';

import type { Operator } from '../database.ts';
import type { StoredCatalogue } from './convert-catalogue.ts';

/** Makes a regency's catalogue be this one. The same again is not written. */
export async function writeCatalogue(operator: Operator, stored: StoredCatalogue): Promise<void> {
  const { regency, categories, agencies, places, services, mobileUnits, kiosks, schedules } =
    stored;
  const version = createHash('sha256').update(JSON.stringify(stored)).digest('base64url');

  // Two imports at once: the second waits here, and writes after the first.
  await operator.rows(sql`select pg_advisory_xact_lock(4, hashtext(${regency}))`);
  await operator.rows(sql`
    insert into mpp.regency (code, name, time_zone)
    select code, full_name, time_zone from mpp.region where code = ${regency}
    on conflict (code) do update set name = excluded.name, time_zone = excluded.time_zone
  `);
  const same = await operator.rows(sql`
    select version from mpp.catalogue where regency = ${regency} and version = ${version}
  `);
  if (same.length > 0) return;

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
  await operator.rows(sql`delete from mpp.schedule where regency = ${regency}`);
  await operator.rows(sql`
    insert into mpp.schedule (regency, place_id, agency_id, slot_minutes, daily_quota, opening_hours, exceptions)
    select ${regency}, row ->> 'placeId', row ->> 'agencyId', (row ->> 'slotMinutes')::int,
      (row ->> 'dailyQuota')::int, row -> 'openingHours', row -> 'exceptions'
    from jsonb_array_elements(${JSON.stringify(schedules)}::jsonb) row
  `);
  await operator.rows(sql`
    insert into mpp.catalogue (regency, version) values (${regency}, ${version})
    on conflict (regency) do update set version = excluded.version, updated_at = now()
  `);
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
