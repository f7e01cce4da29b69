import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import pg from 'pg';

import { surveyElements, type SurveyAnswers } from '@mpp-digital/contract';

import { startLocalProvider } from '../../../../tools/sign-in/local-provider.ts';
import { clientOf, openSlots, placeId, refusalOf, serviceId, somebody } from './citizen.ts';
import { freePort } from './free-port.ts';
import { Browser, officerAt, signIn } from './officer.ts';
import { openAllDay } from './open-mall.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';
import { valueOf, visitorOf } from './visitor.ts';

const dukcapil = { placeId, agencyId: 'dukcapil' };
const bapenda = { placeId, agencyId: 'bapenda' };

for (const kind of databaseKinds) {
  await describe(`officers, ${kind}`, async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${String(port)}`;
    const provider = await startLocalProvider(0, [address]);
    after(() => provider.close());
    const ground = await newGround(kind);
    await openAllDay(ground);
    const server = await startServer(ground, {
      PORT: String(port),
      MPP_PUBLIC_URL: address,
      MPP_OIDC_ISSUER: provider.issuer,
      MPP_OIDC_CLIENT_ID: provider.clientId,
    });
    const rina = await officerAt(address, 'rina');

    await it('signs in at the provider, and knows who is there', async () => {
      const me = await rina.staff.me();
      assert.deepEqual([me.id, me.name, me.role], ['rina', 'Rina Kartika', 'officer']);
      assert.deepEqual(me.agencies, [
        {
          id: 'dukcapil',
          name: me.agencies[0]!.name,
          queuePrefix: 'A',
          placeId,
          counters: [1, 2, 3, 4, 5],
        },
      ]);
      const hours = (Date.parse(me.until) - Date.now()) / 3_600_000;
      assert.ok(hours > 9.9 && hours <= 10, me.until);
      const page = await rina.browser.open(`${address}/staff`);
      assert.match(await page.text(), /<mpp-counter-desk regency="35\.79">/);
    });

    await it('lets nobody in who is no officer, or did not come from here', async () => {
      const guest = new Browser();
      assert.match(await (await signIn(guest, address, 'tamu')).text(), /belum terdaftar/);
      assert.equal(guest.cookie(address, 'mpp_staff'), undefined);

      // The provider's answer in another browser than the one that began.
      const [begins, other] = [new Browser(), new Browser()];
      const choice = await begins.open(`${address}/staff/sign-in`);
      let step = await begins.fetch(choice.url, {
        method: 'POST',
        body: new URLSearchParams({ officer: 'rina' }),
      });
      let at = new URL(step.headers.get('location')!, choice.url);
      while (!at.href.startsWith(`${address}/staff/signed-in`)) {
        step = await begins.fetch(at);
        at = new URL(step.headers.get('location')!, at);
      }
      await other.open(at);
      assert.equal(other.cookie(address, 'mpp_staff'), undefined);

      const token = rina.browser.cookie(address, 'mpp_staff')!;
      for (const cookie of [undefined, 'mpp_staff=x', `mpp_staff=${token.slice(0, -2)}AA`]) {
        const answer = await fetch(`${address}/v1/35.79/staff/me`, {
          headers: cookie ? { cookie } : {},
        });
        assert.equal(answer.status, 401);
      }
      const elsewhere = `${address}/staff/sign-in?to=https://evil.example/`;
      const wulan = new Browser();
      const chosen = await wulan.open(elsewhere);
      const end = await wulan.open(chosen.url, {
        method: 'POST',
        body: new URLSearchParams({ officer: 'wulan' }),
      });
      assert.equal(end.url, `${address}/staff`);
    });

    await it('takes no order from another host’s page', async () => {
      const cookie = `mpp_staff=${rina.browser.cookie(address, 'mpp_staff')!}`;
      const path = `${address}/v1/35.79/staff/visits/${crypto.randomUUID()}/serve`;
      const order = async (headers: Record<string, string>) =>
        (await fetch(path, { method: 'POST', headers: { cookie, ...headers } })).status;
      assert.equal(await order({ 'sec-fetch-site': 'same-site' }), 403);
      assert.equal(await order({ origin: 'https://tetangga.kotabatu.go.id' }), 403);
      assert.equal(await order({ 'sec-fetch-site': 'same-origin' }), 404);
      assert.equal(await order({}), 404);
    });

    await it('serves who walks in: waits, is called, is served, and is seen by all', async () => {
      const wulan = await officerAt(address, 'wulan');
      const walkIn = (name: string, priority = false) =>
        wulan.staff.walkIn({ placeId, serviceId, name, priority });
      const first = await walkIn('Bu Endah');
      const here = await walkIn('Pak Darmo', true);
      const before = async (code: string) => (await rina.queue.position(code)).before;
      assert.deepEqual(await before(here.code), { here: 0, expected: 0 });
      assert.deepEqual(await before(first.code), { here: 1, expected: 0 });

      const called = await rina.staff.callNext(dukcapil, 3);
      assert.deepEqual([called.number, called.counter], [here.visit.number, 3]);
      assert.equal((await rina.staff.visitor(called.bookingId)).name, 'Pak Darmo');
      assert.equal(await refusalOf(rina.staff.callNext(dukcapil, 3)), 'counter_busy');
      assert.equal((await rina.staff.callAgain(called.bookingId)).calls, 2);
      await rina.staff.serve(called.bookingId);
      assert.equal((await rina.staff.finish(called.bookingId)).state, 'served');
      assert.equal((await clientOf(address).tracking.status(here.code)).state, 'served');

      const moved = await rina.staff.callNext(dukcapil, 1);
      const there = await rina.staff.transfer(moved.bookingId, 'pbb-bayar');
      assert.equal(there.agency.id, 'bapenda');
      assert.equal(await refusalOf(rina.staff.serve(there.bookingId)), 'not_found');
      const next = await (await officerAt(address, 'bagus')).staff.callNext(bapenda, 9);
      assert.equal(next.bookingId, there.bookingId);
      assert.equal((await clientOf(address).tracking.status(first.code)).state, 'called');
    });

    await it('asks who was served how it was: once, and only then', async () => {
      const { feedback, staff } = rina;
      const { questions } = await feedback.questions();
      assert.deepEqual(questions.map(({ element }) => element).sort(), [...surveyElements].sort());
      assert.ok(questions.every(({ answers }) => answers.length === 4));

      const guest = await (await officerAt(address, 'wulan')).staff.walkIn({ placeId, serviceId });
      const answers = Object.fromEntries(surveyElements.map((element) => [element, 4]));
      // The nine of them, by their names.
      const all4 = answers as unknown as SurveyAnswers;
      assert.equal(await refusalOf(feedback.answer(guest.code, all4)), 'wrong_state');
      const called = await staff.callNext(dukcapil, 2);
      assert.equal(called.bookingId, guest.visit.bookingId);
      await staff.serve(called.bookingId);
      await staff.finish(called.bookingId);

      for (const cost of [0, 5, 2.5]) {
        const refused = feedback.answer(guest.code, { ...all4, cost });
        assert.equal(await refusalOf(refused), 'invalid_request', String(cost));
      }
      const { month } = await feedback.answer(guest.code, all4);
      assert.equal(await refusalOf(feedback.answer(guest.code, all4)), 'already_answered');
      assert.equal(await refusalOf(feedback.answer('typo', all4)), 'not_found');

      const visitor = visitorOf(address);
      const status = await visitor('/35.79/lacak', { kode: guest.code });
      assert.match(status.text, /action="\/35\.79\/survei"/);
      const opened = await visitor('/35.79/survei', { kode: guest.code });
      assert.equal(valueOf(opened.text, 'kode'), guest.code);
      assert.doesNotMatch(opened.text, /role="alert"/);
      const form = Object.fromEntries(surveyElements.map((element) => [element, '4']));
      const again = await visitor('/35.79/survei', { ...form, kode: guest.code, kirim: '1' });
      assert.match(again.text, /sudah kami terima/);

      // Published is what is over: nobody can watch an answer arrive.
      const index = await feedback.index({ to: month });
      assert.ok(index.to < month);
      assert.deepEqual([index.satisfaction, index.agencies], [null, []]);
      const soFar = await feedback.performance(month);
      assert.deepEqual([soFar.isOver, soFar.latest], [false, month]);
      const own = soFar.agencies.find(({ agency }) => agency.id === 'dukcapil')!;
      assert.ok(own.visits!.served > 0);
      assert.equal(own.satisfaction, null);
      const over = await feedback.performance();
      assert.ok(over.isOver && over.month < month);
      assert.deepEqual(over.agencies, []);
    });

    await it('pushes each change to who watches the place, and ends when it stops', async () => {
      const { signal, abort } = stoppable();
      const answer = await fetch(`${address}/v1/35.79/places/${placeId}/queue/events`, { signal });
      assert.equal(answer.headers.get('content-type'), 'text/event-stream');
      const events = eventsOf(answer);
      const waiting = async () => {
        const { value } = await events.next();
        const { agencies } = JSON.parse(value!) as Awaited<ReturnType<typeof rina.queue.status>>;
        return agencies.find(({ agency }) => agency.id === 'dukcapil')!.waiting;
      };
      const atFirst = await waiting();
      await rina.staff.walkIn({ placeId, serviceId });
      assert.equal(await waiting(), atFirst + 1);
      abort();
      const unknown = await fetch(`${address}/v1/35.79/places/nowhere/queue/events`);
      assert.equal(unknown.status, 404);
    });

    await it('works for its own agency only, and says clearly what cannot be', async () => {
      const bagus = await officerAt(address, 'bagus');
      assert.equal(await refusalOf(bagus.staff.line(dukcapil)), 'not_found');
      assert.equal(await refusalOf(bagus.staff.callNext(dukcapil, 1)), 'not_found');
      assert.equal(await refusalOf(bagus.staff.callNext(bapenda, 1)), 'not_found');
      assert.equal(await refusalOf(bagus.staff.callNext(bapenda, 10)), 'queue_empty');
      assert.equal(await refusalOf(bagus.staff.receive({ code: 'typo' })), 'not_found');

      const citizen = clientOf(address);
      const [slot] = await openSlots(citizen);
      const ticket = await citizen.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
      const { code } = ticket;
      assert.equal(await refusalOf(bagus.staff.receive({ code })), 'not_found');
      assert.equal(await refusalOf(bagus.staff.visitor(ticket.id)), 'not_found');
      assert.equal((await rina.staff.visitor(ticket.id)).name, 'Siti Aminah');
      const received = await rina.staff.receive({ code, priority: true });
      assert.deepEqual([received.state, received.priority], ['checked-in', true]);
      assert.deepEqual(await rina.staff.receive({ code: ticket.secret }), received);
    });

    await it('says nothing of officers or visitors in its log', () => {
      for (const secret of ['Rina', 'Pak Darmo', 'Siti Aminah', 'rina']) {
        assert.ok(!server.log().includes(secret), secret);
      }
    });

    await it('shows on a page what was counted of a month that is over', async (t) => {
      if (ground.databaseUrl === undefined) return t.skip('nobody else may open its folder');
      const database = new pg.Client(ground.databaseUrl);
      await database.connect();
      await database.query(
        `insert into mpp.survey_answer
         select '35.79', date_trunc('month', now() - interval '5 weeks')::date, gen_random_uuid(),
           $1, agency, 3, 3, 3, 4, 3, 3, 3, 3, 3
         from (values ('dukcapil', 9), ('bpjs', 5), ('bapenda', 4)) many (agency, n), generate_series(1, n)`,
        [placeId],
      );
      const { rows } = await database.query<{ month: string }>(
        `select to_char(now() - interval '5 weeks', 'YYYY-MM') as month`,
      );
      await database.end();
      const { text } = await visitorOf(address)(`/35.79/kinerja?bulan=${rows[0]!.month}`);
      assert.match(text, /77,78\s+\(B\)/);
      assert.match(text, /9 jawaban/);
      assert.doesNotMatch(text, /[45] jawaban/);
      const future = await visitorOf(address)('/35.79/kinerja?bulan=2099-01');
      assert.equal(future.status, 404);
    });

    await it('signs out', async () => {
      const bagus = await officerAt(address, 'bagus');
      await bagus.staff.me();
      await bagus.browser.open(`${address}/staff/sign-out`, { method: 'POST' });
      assert.equal(await refusalOf(bagus.staff.me()), 'unauthorized');
    });
  });
}

function stoppable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** The data of the events in an answer. */
async function* eventsOf(answer: Response): AsyncGenerator<string, void, void> {
  let text = '';
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    const events = (text + part).split('\n\n');
    text = events.pop()!;
    for (const event of events) {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (data) yield data;
    }
  }
}
