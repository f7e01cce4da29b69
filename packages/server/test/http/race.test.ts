import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';

import { MppError } from '@mpp-digital/sdk';
import type { Ticket } from '@mpp-digital/contract';
import pg from 'pg';

import { plantFault } from '../booking/faults.ts';
import { clientOf, placeId, regency, serviceId, somebody } from './citizen.ts';
import { newGround, startServer, type Ground } from './server-process.ts';

const seats = 20;
const crowd = 500;
const naive = 'naive: look, then insert; no lock, no unique index, no check';

/** What came of the race. */
interface Outcome {
  tickets: Ticket[];
  refusals: string[];
  /** Seats that have an owner, and those that have one only once, as the database knows. */
  owned: number;
  distinct: number;
}

await describe('500 people, 20 seats, 3 servers', async () => {
  await it('gives exactly 20 seats, each to one person, and the rest a plain answer', async () => {
    const { tickets, refusals, owned, distinct } = await race(await newGround('postgresql'));
    assert.equal(tickets.length, seats);
    assert.equal(owned, seats);
    assert.equal(distinct, seats);
    assert.equal(new Set(tickets.map(({ number }) => number)).size, seats);
    assert.equal(new Set(tickets.map(({ code }) => code)).size, seats);
    assert.deepEqual([...new Set(refusals)], ['slot_full']);
    assert.equal(refusals.length, crowd - seats);
  });

  await it('would be seen to fail if it looked first and inserted then', async () => {
    const ground = await newGround('postgresql');
    const client = new pg.Client(ground.databaseUrl);
    await client.connect();
    await plantFault(client, naive);
    await client.end();
    const { tickets, distinct } = await race(ground);
    assert.ok(
      tickets.length > seats || distinct < tickets.length,
      `${String(tickets.length)} tickets for ${String(distinct)} seats`,
    );
  });
});

async function race(ground: Ground): Promise<Outcome> {
  // All at once, on a database with nothing in it: one migrates and fills it, the others wait.
  // To them, the crowd is one network.
  const limit = { MPP_HOLDS_PER_CLIENT: String(crowd) };
  const servers = await Promise.all([1, 2, 3].map(() => startServer(ground, limit)));
  // A client asks again when a server is busy: as a citizen's widget does.
  const clients = servers.map(({ url }) => clientOf(url, { retries: 5, timeout: 60_000 }));
  const database = new pg.Client(ground.databaseUrl);
  await database.connect();
  const slotId = await addSlot(database);

  const results = await Promise.allSettled(
    Array.from({ length: crowd }, (_, i) =>
      clients[i % clients.length]!.bookings.book({ slotId, serviceId, ...somebody() }),
    ),
  );
  const { rows } = await database.query<{ owned: number; distinct: number }>(
    `select count(*)::int as owned, count(distinct seat)::int as distinct
     from mpp.booking where slot_id = $1 and seat_until is not null`,
    [slotId],
  );
  await database.end();
  await Promise.all(servers.map((server) => server.stop()));
  return {
    tickets: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    refusals: results.flatMap((result) =>
      result.status === 'rejected'
        ? [result.reason instanceof MppError ? result.reason.code : String(result.reason)]
        : [],
    ),
    ...rows[0]!,
  };
}

/** A time on a day on which nobody else is served. */
async function addSlot(database: pg.Client): Promise<string> {
  const id = randomUUID();
  await database.query(
    `insert into mpp.slot (regency, id, place_id, agency_id, service_day, starts_at, ends_at,
       capacity, first_number)
     select $1, $2, $3, 'dukcapil', day, day + time '08:00', day + time '09:00', $4, 1
     from (select current_date + 6 - extract(dow from current_date)::int + 7 as day) saturday`,
    [regency, id, placeId, seats],
  );
  return id;
}
