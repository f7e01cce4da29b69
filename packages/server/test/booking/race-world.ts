import type { Query } from '../test-database.ts';
import { middayZone } from './town.ts';

export const regencies = ['35.79', '35.07', '51.71'] as const;
export const services = ['ktp', 'kk'];
export const holdMs = 700;

/** A bookable slot that racers run for. */
export interface RaceSlot {
  regency: string;
  id: string;
  capacity: number;
}

/**
 * A small world to race in: three regencies, an agency, two days of slots, seats for walk-ins. Holds
 * are short. The second regency gives seats back late (3 to 4 s), the others at once.
 */
export async function buildRaceWorld(admin: Query): Promise<RaceSlot[]> {
  const zone = middayZone();
  for (const [i, code] of regencies.entries()) {
    await admin(
      `insert into mpp.regency (code, name, time_zone, hold_for, release_min, release_max)
       values ($1, $1, $2, $3::interval, $4::interval, $5::interval)`,
      [code, zone, `${String(holdMs)} milliseconds`, i === 1 ? '3 s' : '0', i === 1 ? '4 s' : '0'],
    );
    for (const service of services) {
      await admin(`insert into mpp.offer values ($1, 'mall', $2, 'dukcapil')`, [code, service]);
    }
    await admin(
      `insert into mpp.slot (regency, id, place_id, agency_id, service_day, starts_at, ends_at,
         capacity, first_number, walk_in)
       select $1, gen_random_uuid(), 'mall', 'dukcapil', day, starts, starts + interval '20 min',
         capacity, first, walk_in
       from (
         select (now() at time zone $2)::date + d as day,
           now() + d * interval '1 day' + n * interval '20 min' as starts,
           case d when 0 then 500 else 20 end as capacity,
           1 + n * case d when 0 then 500 else 20 end as first, false as walk_in
         from generate_series(0, 1) d, generate_series(1, 6) n
         union all
         select (now() at time zone $2)::date, now() - interval '5 min' + n * interval '2 h', 4000,
           10000 * (n + 1), true
         from generate_series(0, 1) n) wanted`,
      [code, zone],
    );
  }
  return admin<RaceSlot>('select regency, id, capacity from mpp.slot where not walk_in');
}

/** Until the last seat has come free by the clock. */
export const settleMs = 4_200;
