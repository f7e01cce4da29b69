import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { newGround, runToEnd, startServer } from './server-process.ts';
import { visitorOf } from './visitor.ts';

const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));

await describe('what stands at /', async () => {
  const ground = await newGround('postgresql');
  const server = await startServer(ground, { MPP_SEED: 'none' });
  const visit = visitorOf(server.url);

  async function importInto(region: string) {
    const file = join(ground.dataDir, `${region}.json`);
    const catalogue = await readFile(data('catalogue.json'), 'utf8');
    await writeFile(file, catalogue.replace('"regionCode": "35.79"', `"regionCode": "${region}"`));
    const files = [data('regions.json'), data('holidays.json'), file];
    const { code, log } = await runToEnd(['cli.ts', 'import', ...files], ground.environment);
    assert.equal(code, 0, log);
  }

  await it('is a page while there is nothing', async () => {
    const { status, text } = await visit('/');
    assert.equal(status, 200);
    assert.equal(text.includes('Contoh'), false);
  });

  await it('leads to the services of the only regency, without a word of an example', async () => {
    await importInto('74.04');
    for (const path of ['/', '/74.04']) {
      const { status, headers } = await visit(path);
      assert.deepEqual([status, headers.get('location')], [303, '/74.04/layanan'], path);
    }
    const { text } = await visit('/74.04/layanan');
    assert.match(text, /<nav class="bar">\s*<a href="\/74\.04\/layanan"/);
  });

  await it('lists the regencies where there are several', async () => {
    await importInto('35.07');
    const { text } = await visit('/?lang=en');
    assert.match(text, /href="\/35\.07\/layanan\?lang=en">Kabupaten Malang</);
    assert.match(text, /href="\/74\.04\/layanan\?lang=en">Kabupaten Buton</);
    assert.equal(text.includes('Example.'), false);
  });

  await it('leads nowhere from a regency that nobody knows', async () => {
    const { status, text } = await visit('/99.99/layanan');
    assert.equal(status, 404);
    assert.equal(text.includes('href="/99.99'), false);
  });
});
