import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { after, describe, it } from 'node:test';

import { MppError } from '@mpp-digital/sdk';
import sharp from 'sharp';

import { startLocalProvider } from '../../../../tools/sign-in/local-provider.ts';
import { clientOf, placeId, refusalOf, somebody } from './citizen.ts';
import {
  answers,
  applicantAt,
  form,
  importForms,
  otherService,
  pdf,
  photo,
  service,
} from './filing.ts';
import { officerAt } from './officer.ts';
import { openAllDay } from './open-mall.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';

for (const kind of databaseKinds) {
  await describe(`applications, ${kind}`, async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${String(port)}`;
    const provider = await startLocalProvider(0, [address]);
    after(() => provider.close());
    const ground = await newGround(kind);
    await openAllDay(ground);
    await importForms(ground);
    const server = await startServer(ground, {
      PORT: String(port),
      MPP_PUBLIC_URL: address,
      MPP_OIDC_ISSUER: provider.issuer,
      MPP_OIDC_CLIENT_ID: provider.clientId,
    });
    const rina = (await officerAt(address, 'rina')).desk;
    const bagus = (await officerAt(address, 'bagus')).desk;
    const { applications, uploads, hand, submit } = applicantAt(address);
    const soon = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

    await it('gives the form, and none where there is none', async () => {
      assert.deepEqual(await applications.form(service), form);
      assert.equal(await refusalOf(applications.form('ktp-el-baru')), 'not_found');
    });

    await it('goes from a phone to the agency and back, as a document', async () => {
      const who = somebody('Siti Aminah');
      const key = randomUUID();
      const body = {
        serviceId: service,
        ...who,
        answers,
        documents: [await hand('ktp', await photo())],
      };
      const sent = await applications.submit(body, { idempotencyKey: key });
      assert.equal(sent.state, 'submitted');
      assert.match(sent.link, /lacak#/);
      const again = await applications.submit(body, { idempotencyKey: key });
      assert.equal(again.id, sent.id);
      assert.equal(again.secret, sent.secret);
      assert.match(sent.dueOn ?? '', /^\d{4}-\d\d-\d\d$/);

      const status = await applications.status(sent.code);
      assert.equal(status.state, 'submitted');
      assert.doesNotMatch(JSON.stringify(status), /Siti|3579025708900001|\+62/);
      const tracked = clientOf(address).tracking.status(sent.code);
      assert.equal(await refusalOf(tracked), 'wrong_kind');

      const read = await rina.find(sent.code);
      assert.deepEqual([read.name, read.phone, read.answers], [who.name, who.phone, answers]);
      assert.equal(read.documents[0]?.type, 'image/jpeg');
      const scan = await rina.document(read.applicationId, read.documents[0].id);
      const metadata = await sharp(await scan.arrayBuffer()).metadata();
      assert.equal(metadata.exif, undefined);

      const { applicationId } = read;
      await rina.move(applicationId, 'verifying');
      await rina.askCorrection(applicationId, { reason: 'KTP tidak terbaca.', until: soon });
      const asked = await applications.show(sent);
      assert.equal(asked.correction?.reason, 'KTP tidak terbaca.');
      assert.equal(asked.dueOn, null);
      assert.equal((await applications.status(sent.code)).correctionUntil, asked.correction.until);
      assert.deepEqual((await applications.answers(sent)).answers, answers);
      const corrected = await applications.correct(sent, {
        answers: { ...answers, hubungan: 'lain', hubunganLain: 'Tetangga' },
        documents: [await hand('ktp', await pdf())],
      });
      assert.equal(corrected.state, 'verifying');
      assert.deepEqual(
        corrected.documents.map(({ type }) => type),
        ['application/pdf'],
      );
      assert.ok(corrected.dueOn);
      assert.equal(await refusalOf(applications.answers(sent)), 'wrong_state');

      const paying = await rina.askPayment(applicationId, 50_000);
      assert.match(paying.payment?.reference ?? '', /^\d{12}$/);
      assert.equal((await applications.show(sent)).payment?.amount, 50_000);
      assert.equal(await refusalOf(rina.move(applicationId, 'processing')), 'wrong_state');
      await rina.confirmPayment(applicationId);
      const document = await pdf((made) => made.setTitle('Akta'));
      const upload = (await hand('x', document)).upload;
      await rina.attach(applicationId, {
        title: 'Kutipan Akta Kematian',
        upload,
        signedElectronically: true,
        verificationLink: 'https://dokumen.example.go.id/v/1',
      });
      await rina.move(applicationId, 'issued');
      const done = await applications.show(sent);
      assert.equal(done.issued[0]?.title, 'Kutipan Akta Kematian');
      assert.equal(done.issued[0].verificationLink, 'https://dokumen.example.go.id/v/1');
      const got = await applications.issued(sent, done.issued[0].id);
      assert.deepEqual(new Uint8Array(await got.arrayBuffer()), document);
      await rina.move(applicationId, 'completed');

      const { history } = await rina.show(applicationId);
      assert.deepEqual(
        history.map(({ state, actor, act, officer }) => `${state} ${act} ${officer ?? actor}`),
        [
          'submitted moved citizen',
          'verifying moved rina',
          'needs-correction moved rina',
          'verifying moved citizen',
          'awaiting-payment moved rina',
          'processing moved rina',
          'processing attached rina',
          'issued moved rina',
          'completed moved rina',
        ],
      );
      const said = server.log();
      assert.doesNotMatch(said, new RegExp(`Siti|${sent.secret}|${sent.code}|3579025708900001`));
    });

    await it('hands documents out as attachments, to the secret only', async () => {
      const sent = await submit();
      const { documents } = await rina.find(sent.code);
      const path = `/v1/35.79/applications/${sent.id}/issued/${documents[0]!.id}`;
      const asked = await fetch(address + path, {
        headers: { authorization: `Bearer ${sent.secret}` },
      });
      assert.equal(asked.status, 404, 'what was handed in is not handed out by the secret');
      assert.equal((await fetch(address + path)).status, 401);
      const officer = await officerAt(address, 'rina');
      const answer = await officer.browser.fetch(
        `${address}/v1/35.79/staff/applications/${sent.id}/documents/${documents[0]!.id}`,
      );
      assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="dokumen.pdf"');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    });

    await it('says of each field what does not fit, and keeps nothing', async () => {
      const who = somebody();
      const [ktp] = [await hand('ktp', await pdf())];
      const fields = async (body: object) => {
        const sent = { serviceId: service, ...who, answers, documents: [ktp], ...body };
        try {
          await applications.submit(sent);
        } catch (error) {
          assert.ok(error instanceof MppError && error.code === 'invalid_request', String(error));
          return error.fieldErrors.map(({ pointer }) => pointer);
        }
        return ['nothing'];
      };
      assert.deepEqual(await fields({ answers: { ...answers, agama: 'x' } }), ['/answers/agama']);
      assert.deepEqual(await fields({ answers: { ...answers, hubunganLain: 'x' } }), [
        '/answers/hubunganLain',
      ]);
      assert.deepEqual(await fields({ answers: { nik: '12', hubungan: 3 } }), [
        '/answers/nik',
        '/answers/hubungan',
      ]);
      assert.deepEqual(await fields({ documents: [] }), ['/documents']);
      assert.deepEqual(await fields({ documents: [{ ...ktp, code: 'ijazah' }] }), [
        '/documents/0/code',
        '/documents',
      ]);
      assert.deepEqual(await fields({ documents: [ktp, ktp] }), ['/documents/1/upload']);
      const begun = await uploads.begin(10);
      const upload = { id: begun.id, secret: begun.secret };
      assert.deepEqual(await fields({ documents: [{ code: 'ktp', upload }] }), [
        '/documents/0/upload',
      ]);
      const stolen = { id: ktp.upload.id, secret: begun.secret };
      assert.deepEqual(await fields({ documents: [{ code: 'ktp', upload: stolen }] }), [
        '/documents/0/upload',
      ]);
      // What was refused has taken no document.
      assert.deepEqual(await fields({}), ['nothing']);
      assert.deepEqual(await fields({}), ['/documents/0/upload']);
    });

    await it('keeps officers to their agency, and to the moves there are', async () => {
      const sent = await submit();
      const { documents } = await rina.find(sent.code);
      const late = { reason: 'x', until: soon };
      for (const act of [
        () => bagus.find(sent.code),
        () => bagus.show(sent.id),
        () => bagus.move(sent.id, 'verifying'),
        () => bagus.reject(sent.id, 'Tidak lengkap.'),
        () => bagus.askCorrection(sent.id, late),
        () => bagus.askPayment(sent.id, 1),
        () => bagus.confirmPayment(sent.id),
        () => bagus.document(sent.id, documents[0]!.id),
      ]) {
        assert.equal(await refusalOf(act()), 'not_found');
      }
      const listed = await bagus.list({ state: 'submitted' });
      assert.ok(listed.items.every(({ agency }) => agency.id === 'bapenda'));
      const [first] = (await rina.list({ state: 'submitted', limit: 1 })).items;
      assert.ok(first);

      for (const act of [
        () => rina.move(sent.id, 'issued'),
        () => rina.move(sent.id, 'completed'),
        () => rina.askCorrection(sent.id, late),
        () => rina.reject(sent.id, 'Tidak lengkap.'),
        () => rina.confirmPayment(sent.id),
      ]) {
        assert.equal(await refusalOf(act()), 'wrong_state');
      }
      await rina.move(sent.id, 'verifying');
      const past = rina.askCorrection(sent.id, { reason: 'x', until: '2020-01-01' });
      assert.equal(await refusalOf(past), 'day_past');
      const far = rina.askCorrection(sent.id, { reason: 'x', until: '2090-01-01' });
      assert.equal(await refusalOf(far), 'day_beyond_window');
      const rejected = await rina.reject(sent.id, 'Bukan penduduk Kota Batu.');
      assert.equal(rejected.rejection, 'Bukan penduduk Kota Batu.');
      assert.equal((await applications.show(sent)).rejection, 'Bukan penduduk Kota Batu.');
      assert.equal(await refusalOf(applications.withdraw(sent)), 'wrong_state');
    });

    await it('is opened by an officer, for who is at the counter', async () => {
      const { staff } = await officerAt(address, 'rina');
      const who = somebody('Pak Karto');
      const ticket = await staff.walkIn({ placeId, serviceId: service, ...who });
      const { bookingId } = ticket.visit;
      const document = await hand('ktp', await photo());
      const body = { serviceId: service, answers, documents: [document] };
      assert.equal(await refusalOf(rina.open(bookingId, body)), 'wrong_state');
      const called = await staff.callNext({ placeId, agencyId: 'dukcapil' }, 1);
      assert.equal(called.bookingId, bookingId);
      assert.equal(await refusalOf(bagus.open(bookingId, body)), 'not_found');
      const key = { idempotencyKey: randomUUID() };
      const opened = await rina.open(bookingId, body, key);
      assert.equal((await rina.open(bookingId, body, key)).code, opened.code);
      const { application } = opened;
      assert.deepEqual([application.name, application.phone], [who.name, who.phone]);
      assert.equal(application.bookingId, bookingId);
      assert.equal(application.history[0]?.officer, 'rina');
      const [, secret] = opened.link.split('#');
      const own = await applications.show({ id: application.applicationId, secret: secret! });
      assert.equal(own.code, opened.code);
      await staff.serve(bookingId);
      await staff.finish(bookingId);
    });

    await it('is taken back, and got back by the end of the phone number', async () => {
      const who = somebody();
      const sent = await submit(otherService, who);
      const phoneEnding = who.phone.slice(-4);
      const own = await applications.unlock({ code: sent.code, phoneEnding });
      assert.equal(own.secret, sent.secret);
      const wrong = phoneEnding === '0000' ? '0001' : '0000';
      const guess = () => applications.unlock({ code: sent.code, phoneEnding: wrong });
      for (let i = 0; i < 5; i++) assert.equal(await refusalOf(guess()), 'not_found');
      assert.equal(await refusalOf(guess()), 'too_many_requests');
      assert.equal((await applications.withdraw(sent)).state, 'withdrawn');
      assert.equal((await applications.withdraw(sent)).state, 'withdrawn');
      const foreign = { id: sent.id, secret: (await submit()).secret };
      assert.equal(await refusalOf(applications.show(foreign)), 'not_found');
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
