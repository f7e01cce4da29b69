import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import autocannon from 'autocannon';
import pg from 'pg';

import { findBinaries } from '../tools/postgres/binaries.ts';
import { startPostgres } from '../tools/postgres/start.ts';
import { startProcess } from './child.ts';
import { sideBySide } from './rounds.ts';

const seconds = 5;
const clients = 16;
const slots = 8000;

/**
 * Beside `mpp.book` as pgbench calls it: what a booking costs through HTTP, with its secrets. On a
 * PostgreSQL that keeps what it has acknowledged, as an operator runs it.
 */
export async function bench(): Promise<Record<string, number>> {
  const pgbench = [findBinaries(), ...(process.env['PATH'] ?? '').split(delimiter)]
    .map((folder) => join(folder, 'pgbench'))
    .find((file) => existsSync(file));
  if (!pgbench) {
    console.log('  left out: there is no pgbench here');
    return {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'mpp-bench-'));
  const postgres = await startPostgres({ durable: true });
  const url = await postgres.createDatabase();
  const server = await startProcess('mpp-server.ts', { DATABASE_URL: url, MPP_DATA_DIR: folder });
  await makeSlots(url);
  const script = join(folder, 'book.sql');
  await writeFile(script, statement);

  const byHttp = async () => {
    const result = await autocannon({
      url: `${server.url}/v1/35.79/bookings`,
      method: 'POST',
      connections: clients,
      duration: seconds,
      requests: [{ setupRequest: (request) => ({ ...request, ...booking() }) }],
    });
    if (result.non2xx || result.errors) throw new Error('a booking was refused');
    return result.requests.total / result.duration;
  };
  const byPgbench = async () => {
    const { stdout } = await promisify(execFile)(
      pgbench,
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        `${clients}`,
        '-j',
        '2',
        '-T',
        `${seconds}`,
        '-f',
        script,
        url,
      ],
      { env: { ...process.env, PGOPTIONS: '-c role=mpp_app' } },
    );
    return Number(/^tps = ([\d.]+)/m.exec(stdout)![1]);
  };
  await byHttp(); // what runs often must have run often
  const { one, other, ratio } = await sideBySide(3, byHttp, byPgbench);
  console.log(`  HTTP ${one.toFixed(0)}/s, pgbench ${other.toFixed(0)}/s, ${clients} clients each`);
  await server.stop();
  await postgres.stop();
  await rm(folder, { recursive: true });
  return { 'bookings.http-to-pgbench': ratio };
}

/** A uuid for the nth slot, so that both sides can choose one without asking. */
const slotId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let people = 0;

function booking() {
  const phone = `+628${String(1_000_000_000 + people++)}`;
  return {
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      slotId: slotId(1 + Math.floor(Math.random() * slots)),
      serviceId: 'ktp-el-hilang',
      name: 'Sari Wulandari',
      phone,
    }),
  };
}

// With values as long as the server's own, and a slot chosen as it is above.
const statement = `\\set s random(1, ${slots})
select mpp.book('35.79', gen_random_uuid(), '\\x${'01'.repeat(32)}', gen_random_uuid(),
  ('00000000-0000-4000-8000-' || lpad(:s::text, 12, '0'))::uuid, 'ktp-el-hilang',
  sha256(random()::text::bytea), '\\x${'02'.repeat(32)}', sha256(random()::text::bytea),
  '\\x${'03'.repeat(84)}', '\\x${'04'.repeat(32)}', false);
`;

/** Days beyond those that the server has published, so that the two do not meet. */
async function makeSlots(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into mpp.slot (regency, id, place_id, agency_id, service_day, starts_at, ends_at, capacity, first_number)
     select '35.79', ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'mpp-among-warga', 'dukcapil',
       current_date + 100 + n % 30, now() + interval '100 days' + n * interval '1 minute',
       now() + interval '100 days' + (n + 1) * interval '1 minute', 100, 1 + 100 * n
     from generate_series(1, $1::int) n`,
    [slots],
  );
  await client.query('vacuum analyze mpp.slot');
  await client.end();
}
