import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { clientOf, placeId, serviceId, somebody } from '../http/citizen.ts';
import { openAllDay } from '../http/open-mall.ts';
import { newGround, runToEnd, startServer } from '../http/server-process.ts';

await describe('running the mall by commands', async () => {
  const ground = await newGround('postgresql');
  await openAllDay(ground);
  const server = await startServer(ground);
  const client = clientOf(server.url);
  const run = (...args: string[]) => runToEnd(['cli.ts', ...args], ground.environment);
  const { days } = await client.availability.days({ placeId, services: [serviceId], days: 14 });
  const { date, slots } = days.filter(({ state }) => state === 'open')[4]!;

  await it('closes a day, asks about who has booked, and does as it is told', async () => {
    const ticket = await client.bookings.book({ slotId: slots[8]!.id, serviceId, ...somebody() });
    const closing = [
      'close',
      placeId,
      date,
      '--reason',
      'Listrik padam',
      '--reason-en',
      'Power cut',
    ];
    const asked = await run(...closing);
    assert.equal(asked.code, 1);
    assert.match(asked.log, /1 bookings are concerned\. Nothing has changed\./);
    assert.doesNotMatch(asked.log, /Siti|62812/);
    const fingerprint = /--fingerprint ([\da-f]{64})/.exec(asked.log)![1]!;
    const done = await run(...closing, '--fingerprint', fingerprint, '--choice', 'cancel');
    assert.equal(done.code, 0, done.log);
    assert.match(done.log, /1 bookings cancelled/);
    const status = await client.tracking.status(ticket.code);
    assert.deepEqual([status.state, status.reason?.en], ['cancelled', 'Power cut']);
    const again = await run('reopen', placeId, date);
    assert.equal(again.code, 0, again.log);
  });

  await it('writes a catalogue that changes nothing when it is imported', async () => {
    const [one, two] = ['one.json', 'two.json'].map((name) => join(ground.dataDir, name));
    assert.equal((await run('export', one!)).code, 0);
    const imported = await run('import', one!);
    assert.match(imported.log, /35\.79: 0 slots published/);
    await run('export', two!);
    assert.equal(await readFile(one!, 'utf8'), await readFile(two!, 'utf8'));
  });

  await it('sets the hours of an agency, and says what it does not understand', async () => {
    const set = await run('hours', placeId, 'mon=08:00-12:00,13:00-15:00', '--agency', 'bapenda');
    assert.equal(set.code, 0, set.log);
    for (const [args, said] of [
      [['hours', placeId, 'senin=08:00-12:00'], /names no day: mon/],
      [['hours', placeId, 'mon=8'], /no hours: 8/],
      [['hours', placeId, 'mon=12:00-08:00'], /Is not after the opening\n.*Nothing has changed/],
      [
        ['close', 'nirgends', date, '--reason', 'x'],
        /no mall nirgends\. There is: mpp-among-warga/,
      ],
      [['close', placeId, date], /Say why with --reason/],
      [['close', placeId, '2026-13-45', '--reason', 'x'], /date/],
      [['close', placeId, date, '--wrong'], /--wrong/],
      [['export'], /name of a file/],
    ] as const) {
      const { code, log } = await run(...args);
      assert.equal(code, 1, args.join(' '));
      assert.match(log, said);
      assert.doesNotMatch(log, /    at /);
    }
  });
});
