import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import pg from 'pg';

import { clientOf, openSlots, refusalOf, serviceId } from './citizen.ts';
import { databaseKinds, newGround, startServer, type Ground } from './server-process.ts';

const name = 'Nyoman Rahasiawati';
const phone = '+6281234509876';

for (const kind of databaseKinds) {
  await describe(`who came stays secret, ${kind}`, async () => {
    const ground = await newGround(kind);
    const server = await startServer(ground, { LOG_LEVEL: 'trace' });
    const client = clientOf(server.url);

    await it('is in no log, no answer and no dump of the database', async () => {
      const [slot, other] = await openSlots(client);
      const held = await client.bookings.hold({ slotId: slot!.id, serviceId });
      const ticket = await client.bookings.bookHold(held, { name, phone });
      await client.bookings.calendar(ticket);
      await client.bookings.reschedule(ticket, other!.id);
      const again = client.bookings.book({ slotId: other!.id, serviceId, name, phone });
      assert.equal(await refusalOf(again), 'already_booked');
      await client.bookings.unlock({ code: ticket.code, phoneEnding: phone.slice(-4) });
      await client.tracking.status(ticket.code);
      for (const answer of [ticket, await client.bookings.show(ticket)]) {
        assert.equal(JSON.stringify(answer).includes(name), false);
      }
      assert.equal((await server.stop()).code, 0);

      const canaries = [
        name,
        phone,
        phone.slice(3),
        `0${phone.slice(3)}`,
        ticket.code,
        ticket.secret,
      ];
      const log = server.log();
      assert.ok(log.includes('/v1/{regency}/bookings/{bookingId}/book'), 'something was logged');
      const dump = await dumpOf(ground);
      assert.ok(dump.length > 1_000_000, 'something was stored');
      for (const canary of canaries) {
        assert.equal(log.includes(canary), false, 'in the log');
        for (const bytes of forms(canary)) {
          assert.equal(dump.includes(bytes), false, 'in the database');
        }
      }
    });
  });
}

/** As text, as hex (of bytea in a dump) and as base64. */
function forms(canary: string): Buffer[] {
  const bytes = Buffer.from(canary);
  return [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64'))];
}

/** Everything that is kept: all rows of all tables, or every byte of the folder. */
async function dumpOf({ databaseUrl, dataDir }: Ground): Promise<Buffer> {
  if (databaseUrl === undefined) {
    const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
    return Buffer.concat(
      await Promise.all(
        files
          .filter((file) => file.isFile())
          .map((file) => readFile(join(file.parentPath, file.name))),
      ),
    );
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name: table } of tables) {
    const { rows } = await client.query<{ text: string }>(`select t::text as text from ${table} t`);
    parts.push(...rows.map(({ text }) => text));
  }
  await client.end();
  return Buffer.from(parts.join('\n'));
}
