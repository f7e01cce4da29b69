import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, it } from 'node:test';

import { surveyElements } from '@mpp-digital/contract';

import { databaseKinds, testDatabase } from '../test-database.ts';
import { granted, mint, refusal } from './operations.ts';
import { buildTown, otherRegency, regency, type Town } from './town.ts';

const scoresOf = (score: number) =>
  JSON.stringify(Object.fromEntries(surveyElements.map((element) => [element, score])));

for (const kind of databaseKinds) {
  await describe(`the survey, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin } = database;
    let town: Town;
    let slot: string;

    before(async () => {
      town = await buildTown(database);
      slot = await town.slot({ minutes: 60, capacity: 60, firstNumber: 1 });
    });

    const answer = (code: Uint8Array, score = 4, where = regency) =>
      database.call('answer_survey', [where, code, scoresOf(score)]);

    const served = async () => {
      const ticket = await town.book(slot);
      granted(await town.operations.receive(regency, ticket.code));
      const called = granted(await town.operations.callNext(regency, mint(), 1));
      assert.equal(called.id, ticket.id);
      for (const state of ['serving', 'served'] as const) {
        granted(await town.operations.advance(regency, ticket.id, state));
      }
      return ticket;
    };

    const stored = async () => {
      const [row] = await admin<{ n: string }>('select count(*) as n from mpp.survey_answer');
      return Number(row!.n);
    };

    /** Lets answers and visits lie back by a month, so that they are published. */
    const monthPasses = async () => {
      await admin(`update mpp.survey_answer set month = month - interval '1 month'`);
      await admin(`update mpp.booking set service_day = service_day - interval '1 month'`);
    };

    await it('is for who was served, and for nobody else', async () => {
      const ticket = await town.book(slot);
      assert.equal(refusal(await answer(ticket.code)), 'wrong_state');
      assert.equal(refusal(await answer(randomBytes(16))), 'not_found');
      const { code } = await served();
      assert.equal(refusal(await answer(code, 4, otherRegency)), 'not_found');
      assert.equal(await stored(), 0);
      await assert.rejects(answer(code, 5), { code: '23514' });
      granted(await answer(code));
      assert.equal(refusal(await answer(code)), 'already_answered');
      assert.equal(await stored(), 1);
      await town.operations.cancel(regency, ticket);
    });

    await it('takes one of twenty answers that come at once', async () => {
      const { code } = await served();
      const before = await stored();
      const answers = await Promise.all(Array.from({ length: 20 }, () => answer(code, 2)));
      assert.equal(answers.filter((each) => !refusal(each)).length, 1);
      assert.equal(answers.filter((each) => refusal(each) === 'already_answered').length, 19);
      assert.equal(await stored(), before + 1);
    });

    await it('keeps nothing that leads back to a visit', async () => {
      const columns = await admin<{ column_name: string; data_type: string }>(
        `select column_name, data_type from information_schema.columns
         where table_schema = 'mpp' and table_name = 'survey_answer' order by 1`,
      );
      assert.deepEqual(
        columns.map(({ column_name }) => column_name),
        [...surveyElements, 'agency_id', 'id', 'month', 'place_id', 'regency'].sort(),
      );
      const { id, code } = await served();
      granted(await answer(code, 3));
      const rows = await admin<Record<string, unknown>>('select * from mpp.survey_answer');
      const booking = await town.row(id);
      for (const row of rows) {
        assert.ok(!Object.values(row).includes(id));
        assert.ok(![booking['slot_id'], booking['replaces']].includes(row['id']));
      }
      await assert.rejects(
        admin(`update mpp.survey_answer set month = month + 1`),
        { code: '23514' },
        'a month, never a day',
      );
    });

    await it('publishes a month when it is over: sums of the survey, and what became of visits', async () => {
      const [open] = [granted(await database.call('satisfaction', [regency, null, null]))];
      assert.deepEqual(open.agencies, []);
      const [{ month } = { month: '' }] = await admin<{ month: string }>(
        `select to_char(mpp.this_month($1), 'YYYY-MM-DD') as month`,
        [regency],
      );
      const soFar = granted(await database.call('performance', [regency, month]));
      assert.deepEqual([soFar.isOver, soFar.answers], [false, []]);
      assert.equal(soFar.visits[0]!.served, 3);

      const lost = await town.book(slot);
      granted(await town.operations.cancel(regency, lost));
      await town.book(slot);
      await admin(
        `update mpp.status_event set at = at - interval '10 minutes' where state = 'checked-in'`,
      );
      await monthPasses();

      const { agencies } = granted(await database.call('satisfaction', [regency, null, null]));
      const [dukcapil] = agencies;
      assert.deepEqual([agencies.length, dukcapil!.answers], [1, 3]);
      assert.deepEqual(
        surveyElements.map((element) => dukcapil!.sums[element]),
        surveyElements.map(() => 4 + 2 + 3),
      );
      const told = granted(await database.call('performance', [regency, null]));
      assert.deepEqual(told.answers, agencies);
      const [{ median, ninetieth, ...visits } = told.visits[0]!] = told.visits;
      assert.deepEqual(visits, {
        ...{ agencyId: 'dukcapil', bookings: 6, served: 3, noShows: 1, cancelled: 2, called: 3 },
      });
      for (const seconds of [median, ninetieth]) assert.ok(seconds! >= 600 && seconds! < 630);

      const others = granted(await database.call('performance', [otherRegency, null]));
      assert.deepEqual([others.visits, others.answers], [[], []]);
      const long = await database.call('performance', [regency, '2020-01-01']);
      assert.equal(refusal(long), 'not_found');
    });
  });
}
