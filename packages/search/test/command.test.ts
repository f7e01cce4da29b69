import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../tools/search.ts', import.meta.url));

test('npm run search answers each line with one line of JSON', () => {
  const { stdout, status } = spawnSync(process.execPath, ['--conditions=mpp-src', command], {
    input: 'ktp hilang\nharga emas\nbikin paspor',
    encoding: 'utf8',
  });
  assert.equal(status, 0);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { query: string; ids: string[] });
  assert.deepEqual(
    answers.map(({ query }) => query),
    ['ktp hilang', 'harga emas', 'bikin paspor'],
  );
  assert.equal(answers[0]?.ids[0], 'ktp-el-hilang');
  assert.deepEqual(answers[1]?.ids, []);
});
