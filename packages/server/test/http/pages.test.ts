import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { formatCode, surveyElements } from '@mpp-digital/contract';

import { clientOf, freeAt, openSlots, serviceId, somebody } from './citizen.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';
import { valueOf, visitorOf } from './visitor.ts';

for (const kind of databaseKinds) {
  await describe(`pages without JavaScript, ${kind}`, async () => {
    const server = await startServer(await newGround(kind));
    const client = clientOf(server.url);
    const [slot] = await openSlots(client);

    const visit = visitorOf(server.url);

    const paths = [
      '/',
      '/?lang=en',
      '/35.79/layanan',
      '/35.79/layanan?q=ktp+ilang',
      `/35.79/layanan/${serviceId}`,
      `/35.79/layanan/${serviceId}?lang=en`,
      '/35.79/janji',
      `/35.79/janji?layanan=${serviceId}`,
      `/35.79/janji?layanan=${serviceId}&hari=${slot!.startsAt.slice(0, 10)}&jadwal=${slot!.id}`,
      '/35.79/permohonan',
      '/35.79/permohonan?layanan=sip-perawat&lang=en',
      '/35.79/lacak',
      '/35.79/antrean',
      '/35.79/antrean?lang=en',
      '/board',
      '/35.79/keliling',
      '/35.79/keliling?desa=35.79.01.1001',
      '/35.79/survei',
      '/35.79/kinerja',
      '/35.79/kinerja?lang=en',
      '/35.79/survei?lang=en',
    ];

    for (const path of paths) {
      await it(`is whole and small: ${path}`, async () => {
        const { status, text, headers } = await visit(path);
        assert.equal(status, 200);
        const lang = path.includes('lang=en') ? 'en' : 'id';
        assert.ok(text.includes(`<html lang="${lang}">`));
        assert.equal(text.match(/<h1/g)?.length, 1, 'one h1');
        const isBare = path === '/board'; // nothing to skip
        assert.ok(isBare || /class="skip" href="#isi".* id="isi"/s.test(text));
        assert.equal(/\sstyle=|<style|\son\w+=|javascript:/.test(text), false);
        const policy = headers.get('content-security-policy') ?? '';
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /trusted-types lit-html/);
        const style = await visit(/href="(\/pages\.\w+\.css)"/.exec(text)![1]!);
        assert.match(style.headers.get('cache-control') ?? '', /immutable/);
        const bytes = brotliCompressSync(text).length + brotliCompressSync(style.text).length;
        assert.ok(bytes < 30_000, `${String(bytes)} bytes`);
      });
    }

    await it('finds a service as the finder does', async () => {
      const { text } = await visit('/35.79/layanan?q=KTP+ilang');
      const found = [...text.matchAll(/data-service="([^"]+)"/g)].map(([, id]) => id);
      assert.ok(found.slice(0, 3).includes('ktp-el-hilang'), found.slice(0, 5).join());
      const none = await visit('/35.79/layanan?q=zzqqxx');
      assert.match(none.text, /Tidak ada layanan yang cocok/);
    });

    await it('says what comes to a village, and lists all villages to who asks for another', async () => {
      const all = await visit('/35.79/keliling');
      const link = /href="([^"]+)">Temas</.exec(all.text)![1]!.replaceAll('&amp;', '&');
      const { text } = await visit(link);
      assert.match(text, /Yang datang ke Temas/);
      assert.match(text, /BPJS Keliling/);
      assert.match(text, /09\.00–12\.00, Kantor Kelurahan Temas/);
      assert.match(text, /Tidak bisa di sini: Pembayaran iuran tunai/);
      const calendar = /href="(\/v1\/[^"]+calendar[^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&');
      assert.match((await visit(calendar)).text, /^BEGIN:VCALENDAR/);
      const gone = await visit('/35.79/keliling?desa=99.99.99.9999');
      assert.equal(gone.status, 200);
      assert.match(gone.text, /Pilih desa atau kelurahan Anda/);
    });

    await it('keeps what was typed as text', async () => {
      const hostile = `"><script>alert(1)</script><b x='`;
      const { text } = await visit(`/35.79/layanan?q=${encodeURIComponent(hostile)}`);
      assert.equal(text.includes('<script>alert'), false);
      assert.ok(text.includes('&lt;script&gt;'));
      await visit(`/35.79/layanan?lang=en&x=${encodeURIComponent('"kanari')}`);
      assert.equal((await visit('/35.79/layanan?lang=en')).text.includes('kanari'), false);
      const form = { kode: hostile };
      assert.equal((await visit('/35.79/lacak', form)).text.includes('<script>alert'), false);
    });

    await it('shows the whole standard, with its data for search engines', async () => {
      const { text } = await visit(`/35.79/layanan/${serviceId}`);
      const service = await client.catalogue.service(serviceId);
      for (const { text: paper } of service.requirements) assert.ok(text.includes(paper.id));
      assert.ok(text.includes('Data contoh'), 'marked as example data');
      const json = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(text)![1]!;
      assert.equal((JSON.parse(json) as { name: string }).name, service.name.id);
    });

    await it('leads from a service to its form, and says honestly what that needs', async () => {
      const { text } = await visit('/35.79/layanan/sip-perawat');
      const [, way] = /href="([^"]*permohonan[^"]*)"/.exec(text)!;
      const form = await visit(way!.replaceAll('&amp;', '&'));
      assert.match(form.text, /<mpp-application-form regency="35.79" service="sip-perawat">/);
      assert.match(form.text, /memerlukan JavaScript/);
      assert.match(form.text, /Surat Tanda Registrasi/);
      const without = await visit('/35.79/layanan/ktp-el-baru');
      assert.ok(!without.text.includes('permohonan?'));
    });

    await it('books, tracks and gives back with forms alone', async () => {
      const person = somebody('Made Tanpaskrip');
      const ask = await visit(`/35.79/janji?layanan=${serviceId}`);
      const day = valueOf(ask.text, 'hari');
      const jadwal = valueOf(ask.text, 'jadwal');
      const chosen = (await openSlots(client)).find(({ id }) => id === jadwal)!;

      const who = await visit(`/35.79/janji?layanan=${serviceId}&hari=${day}&jadwal=${jadwal}`);
      const form = {
        kunci: valueOf(who.text, 'kunci'),
        layanan: serviceId,
        hari: day,
        jadwal,
        nama: '',
        hp: '12',
      };
      const wrong = await visit('/35.79/janji', form);
      assert.match(wrong.text, /Periksa kembali isian Anda/);
      assert.match(wrong.text, /href="#nama"/);
      assert.match(wrong.text, /href="#hp"/);
      assert.equal(await freeAt(client, chosen), chosen.free, 'nothing is taken yet');

      const right = {
        ...form,
        kunci: valueOf(wrong.text, 'kunci'),
        nama: person.name,
        hp: person.phone.replace('+62', '0'),
      };
      const [ticket, twin] = await Promise.all([
        visit('/35.79/janji', right),
        visit('/35.79/janji', right),
      ]);
      assert.match(ticket.text, /Tempat Anda aman/);
      assert.equal(ticket.headers.get('cache-control'), 'no-store');
      assert.equal(ticket.text.includes(person.name), false);
      const code = /class="code">([^<]+)</.exec(ticket.text)![1]!;
      assert.ok(twin.text.includes(code), 'pressed twice, booked once');
      assert.equal(await freeAt(client, chosen), chosen.free - 1);

      const calendar = await visit('/35.79/kalender', {
        tiket: valueOf(ticket.text, 'tiket'),
        id: valueOf(ticket.text, 'id'),
      });
      assert.match(calendar.headers.get('content-type') ?? '', /^text\/calendar/);

      const status = await visit('/35.79/lacak', { kode: code.toLowerCase().replaceAll('-', ' ') });
      assert.match(status.text, /Terdaftar/);
      const wrongEnding = await visit('/35.79/tiket', {
        kode: valueOf(status.text, 'kode'),
        angka: 'xxxx',
      });
      assert.match(wrongEnding.text, /tidak cocok/);
      const opened = await visit('/35.79/tiket', {
        kode: valueOf(status.text, 'kode'),
        angka: person.phone.slice(-4),
      });
      const cancelled = await visit('/35.79/batal', {
        tiket: valueOf(opened.text, 'tiket'),
        id: valueOf(opened.text, 'id'),
      });
      assert.match(cancelled.text, /sudah dibatalkan/);
      assert.equal(await freeAt(client, chosen), chosen.free);
      assert.equal((await client.tracking.status(code)).state, 'cancelled');
      assert.equal(formatCode((await client.tracking.status(code)).code), code);
    });

    await it('keeps the answers of a survey that is not whole, or too early', async () => {
      const answers = Object.fromEntries(surveyElements.map((element) => [element, '3']));
      const sent = { kirim: '1', ...answers };
      const incomplete = await visit('/35.79/survei', { ...sent, cost: '', kode: 'typo' });
      assert.match(incomplete.text, /href="#kode">Kode ini belum benar/);
      assert.match(incomplete.text, /href="#cost-1">Pilih jawaban tentang Biaya/);
      assert.equal(incomplete.text.match(/checked/g)?.length, 8);

      const ticket = await client.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
      const early = await visit('/35.79/survei', { ...sent, kode: formatCode(ticket.code) });
      assert.match(early.text, /belum selesai dilayani/);
      assert.equal(early.text.match(/checked/g)?.length, 9);
      assert.equal(valueOf(early.text, 'kode'), formatCode(ticket.code));
      await client.bookings.cancel(ticket);
    });

    await it('keeps what was typed when the time is gone', async () => {
      const person = somebody('Wayan Telat');
      const [wanted] = await openSlots(client);
      for (let i = 0; i < wanted!.free; i++) {
        await client.bookings.book({ slotId: wanted!.id, serviceId, ...somebody() });
      }
      const { text, status } = await visit('/35.79/janji', {
        kunci: '6f1c1f9e-9a3f-4a57-8a07-0d7e0cf1f5a3',
        layanan: serviceId,
        hari: wanted!.startsAt.slice(0, 10),
        jadwal: wanted!.id,
        nama: person.name,
        hp: person.phone,
      });
      assert.equal(status, 200);
      assert.match(text, /baru saja penuh/);
      assert.ok(text.includes(`value="${person.name}"`));
      assert.ok(text.includes(`value="${person.phone}"`));
      assert.match(text, /type="radio"/);
    });

    await it('answers in words where there is nothing', async () => {
      for (const path of ['/35.79/layanan/nichts', '/99.99/layanan', '/35.79/janji?layanan=x']) {
        const { status, text, headers } = await visit(path);
        assert.equal(status, 404, path);
        assert.match(headers.get('content-type') ?? '', /^text\/html/);
        assert.match(text, /Halaman ini tidak ada/);
      }
      const unknown = await fetch(`${server.url}/nichts`, { headers: { accept: 'text/html' } });
      assert.equal(unknown.status, 404);
      const words = await unknown.text();
      assert.ok(words.includes('Halaman ini tidak ada') && !words.includes('href="//'));
      const noDay = await visit(`/35.79/janji?layanan=${serviceId}&hari=1999-02-30`);
      assert.equal(noDay.status, 404);
      const oldLink = await visit(`/35.79/janji?layanan=${serviceId}&hari=1999-01-01`);
      assert.match(oldLink.text, /Kapan Anda bisa datang/);
      const notAForm = await fetch(`${server.url}/35.79/lacak`, { method: 'POST', body: '{}' });
      assert.equal(notAForm.status, 415);
    });

    await it('said nothing in its log of who came', () => {
      const log = server.log();
      assert.ok(log.includes('"route":"/{regency}/janji"'));
      for (const said of ['Tanpaskrip', 'Telat', '+62812']) assert.equal(log.includes(said), false);
      assert.equal(log.includes('"level":"error"'), false);
    });
  });
}
