import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Ticket } from '@mpp-digital/contract';

import { clientOf, openSlots, serviceId, somebody } from './citizen.ts';
import { openLine } from './open-line.ts';
import { newGround, runToEnd, startServer } from './server-process.ts';

await describe('starting', async () => {
  const ground = await newGround('embedded');

  for (const [name, value, sentence] of [
    ['PORT', 'many', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535.'],
    ['DATABASE_URL', 'mysql://u:geheim@db/x', /^DATABASE_URL must be the address of a PostgreSQL/],
    ['MPP_KEY', 'geheim', /^MPP_KEY must be 32 random bytes in base64/],
    ['MPP_PUBLIC_URL', 'javascript:geheim', /^MPP_PUBLIC_URL must be the address of this server/],
    ['MPP_PUBLIC_URL', 'https://a.example/geheim', /^MPP_PUBLIC_URL must be .* without path/],
    ['MPP_ORIGINS', 'https://a.example/geheim', /^MPP_ORIGINS must be \* or origins/],
    ['MPP_TRUST_PROXY', '11', 'MPP_TRUST_PROXY must be a whole number from 0 to 10.'],
    ['MPP_WEBHOOKS_ALLOW', 'a geheim', /^MPP_WEBHOOKS_ALLOW must be names of hosts/],
    ['MPP_SEED', 'geheim', 'MPP_SEED must be one of example, none.'],
    ['LOG_LEVEL', 'geheim', /^LOG_LEVEL must be one of fatal, error/],
    ['MPP_POOL_SIZE', '0', 'MPP_POOL_SIZE must be a whole number from 1 to 100.'],
  ] as const) {
    await it(`stops at a wrong ${name} with one sentence that does not repeat it`, async () => {
      const { code, log } = await runToEnd(['main.ts'], { ...ground.environment, [name]: value });
      assert.equal(code, 1);
      assert.equal(log.trim().split('\n').length, 1, log);
      if (typeof sentence === 'string') assert.equal(log, `${sentence}\n`);
      else assert.match(log, sentence);
      assert.equal(log.includes('geheim'), false);
    });
  }

  await it('makes a key that only its owner can read, and says so once', async () => {
    const own = await newGround('embedded');
    delete own.environment['MPP_KEY'];
    const first = await startServer(own);
    const file = join(own.dataDir, 'secret.key');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.ok(first.log().includes('keep this file'));
    const client = clientOf(first.url);
    const [slot] = await openSlots(client);
    const ticket = await client.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
    await first.stop();

    const second = await startServer(own);
    assert.equal(second.log().includes('keep this file'), false);
    assert.equal((await clientOf(second.url).tracking.status(ticket.code)).state, 'booked');
    await second.stop();

    await writeFile(file, 'not a key');
    const bad = await runToEnd(['main.ts'], own.environment);
    assert.equal(bad.code, 1);
    assert.match(
      bad.log,
      /^The file .*secret\.key does not hold 32 bytes in base64: restore it\.\n$/,
    );
    await writeFile(file, randomBytes(32).toString('base64'));
    const other = await runToEnd(['main.ts'], own.environment);
    assert.equal(other.code, 1);
    assert.match(
      other.log,
      /^MPP_KEY .* is not the key that this database was written with: .+\n$/,
    );
  });

  await it('refuses a folder that another server uses, a port that is taken, a lost database', async () => {
    const empty = { MPP_SEED: 'none' };
    const running = await startServer(ground, empty);
    const second = await runToEnd(['main.ts'], ground.environment);
    assert.equal(second.code, 1);
    assert.match(second.log, /^The data folder .* is in use by process \d+\.\n$/);

    const free = await newGround('embedded');
    const { port } = new URL(running.url);
    const third = await runToEnd(['main.ts'], { ...free.environment, ...empty, PORT: port });
    assert.equal(third.code, 1);
    assert.ok(third.log.split('\n').includes(`PORT ${port} is in use by another program.`));

    const lost = await runToEnd(['main.ts'], {
      ...free.environment,
      DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/x',
    });
    assert.equal(lost.code, 1);
    assert.match(lost.log, /^PostgreSQL cannot be reached: .+\n$/);
    assert.equal(lost.log.includes('geheim'), false);
    await running.stop();
  });
});

await describe('stopping', async () => {
  await it('answers what is under way, takes no more, and ends in time', async () => {
    const server = await startServer(await newGround('embedded'));
    const client = clientOf(server.url);
    const [slot] = await openSlots(client);
    const underWay = request(`${server.url}/v1/35.79/bookings`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        expect: '100-continue',
      },
    });
    const answered = once(underWay, 'response') as Promise<[IncomingMessage]>;
    underWay.flushHeaders();
    await once(underWay, 'continue'); // the server has begun with it
    // One that stays open without asking anything must not keep it.
    const idle = request(`${server.url}/health`, { agent: false });
    idle.flushHeaders();
    idle.on('error', () => undefined);
    const stopped = server.stop();
    await sleep(50);
    underWay.end(JSON.stringify({ slotId: slot!.id, serviceId, ...somebody() }));
    const [response] = await answered;
    const ticket = (await json(response)) as Ticket;
    assert.equal(ticket.state, 'booked');
    const { code, ms } = await stopped;
    assert.equal(code, 0);
    assert.ok(ms < 10_000, `${String(ms)} ms`);
    assert.ok(server.log().includes('"stopped"'));
    await assert.rejects(fetch(`${server.url}/health`));
  });
});

await describe('a database that goes away', async () => {
  await it('is said in health, and is busy to callers, until it is back', async () => {
    const ground = await newGround('postgresql');
    const real = new URL(ground.databaseUrl!);
    const line = await openLine(Number(real.port));
    real.port = String(line.port);
    const server = await startServer(ground, { DATABASE_URL: real.href });
    const client = clientOf(server.url, { retries: 0, timeout: 20_000 });
    const [slot] = await openSlots(client);

    line.cut();
    assert.equal((await fetch(`${server.url}/health`)).status, 503);
    const answer = await fetch(`${server.url}/v1/35.79/status`, {
      headers: { authorization: 'Bearer 7K3M9QXT2BHA0000' },
    });
    assert.ok([404, 503].includes(answer.status));
    await assert.rejects(client.bookings.book({ slotId: slot!.id, serviceId, ...somebody() }), {
      code: 'busy',
    });
    assert.equal((await client.catalogue.index()).services.length, 165, 'the catalogue stays');

    line.mend();
    const ticket = await client.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
    assert.equal(ticket.state, 'booked');
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
    await server.stop();
    line.cut();
  });
});
