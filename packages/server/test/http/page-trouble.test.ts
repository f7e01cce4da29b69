import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import pg from 'pg';

import { clientOf, freeAt, openSlots, serviceId, somebody } from './citizen.ts';
import { openLine } from './open-line.ts';
import { newGround, startServer } from './server-process.ts';
import { valueOf, visitorOf } from './visitor.ts';

await describe('pages without JavaScript, when something is in the way', async () => {
  const ground = await newGround('postgresql');
  const server = await startServer(ground);
  const client = clientOf(server.url);
  const visit = visitorOf(server.url);
  const [slot] = await openSlots(client);

  const form = (person: { name: string; phone: string }, hari = slot!.startsAt.slice(0, 10)) => ({
    ...{ kunci: crypto.randomUUID(), layanan: serviceId, hari, jadwal: slot!.id },
    ...{ nama: person.name, hp: person.phone, prioritas: 'ya' },
  });

  /** As somebody who is at work on the database, in a transaction that is undone. */
  async function meanwhile(statement: string, values: unknown[], work: () => Promise<void>) {
    const other = new pg.Client(ground.databaseUrl);
    await other.connect();
    await other.query('begin');
    await other.query(statement, values);
    await work();
    await other.query('rollback');
    await other.end();
  }

  await it('keeps the form while the server is busy, and the key, so that it books once', async () => {
    const person = somebody('Ketut Sabar');
    const sent = form(person);
    let busy = '';
    await meanwhile('select from mpp.slot where id = $1 for update', [slot!.id], async () => {
      const { status, text, headers } = await visit('/35.79/janji', sent);
      assert.equal(status, 503);
      assert.ok(Number(headers.get('retry-after')) > 0);
      assert.match(text, /Server sedang ramai.*Isian Anda masih ada/);
      busy = text;
    });
    assert.match(busy, /name="prioritas"\s+value="ya"\s+checked/);
    const again = Object.fromEntries(
      Object.keys(sent).map((name) => [name, valueOf(busy, name)] as const),
    );
    assert.deepEqual(again, sent);
    const { free } = slot!;
    const [ticket, twin] = [await visit('/35.79/janji', again), await visit('/35.79/janji', again)];
    assert.match(ticket.text, /Tempat Anda aman/);
    assert.equal(valueOf(twin.text, 'id'), valueOf(ticket.text, 'id'));
    assert.equal(await freeAt(client, slot!), free - 1);
  });

  await it('keeps what was written when the day can no longer be had', async () => {
    const person = somebody('Luh Lama');
    for (const day of ['2020-01-31', '2099-01-01', '', 'kemarin']) {
      const bad = { ...form(person, day), hp: '12' };
      const { status, text } = await visit('/35.79/janji', bad);
      assert.equal(status, 200, day);
      assert.equal(valueOf(text, 'nama'), person.name);
      assert.equal(text.match(/name="hari"/g)?.length, text.match(/type="radio"/g)?.length);
      const chosen = { ...bad, kunci: valueOf(text, 'kunci'), hari: valueOf(text, 'hari') };
      const times = await visit('/35.79/janji', { ...chosen, jadwal: '' });
      assert.equal(valueOf(times.text, 'hari'), chosen.hari);
      assert.match(times.text, /type="radio"\s+name="jadwal"/);
      assert.equal(valueOf(times.text, 'nama'), person.name);
    }
  });

  await it('offers other days when the chosen one has filled up', async () => {
    const person = somebody('Gede Penuh');
    const day = slot!.startsAt.slice(0, 10);
    const database = new pg.Client(ground.databaseUrl);
    await database.connect();
    const open = (is: boolean) =>
      database.query('update mpp.slot set is_open = $2 where service_day = $1', [day, is]);
    await open(false);
    const { text } = await visit('/35.79/janji', form(person));
    await open(true);
    await database.end();
    assert.match(text, /Pilih hari lain/);
    assert.notEqual(valueOf(text, 'hari'), day);
    assert.equal(valueOf(text, 'nama'), person.name);
  });

  await it('does not say that all is full while it names the next place', async () => {
    const database = new pg.Client(ground.databaseUrl);
    await database.connect();
    const open = (is: boolean, days: number) =>
      database.query(
        'update mpp.slot set is_open = $1 where service_day < current_date + $2::int',
        [...[is, days]],
      );
    await open(false, 9);
    const week = await visit(`/35.79/janji?layanan=${serviceId}`);
    await open(false, 99);
    const never = await visit(`/35.79/janji?layanan=${serviceId}`);
    await open(true, 99);
    await database.end();
    assert.match(week.text, /Pada hari-hari ini tidak ada tempat lagi[^]*Tempat berikutnya: /);
    assert.equal(week.text.includes('semua jadwal penuh'), false);
    assert.match(never.text, /semua jadwal penuh/);
  });

  await it('shows the ticket of one who cannot be cancelled any more', async () => {
    const [, other] = await openSlots(client);
    const ticket = await client.bookings.book({ slotId: other!.id, serviceId, ...somebody() });
    const database = new pg.Client(ground.databaseUrl);
    await database.connect();
    await database.query(`update mpp.booking set state = 'called' where id = $1`, [ticket.id]);
    await database.end();
    const { status, text } = await visit('/35.79/batal', { tiket: ticket.secret, id: ticket.id });
    assert.equal(status, 409);
    assert.match(text, /tidak bisa dibatalkan lagi/);
    assert.ok(text.includes(ticket.number));
  });

  await it('says of a form that cannot be read that it cannot be read', async () => {
    const send = (body: BodyInit) => fetch(`${server.url}/35.79/batal`, { method: 'POST', body });
    const multipart = new FormData();
    multipart.set('tiket', 'x');
    for (const [body, status] of [
      [multipart, 415],
      [new URLSearchParams({ tiket: 'x'.repeat(70_000) }), 413],
      [new URLSearchParams({ tiket: 'x', id: 'y' }), 400],
    ] as const) {
      const answer = await send(body);
      assert.equal(answer.status, status);
      assert.match(await answer.text(), /Isian ini tidak terbaca/);
    }
  });

  await it('leads whoever comes back to the address of a form to the tracking page', async () => {
    for (const path of ['batal', 'tiket', 'kalender']) {
      const { status, headers } = await visit(`/35.79/${path}?lang=en`);
      assert.deepEqual([status, headers.get('location')], [303, '/35.79/lacak?lang=en'], path);
    }
  });

  await it('writes the calendar in the language of the page', async () => {
    const [, , third] = await openSlots(client);
    const ticket = await client.bookings.book({ slotId: third!.id, serviceId, ...somebody() });
    const form = { tiket: ticket.secret, id: ticket.id };
    const english = { 'accept-language': 'en-US' };
    assert.match((await visit('/35.79/kalender', form, english)).text, /SUMMARY:Antrean /);
    assert.match((await visit('/35.79/kalender?lang=en', form)).text, /SUMMARY:Queue /);
  });

  await it('keeps no blanks that somebody typed for everyone', async () => {
    await visit('/35.79/layanan?q=%20%09%20');
    const { text } = await visit('/35.79/layanan');
    assert.match(text, /href="\/35\.79\/layanan\?lang=en"/);
  });

  await it('answers in words when the database is gone', async () => {
    const real = new URL(ground.databaseUrl!);
    const line = await openLine(Number(real.port));
    real.port = String(line.port);
    const cutOff = await startServer(ground, { DATABASE_URL: real.href });
    const visitThere = visitorOf(cutOff.url);
    await visitThere('/');
    line.cut();
    assert.equal((await visitThere('/')).status, 200);
    const sent = form(somebody('Putu Putus'));
    const { status, text } = await visitThere('/35.79/janji', sent);
    assert.equal(status, 503);
    assert.equal(valueOf(text, 'nama'), 'Putu Putus');
    await cutOff.stop();
  });
});
