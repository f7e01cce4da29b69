import { randomUUID } from 'node:crypto';

import type { TicketRow } from '../../src/database-functions.ts';
import type { TestDatabase } from '../test-database.ts';
import { granted, hash, mint, operationsOf, type Minted } from './operations.ts';

export const regency = '35.79';
export const otherRegency = '35.07';

/** A slot, said by what matters to a test. */
interface SlotFacts {
  /** When it begins, in minutes from now. */
  minutes: number;
  capacity: number;
  firstNumber: number;
  agency?: string;
  walkIn?: boolean;
  place?: string;
}

/**
 * A zone in which it is midday now, so that no test runs over midnight. The names of these zones
 * count the other way round.
 */
export function middayZone(): string {
  const offset = 12 - new Date().getUTCHours();
  if (offset === 0) return 'UTC';
  return `Etc/GMT${offset > 0 ? '-' : '+'}${String(Math.abs(offset))}`;
}

/** Two regencies; in the first, two agencies serve ktp and kk, and pbb. */
export async function buildTown(database: TestDatabase) {
  const { admin } = database;
  const zone = middayZone();
  for (const code of [regency, otherRegency]) {
    await admin('insert into mpp.regency (code, name, time_zone) values ($1, $1, $2)', [
      code,
      zone,
    ]);
  }
  for (const [service, agency] of [
    ['ktp', 'dukcapil'],
    ['kk', 'dukcapil'],
    ['pbb', 'bapenda'],
  ]) {
    await admin(`insert into mpp.offer values ($1, 'mall', $2, $3)`, [regency, service, agency]);
  }

  const operations = operationsOf(database);
  let people = 0;
  const somebody = () => hash(`person ${String(people++)}`);

  return {
    zone,
    operations,
    somebody,

    async slot({ minutes, capacity, firstNumber, ...rest }: SlotFacts) {
      const { agency = 'dukcapil', walkIn = false, place = 'mall' } = rest;
      const id = randomUUID();
      await admin(
        `insert into mpp.slot (regency, id, place_id, agency_id, service_day, starts_at, ends_at,
           capacity, first_number, walk_in)
         select $1, $2, $9, $3, (start at time zone $5)::date, start, start + interval '30 min',
           $6, $7, $8
         from (select now() + $4::interval as start) t`,
        [regency, id, agency, `${String(minutes)} min`, zone, capacity, firstNumber, walkIn, place],
      );
      return id;
    },

    /** Books, or says why not. */
    tryBook: (slot: string, { who = somebody(), service = 'ktp', m = mint() } = {}) =>
      operations.book(regency, m, slot, service, who),

    async book(
      slot: string,
      { who = somebody(), service = 'ktp', m = mint(), priority = false } = {},
    ): Promise<Minted & TicketRow> {
      const answer = await operations.book(regency, m, slot, service, who, priority);
      return { ...m, ...granted(answer) };
    },

    async hold(slot: string, m = mint()): Promise<Minted & TicketRow> {
      return { ...m, ...granted(await operations.hold(regency, m, slot, 'ktp')) };
    },

    async row(id: string) {
      const [row] = await admin<Record<string, unknown>>(
        'select *, seat_until::text as until from mpp.booking where regency = $1 and id = $2',
        [regency, id],
      );
      return row!;
    },

    /** Lets the time of a seat run out. */
    elapse: (id: string) =>
      admin(
        `update mpp.booking set seat_until = now() - interval '1 s' where regency = $1 and id = $2`,
        [regency, id],
      ),
  };
}

export type Town = Awaited<ReturnType<typeof buildTown>>;
