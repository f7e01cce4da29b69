import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { clientOf, refusalOf, serviceId } from '../http/citizen.ts';
import { newGround, runToEnd, startServer, type Ground } from '../http/server-process.ts';

type Json = Record<string, unknown>;
type Rows = Record<string, Json[]>;

const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
const all = ['regions.json', 'holidays.json', 'catalogue.json', 'forms.json'].map(data);

await describe('importing', async () => {
  const ground = await newGround('postgresql');
  const run = (...files: string[]) => runToEnd(['cli.ts', 'import', ...files], ground.environment);
  const server = await startServer(ground, { MPP_SEED: 'none' });
  const client = clientOf(server.url, { retries: 0 });

  await it('refuses a catalogue of a region that nobody knows', async () => {
    const { code, log } = await run(data('catalogue.json'));
    assert.equal(code, 1);
    assert.match(log, /catalogue\.json: \/mpp\/regionCode: Is no region: import regions first\n/);
    assert.equal(await refusalOf(client.catalogue.index()), 'regency_unknown');
  });

  await it('imports, publishes, and is seen by a server that runs', async () => {
    const { code, log } = await run(...all);
    assert.equal(code, 0, log);
    assert.match(log, /catalogue\.json: catalogue, 165 rows imported\.\n/);
    assert.match(log, /35\.79: \d{4,} slots published\.\n/);
    await until(async () => (await client.catalogue.index()).services.length === 165);
  });

  await it('changes nothing when it is done again', async () => {
    const tag = await tagOf(ground);
    const { code, log } = await run(...all);
    assert.equal(code, 0, log);
    assert.match(log, /35\.79: 0 slots published\.\n/);
    assert.equal(await tagOf(ground), tag);
  });

  await it('names every row that does not fit, and leaves what was there', async () => {
    const tag = await tagOf(ground);
    const file = await changed(ground, (catalogue) => {
      const { services, agencies, counters, categories } = catalogue as Rows;
      services![0]!['agencyId'] = 'nichts';
      services![1]!['category'] = 'nichts';
      (services![2]!['requirements'] as Json[])[0]!['code'] = 'nichts';
      services![3]!['id'] = services![4]!['id'];
      services![5]!['fee'] = { type: 'fixed', text: { id: 'x', en: 'x' } };
      services![6]!['channels'] = ['teleport'];
      delete services![7]!['name'];
      services![8]!['duration'] = { value: 0, unit: 'minute' };
      services![9] = null as unknown as Json;
      agencies![0]!['dailyQuota'] = -1;
      agencies![1]!['queuePrefix'] = agencies![2]!['queuePrefix'];
      agencies![3]!['slotMinutes'] = 470;
      counters![0]!['agencyId'] = 'nichts';
      (categories![0]!['name'] as Json)['id'] = 7;
      const mall = catalogue['mpp'] as { openingHours: Json[]; complaintChannels: Json[] };
      mall.openingHours.push({ days: ['mon'], open: '14:00', close: '13:00', breaks: [] });
      mall.openingHours.push({ days: ['tue'], open: '07:00', close: '09:00', breaks: [] });
      mall.complaintChannels[0]!['url'] = 'javascript:alert(1)';
    });
    const { code, log } = await run(file);
    assert.equal(code, 1);
    const pointers = log
      .split('\n')
      .flatMap((line) => /: (\/[^:]+): /.exec(line)?.[1] ?? [])
      .sort();
    const expected = [
      '/services/0/agencyId',
      '/services/1/category',
      '/services/2/requirements/0/code',
      '/services/4/id',
      '/services/5/fee/amount',
      '/services/6/channels/0',
      '/services/7/name',
      '/services/8/duration/value',
      '/services/9',
      '/agencies/0/dailyQuota',
      '/agencies/2/queuePrefix',
      '/counters/0/agencyId',
      '/categories/0/name/id',
      '/mpp/complaintChannels/0/url',
    ];
    for (const pointer of expected) assert.ok(pointers.includes(pointer), `${pointer} in\n${log}`);
    assert.match(log, /The import was refused, and nothing has changed\.\n$/);
    assert.equal(log.includes('javascript:'), false);
    assert.equal(await tagOf(ground), tag);
  });

  await it('refuses hours that overlap or end before they begin, and slots longer than they', async () => {
    const file = await changed(ground, (catalogue) => {
      const mall = catalogue['mpp'] as { openingHours: Json[] };
      mall.openingHours.push({ days: ['mon'], open: '14:00', close: '13:00', breaks: [] });
      mall.openingHours.push({ days: ['tue'], open: '07:00', close: '09:00', breaks: [] });
      mall.openingHours[0]!['breaks'] = [['07:00', '07:30']];
      (catalogue as Rows)['agencies']![3]!['slotMinutes'] = 470;
    });
    const { code, log } = await run(file);
    assert.equal(code, 1);
    for (const pointer of [
      '/mpp/openingHours/0/breaks/0',
      '/mpp/openingHours/2/close',
      '/mpp/openingHours/3/days',
      '/agencies/3/slotMinutes',
    ]) {
      assert.ok(log.includes(`: ${pointer}: `), `${pointer} in\n${log}`);
    }
  });

  await it('refuses stops that cannot be, or be booked', async () => {
    const file = await changed(ground, (catalogue) => {
      const { mobileUnits, villages } = catalogue as Rows;
      const [dukcapil, samsat, sim, pajak, clinic, bpjs] = mobileUnits!;
      const first = (unit: Json | undefined) => (unit!['stops'] as Json[])[0]!;
      // 2 December 2025 was a Tuesday: Tulungrejo's day.
      const date = '2025-12-02';
      const cancelled = { reason: { id: 'Mobil rusak', en: 'The van broke down' } };
      dukcapil!['exceptions'] = [
        { date, cancelled },
        { date, place: 'Balai Desa Tulungrejo', cancelled },
        { date: '2025-12-03', cancelled },
        { date: '2025-12-09' },
        {
          date: '2025-12-16',
          moved: { place: 'x', villageCode: '35.79.02.9999', start: '10:00', end: '09:00' },
        },
      ];
      (samsat!['stops'] as Json[]).push({ ...first(samsat), start: '11:00', end: '13:00' });
      first(sim)['villageCode'] = '35.79.9';
      pajak!['takesBookings'] = true;
      Object.assign(clinic!, { takesBookings: true, quota: 10, slotMinutes: 300 });
      clinic!['serviceIds'] = ['ktp-el-baru', 'nichts'];
      bpjs!['quota'] = 1_000;
      villages![1]!['code'] = villages![2]!['code'];
    });
    const { code, log } = await run(file);
    assert.equal(code, 1);
    for (const pointer of [
      '/villages/2/code',
      '/mobileUnits/0/exceptions/1',
      '/mobileUnits/0/exceptions/2/date',
      '/mobileUnits/0/exceptions/3',
      '/mobileUnits/0/exceptions/4/moved/villageCode',
      '/mobileUnits/0/exceptions/4/moved/end',
      '/mobileUnits/1/stops/3/start',
      '/mobileUnits/2/stops/0/villageCode',
      '/mobileUnits/3/quota',
      '/mobileUnits/3/slotMinutes',
      '/mobileUnits/4/slotMinutes',
      '/mobileUnits/4/serviceIds/0',
      '/mobileUnits/4/serviceIds/1',
      '/mobileUnits/5/quota',
    ]) {
      assert.ok(log.includes(`: ${pointer}: `), `${pointer} in\n${log}`);
    }
  });

  await it('takes all files or none', async () => {
    const tag = await tagOf(ground);
    const good = await changed(ground, (catalogue) => {
      (catalogue as Rows)['services']!.pop();
    });
    const bad = join(ground.dataDir, 'bad.json');
    await writeFile(bad, '{"2026": [{"date": "2026-02-30", "type": "national"}]}');
    const { code, log } = await run(good, bad, join(ground.dataDir, 'none.json'));
    assert.equal(code, 1);
    assert.match(log, /bad\.json: \/2026\/0\/date: /);
    assert.match(log, /none\.json: \/: Cannot be read\n/);
    assert.equal(await tagOf(ground), tag);
  });

  await it('takes a change over, also what is gone', async () => {
    const file = await changed(ground, (catalogue) => {
      const { services } = catalogue as Rows;
      services!.splice(
        services!.findIndex(({ id }) => id === 'ktp-el-baru'),
        1,
      );
      const one = services!.find(({ id }) => id === serviceId)!;
      (one['name'] as Json)['id'] = 'KTP-el, nama baru';
      for (const unit of (catalogue as Rows)['mobileUnits']!) {
        unit['serviceIds'] = (unit['serviceIds'] as string[]).filter((id) => id !== 'ktp-el-baru');
      }
    });
    const { code, log } = await run(file);
    assert.equal(code, 0, log);
    await until(async () => {
      const { name } = await client.catalogue.service(serviceId);
      return name.id === 'KTP-el, nama baru';
    });
    assert.equal(await refusalOf(client.catalogue.service('ktp-el-baru')), 'not_found');
  });

  /** What is said of a file, after its name. */
  async function saidOf(content: string | Uint8Array): Promise<string[]> {
    const file = join(ground.dataDir, 'said.json');
    await writeFile(file, content);
    const { code, log } = await run(file);
    assert.equal(code, 1);
    const lines = log.trim().split('\n');
    assert.equal(lines.pop(), 'The import was refused, and nothing has changed.');
    return lines.map((line) => line.slice(line.indexOf('said.json: ') + 11));
  }

  await it('refuses texts that no database takes, each by its pointer', async () => {
    const catalogue = await readFile(data('catalogue.json'), 'utf8');
    const half = 'Has NUL or half a character in it';
    const first = (name: string) => catalogue.replace(/("id": )"[^"]*( [^"]*)"/, `$1"${name}"`);
    for (const bad of ['x\\u0000', '\\ud800']) {
      const said = await saidOf(first(bad));
      assert.equal(said.length, 1, said.join('\n'));
      assert.ok(said[0]!.startsWith('/') && said[0]!.endsWith(`: ${half}`), said[0]);
    }
    const holiday = (year: string, name: string) =>
      `{"${year}": [{"date": "${year}-01-01", "type": "national", "verified": true,
        "name": {"id": "${name}", "en": "x"}}]}`;
    assert.deepEqual(await saidOf(holiday('2031', '\\u0000')), [`/2031/0/name/id: ${half}`]);
    assert.deepEqual(await saidOf(holiday('0000', 'x')), ['/0000: Is not the list of a year']);
    assert.deepEqual(await saidOf(holiday('2031', '  ')), ['/2031/0/name/id: Is blank']);
    assert.deepEqual(await saidOf(`{"mpp": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`), [
      '/: Is no file of services, forms, regions or holidays',
    ]);
  });

  await it('says where a file stops being JSON, or UTF-8', async () => {
    for (const [content, said] of [
      ['{\n  "2031": [\n    x]}', 'Is not JSON: line 3, column 5'],
      ['{\n  "2031": [\n    tru]}', 'Is not JSON: line 3, column 8'],
      ['{\n  "2031": [],\n}', 'Is not JSON: line 3, column 1'],
      ['{\n  "2031": [', 'Is not JSON: line 2, column 12'],
      ['', 'Is not JSON: line 1, column 1'],
      [Buffer.from('{\n"2031": "Caf\xe9"}', 'latin1'), 'Is not UTF-8: line 2'],
    ] as const) {
      assert.deepEqual(await saidOf(content), [`/: ${said}`]);
    }
  });

  await it('takes a file with a byte order mark', async () => {
    const file = join(ground.dataDir, 'holidays.json');
    await writeFile(file, `\ufeff${await readFile(data('holidays.json'), 'utf8')}`);
    const { code, log } = await run(file);
    assert.equal(code, 0, log);
  });

  await it('refuses a service without a name', async () => {
    const file = await changed(ground, (catalogue) => {
      (catalogue as Rows)['services']![3]!['name'] = { id: '', en: ' ' };
    });
    const { log } = await run(file);
    assert.match(
      log,
      /: \/services\/3\/name\/id: Is blank\n.*: \/services\/3\/name\/en: Is blank\n/,
    );
  });

  await it('explains itself', async () => {
    const help = await runToEnd(['cli.ts', '--help'], {});
    assert.equal(help.code, 0);
    for (const name of Object.keys(ground.environment)) {
      assert.ok(help.log.includes(name), name);
    }
    const unknown = await runToEnd(['cli.ts', 'dance'], {});
    assert.equal(unknown.code, 1);
    assert.match(unknown.log, /does not know the command dance\. Try mpp-server --help\.\n/);
    const nothing = await runToEnd(['cli.ts', 'import'], {});
    assert.equal(nothing.code, 1);
  });
});

/** The catalogue file with something changed. */
async function changed(ground: Ground, change: (catalogue: Json) => void): Promise<string> {
  const catalogue = JSON.parse(await readFile(data('catalogue.json'), 'utf8')) as Json;
  change(catalogue);
  const file = join(ground.dataDir, 'catalogue.json');
  await writeFile(file, JSON.stringify(catalogue));
  return file;
}

/** What stands in the database, as a server sees it that has just started and remembers nothing. */
async function tagOf(ground: Ground): Promise<string | null> {
  const fresh = await startServer(ground, { MPP_SEED: 'none' });
  const answer = await fetch(`${fresh.url}/v1/35.79/catalogue`);
  await fresh.stop();
  return answer.headers.get('etag');
}

/** Asks again and again: a server that runs looks for changes from time to time. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const patience = AbortSignal.timeout(60_000);
  while (!(await isSo().catch(() => false))) await sleep(100, undefined, { signal: patience });
}
