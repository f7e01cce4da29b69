// The managers' page, as a browser without JavaScript uses it.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { startLocalProvider } from '../../../../tools/sign-in/local-provider.ts';
import { clientOf, placeId, serviceId, somebody } from './citizen.ts';
import { freePort } from './free-port.ts';
import { Browser, officerAt } from './officer.ts';
import { openAllDay } from './open-mall.ts';
import { newGround, startServer } from './server-process.ts';

await describe('the managers’ page', async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${String(port)}`;
  const provider = await startLocalProvider(0, [address]);
  after(() => provider.close());
  const ground = await newGround('embedded');
  await openAllDay(ground);
  await startServer(ground, {
    PORT: String(port),
    MPP_PUBLIC_URL: address,
    MPP_OIDC_ISSUER: provider.issuer,
    MPP_OIDC_CLIENT_ID: provider.clientId,
  });
  const page = `${address}/staff/mall`;
  const { browser, mall } = await officerAt(address, 'wulan');
  const client = clientOf(address);

  const send = (fields: Record<string, string>, by = browser, headers = {}) =>
    by.open(page, { method: 'POST', body: new URLSearchParams(fields), headers });

  /** A day on which all is open, so many days from today. */
  const dayAhead = async (ahead: number) => {
    const { days } = await client.availability.days({ placeId, services: [serviceId], days: 31 });
    return days.filter(({ state }) => state === 'open')[ahead]!;
  };

  await it('asks who comes without a sign-in to sign in, and others to go to their manager', async () => {
    const guest = await new Browser().fetch(page);
    assert.equal(guest.status, 303);
    assert.match(guest.headers.get('location')!, /^\/staff\/sign-in/);
    const rina = await officerAt(address, 'rina');
    assert.match(await (await rina.browser.open(page)).text(), /untuk pengelola/);
    assert.match(await (await browser.open(`${address}/staff`)).text(), /href="\/staff\/mall"/);
    const sinta = await officerAt(address, 'sinta');
    const own = await (await sinta.browser.open(page)).text();
    assert.match(own, /Dinas Kependudukan/);
    assert.doesNotMatch(own, /Unduh katalog|seluruh mal|Badan Pendapatan/);
  });

  await it('closes a day and opens it again', async () => {
    const { date } = await dayAhead(4);
    const reason = { alasan: 'Rapat kerja', 'alasan-en': 'Staff meeting' };
    const saved = await send({ form: 'close', tanggal: date, untuk: '', jam: '', ...reason });
    const text = await saved.text();
    assert.match(text, /Tersimpan/);
    assert.match(text, /Rapat kerja/);
    assert.match(await (await browser.open(`${page}?lang=en`)).text(), /Staff meeting/);
    await send({ form: 'reopen', tanggal: date, untuk: '' });
    assert.deepEqual((await mall.read()).closures, []);
  });

  await it('keeps what was typed when it is wrong, and says what', async () => {
    const { date } = await dayAhead(4);
    const typed = { form: 'close', tanggal: date, untuk: 'dukcapil', alasan: 'Uji "kutip"' };
    const answer = await (await send({ ...typed, jam: 'jam sembilan' })).text();
    assert.match(answer, /Tulis jam seperti contoh/);
    assert.match(answer, /value="jam sembilan"/);
    assert.match(answer, /value="Uji &quot;kutip&quot;"/);
    assert.match(await (await send({ ...typed, jam: '11.00-09.00' })).text(), /setelah jam buka/);
    assert.match(await (await send({ ...typed, alasan: ' ', jam: '' })).text(), /Belum diisi/);
    const quota = { form: 'serving', untuk: 'dukcapil', menit: '2000', kuota: '1', langsung: '0' };
    assert.match(await (await send(quota)).text(), /value="2000"/);
    assert.deepEqual((await mall.read()).closures, []);
  });

  await it('shows who has booked, and does with them what was chosen', async () => {
    const { date, slots } = await dayAhead(5);
    const ticket = await client.bookings.book({ slotId: slots[9]!.id, serviceId, ...somebody() });
    const closing = { form: 'close', tanggal: date, untuk: '', jam: '', alasan: 'Banjir' };
    const preview = await (await send(closing)).text();
    assert.match(preview, /1 orang sudah memesan/);
    assert.match(preview, new RegExp(ticket.number));
    assert.doesNotMatch(preview, /Siti/);
    assert.equal((await dayAhead(5)).date, date);
    const hidden = (text: string) => /name="sidik"\s+value="([\da-f]{64})"/.exec(text)![1]!;
    const sidik = hidden(preview);

    const unsaid = await send({ ...closing, sidik, pilihan: 'cancel', pesan: '' });
    assert.match(await unsaid.text(), /Belum diisi/);
    const stale = await send({ ...closing, sidik: 'f'.repeat(64), pilihan: 'move' });
    assert.match(await stale.text(), /Janji sudah berubah/);
    const done = await send({ ...closing, sidik, pilihan: 'cancel', pesan: 'Jalan banjir' });
    assert.match(await done.text(), /Janji mereka dibatalkan/);
    const status = await client.tracking.status(ticket.code);
    assert.deepEqual([status.state, status.reason?.id], ['cancelled', 'Jalan banjir']);
    const tracked = await fetch(`${address}/35.79/lacak`, {
      method: 'POST',
      body: new URLSearchParams({ kode: ticket.code }),
    });
    assert.match(await tracked.text(), /Pesan petugas: Jalan banjir/);
    await send({ form: 'reopen', tanggal: date, untuk: '' });
  });

  await it('changes hours, counters and how an agency serves', async () => {
    const week = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [
        day,
        '08.00–12.00, 13.00-16.00',
      ]),
    );
    await send({ form: 'hours', untuk: 'bapenda', ...week, fri: '08.00-11.00', sun: '' });
    const bapenda = async () => (await mall.read()).agencies.find(({ id }) => id === 'bapenda')!;
    assert.deepEqual((await bapenda()).openingHours, [
      {
        days: ['mon', 'tue', 'wed', 'thu', 'sat'],
        open: '08:00',
        close: '16:00',
        breaks: [{ from: '12:00', to: '13:00' }],
      },
      { days: ['fri'], open: '08:00', close: '11:00', breaks: [] },
    ]);
    await send({ form: 'serving', untuk: 'bapenda', menit: '30', kuota: '40', langsung: '25' });
    await send({ form: 'counters', untuk: 'bapenda', 'nomor-0': '77', 'nama-0': 'Loket pajak' });
    const { slotMinutes, dailyQuota, walkInShare, counters } = await bapenda();
    assert.deepEqual([slotMinutes, dailyQuota, walkInShare], [30, 40, 25]);
    assert.deepEqual(counters, [{ number: 77, name: { id: 'Loket pajak', en: 'Loket pajak' } }]);
  });

  await it('cancels a stop of a van, and lets it come again', async () => {
    const [unit] = (await mall.read()).units;
    const [stop] = unit!.stops;
    const date = Array.from({ length: 14 }, (_, i) => new Date(Date.now() + (i + 2) * 86_400_000))
      .find(
        (day) =>
          ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][day.getUTCDay()] === stop!.weekday,
      )!
      .toISOString()
      .slice(0, 10);
    const about = { form: 'stop', unit: unit!.id, tanggal: date, singgah: stop!.place };
    await send({ ...about, alasan: 'Mobil diperbaiki' });
    const { exceptions } = (await mall.read()).units[0]!;
    assert.deepEqual(exceptions.at(-1)!.reason, { id: 'Mobil diperbaiki', en: 'Mobil diperbaiki' });
    await send({ ...about, hapus: 'ya' });
    assert.deepEqual((await mall.read()).units[0]!.exceptions, unit!.exceptions);
  });

  await it('gives the catalogue as a file, and takes it back', async () => {
    const file = await (await browser.open(`${page}/catalogue.json`)).text();
    const upload = (text: string) => {
      const body = new FormData();
      body.set('form', 'import');
      body.set('berkas', new File([text], 'catalogue.json', { type: 'application/json' }));
      return browser.open(page, { method: 'POST', body });
    };
    assert.match(await (await upload(file)).text(), /Tersimpan/);
    assert.equal(await (await browser.open(`${page}/catalogue.json`)).text(), file);
    assert.match(await (await upload('{"mpp"')).text(), /Bukan berkas JSON/);
    const broken = file.replace(/"slotMinutes": \d+/, '"slotMinutes": 0');
    assert.match(await (await upload(broken)).text(), /agencies\/0\/slotMinutes/);
  });

  await it('loses nothing when the sign-in has ended, and takes no order from elsewhere', async () => {
    const typed = { form: 'close', tanggal: '2030-01-01', untuk: '', alasan: 'Hari jadi kota' };
    const ended = await send(typed, new Browser());
    assert.equal(ended.status, 401);
    assert.match(await ended.text(), /value="Hari jadi kota"/);
    const elsewhere = await send(typed, browser, { origin: 'https://tetangga.kotabatu.go.id' });
    assert.equal(elsewhere.status, 403);
    assert.deepEqual((await mall.read()).closures, []);
  });
});
