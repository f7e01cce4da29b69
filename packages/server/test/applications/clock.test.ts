import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';

import { applicationMoves, type ApplicationState } from '@mpp-digital/contract';

import { erasePastApplications, forgetFiles, issueDue } from '../../src/application-clock.ts';
import { FolderStore } from '../../src/files/folder-store.ts';
import { SealedFiles } from '../../src/files/sealed-files.ts';
import { Secrets } from '../../src/secrets.ts';
import { databaseKinds, testDatabase } from '../test-database.ts';

const regency = '35.79';
const otherRegency = '35.78';

for (const kind of databaseKinds) {
  await describe(`applications and the clock, ${kind}`, async () => {
    const database = await testDatabase(kind);
    const { admin, app } = database;
    const folder = await mkdtemp(join(tmpdir(), 'mpp-files-'));
    after(() => rm(folder, { recursive: true, force: true }));
    const files = new SealedFiles(new FolderStore(folder), new Secrets(randomBytes(32)));

    before(async () => {
      for (const [code, zone] of [
        [regency, 'Asia/Jakarta'],
        [otherRegency, 'Asia/Jayapura'],
      ]) {
        await admin(`insert into mpp.regency (code, name, time_zone) values ($1, 'x', $2)`, [
          code,
          zone,
        ]);
      }
    });

    const submit = async (
      days: number,
      issuesItself = false,
      unit: 'workingDay' | 'day' = 'workingDay',
    ) => {
      const made = { id: randomUUID(), secret: randomBytes(16) };
      const answer = await database.call('submit_application', [
        ...([regency, randomUUID(), randomBytes(8), made.id, 'sip-perawat', 'dinkes'] as const),
        ...([
          randomBytes(16),
          made.secret,
          randomBytes(8),
          randomBytes(8),
          randomBytes(8),
        ] as const),
        ...(['{}', days, unit, issuesItself, '[]', null, null, null] as const),
      ]);
      assert.ok(!('refused' in answer), JSON.stringify(answer));
      return { ...answer, ...made };
    };
    const move = (id: string, state: ApplicationState, from: ApplicationState[], until?: string) =>
      database.call('move_application', [
        ...([regency, randomUUID(), randomBytes(8), id, state, from, 'rina', null] as const),
        ...([until ? randomBytes(8) : null, until ?? null, null] as const),
      ]);
    const stateOf = async (id: string) => {
      const [row] = await admin<{ state: ApplicationState }>(
        'select state from mpp.application where id = $1',
        [id],
      );
      return row?.state;
    };

    await it('counts working days, without weekends and holidays', async () => {
      const today = new Date(`${(await submit(1, false, 'day')).dueOn!}T00:00Z`);
      today.setUTCDate(today.getUTCDate() - 1);
      const isFree = new Set<string>();
      const due = (days: number) => {
        const day = new Date(today);
        for (let left = days; left > 0;) {
          day.setUTCDate(day.getUTCDate() + 1);
          const isWeekend = [0, 6].includes(day.getUTCDay());
          if (!isWeekend && !isFree.has(day.toISOString().slice(0, 10))) left -= 1;
        }
        return day.toISOString().slice(0, 10);
      };
      for (const days of [1, 5, 14]) assert.equal((await submit(days)).dueOn, due(days));
      // A holiday on the first of them, and joint leave on the next, which this regency has too.
      for (const type of ['national', 'joint-leave']) {
        const first = due(1);
        isFree.add(first);
        await admin(
          `insert into mpp.holiday (day, kind, name_id, name_en) values ($1, $2, 'x', 'x')`,
          [first, type],
        );
        for (const days of [1, 5, 14]) assert.equal((await submit(days)).dueOn, due(days));
      }
      await admin(`update mpp.regency set closed_on_joint_leave = false where code = $1`, [
        regency,
      ]);
      isFree.delete([...isFree].at(-1)!);
      assert.equal((await submit(5)).dueOn, due(5));
    });

    await it('stops the clock while it waits, and begins anew when the papers are complete', async () => {
      const { id, secret, dueOn } = await submit(5);
      await move(id, 'verifying', ['submitted']);
      const [{ tomorrow } = { tomorrow: '' }] = await admin<{ tomorrow: string }>(
        `select (mpp.today($1) + 1)::text as tomorrow`,
        [regency],
      );
      const asked = await move(id, 'needs-correction', ['verifying'], tomorrow);
      assert.ok(!('refused' in asked));
      assert.equal(asked.dueOn, null);
      assert.equal(new Date(asked.correctionUntil!).toISOString(), `${tomorrow}T16:59:59.000Z`);
      const correct = () =>
        database.call('correct_application', [
          ...([regency, randomUUID(), randomBytes(8), id, secret, randomBytes(8), '[]'] as const),
        ]);
      await admin(
        `update mpp.application set correction_until = now() - interval '1 s' where id = $1`,
        [id],
      );
      assert.deepEqual(await correct(), { refused: 'correction_late' });
      await admin(
        `update mpp.application set correction_until = now() + interval '1 h' where id = $1`,
        [id],
      );
      const corrected = await correct();
      assert.ok(!('refused' in corrected));
      assert.equal(corrected.dueOn, dueOn);
      const paying = await move(id, 'awaiting-payment', ['verifying']);
      assert.ok(!('refused' in paying));
      assert.equal(paying.dueOn, null);
      const paid = await move(id, 'processing', ['awaiting-payment']);
      assert.ok(!('refused' in paid));
      assert.equal(paid.dueOn, dueOn);
    });

    await it('issues by itself what says so, was due, and nobody has answered', async () => {
      const licence = await submit(5, true);
      const asked = await submit(5, true);
      const other = await submit(5);
      await move(asked.id, 'verifying', ['submitted']);
      await move(asked.id, 'rejected', ['verifying']);
      assert.equal(await issueDue(database, regency), 0, 'before it is due');
      const later = `update mpp.application set due_on = mpp.today($1) - $2::int where id = any ($3)`;
      await admin(later, [regency, 0, [licence.id, other.id]]);
      assert.equal(await issueDue(database, regency), 0, 'on the last day');
      await admin(later, [regency, 1, [licence.id, other.id]]);
      assert.equal(await issueDue(database, otherRegency), 0, 'in another regency');
      assert.equal(await issueDue(database, regency), 1);
      assert.equal(await stateOf(licence.id), 'issued');
      assert.equal(await stateOf(asked.id), 'rejected');
      assert.equal(await stateOf(other.id), 'submitted');
      const history = await admin<{ state: ApplicationState; actor: string }>(
        `select state, actor from mpp.application_event where application_id = $1 order by seq`,
        [licence.id],
      );
      assert.deepEqual(
        history.map(({ actor }) => actor),
        ['citizen', 'clock', 'clock', 'clock'],
      );
      history.slice(1).forEach(({ state }, i) => {
        const before = history[i]!.state;
        assert.ok(applicationMoves[before].includes(state), `${before} to ${state}`);
      });
    });

    await it('lets one of two officers move it', async () => {
      const { id } = await submit(5);
      await move(id, 'verifying', ['submitted']);
      const both = await Promise.all([
        move(id, 'rejected', ['verifying', 'processing']),
        move(id, 'processing', ['verifying']),
      ]);
      assert.equal(both.filter((answer) => 'refused' in answer).length, 1);
    });

    await it('chains the history, and keeps it from being rewritten', async () => {
      const [broken] = await admin<{ count: string }>(`
        select count(*) from (
          select e.*, lag(hash) over (partition by regency, application_id order by seq) as last
          from mpp.application_event e) e
        where hash <> mpp.application_event_hash(last, regency, application_id, seq, at, actor, act,
          state, officer)`);
      assert.equal(Number(broken?.count), 0);
      await assert.rejects(
        app(`update mpp.application_event set officer = 'x'`),
        /permission denied/,
      );
      await assert.rejects(app(`delete from mpp.application_event`), /permission denied/);
      await assert.rejects(app(`delete from mpp.application`), /permission denied/);
    });

    await it('shows nothing of a regency to another', async () => {
      const { id, secret } = await submit(5);
      const theirs = [
        await database.call('show_application', [otherRegency, id, secret]),
        await database.call('open_application', [otherRegency, id, null, null]),
        await database.call('withdraw_application', [otherRegency, id, secret, ['submitted']]),
      ];
      for (const answer of theirs) assert.deepEqual(answer, { refused: 'not_found' });
      for (const table of ['application', 'application_event', 'document', 'upload', 'form']) {
        const text = `select 1 as one from mpp.${table}`;
        assert.deepEqual(await database.rows(otherRegency, { text, values: [] }), [], table);
      }
    });

    await it('erases who applied, and takes away files, when their time is over', async () => {
      const { id } = await submit(5);
      const [lost, document] = [randomUUID(), randomUUID()];
      await database.call('begin_upload', [
        regency,
        randomUUID(),
        randomBytes(8),
        lost,
        randomBytes(8),
        4,
      ]);
      await admin(
        `insert into mpp.document (regency, id, application_id, code, type, size)
        values ($1, $2, $3, 'ktp', 'application/pdf', 4)`,
        [regency, document, id],
      );
      for (const name of [lost, document]) await files.put(regency, name, 'file', randomBytes(4));
      assert.equal(await forgetFiles(database, files, regency), 0);
      assert.equal(await erasePastApplications(database, regency), 0);

      await admin(`update mpp.upload set created_at = now() - interval '26 hours'`);
      assert.equal(await forgetFiles(database, files, regency), 1);
      assert.deepEqual(await readdir(join(folder, regency)), [document]);
      await admin(
        `update mpp.application set state = 'withdrawn', ended_at = now() - interval '31 days'
        where id = $1`,
        [id],
      );
      assert.equal(await forgetFiles(database, files, regency), 1);
      assert.deepEqual(await readdir(join(folder, regency)), []);
      assert.equal(await erasePastApplications(database, regency), 1);
      const [row] = await admin(
        `select personal, answers, phone_ending, correction, rejection from mpp.application where id = $1`,
        [id],
      );
      assert.deepEqual(Object.values(row!), [null, null, null, null, null]);
    });
  });
}
