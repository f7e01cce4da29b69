// Runs the tests that need Node: the rooms', the examples', and the whole path in a browser.
//
// node tools/test-node.mjs [name…]   only files whose path contains one of the names
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const wanted = process.argv.slice(2);
const find = (...patterns) =>
  globSync(patterns, { exclude: (name) => name === 'node_modules' })
    .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)))
    .sort();

const both = find('packages/{contract,sdk}/test/**/*.test.ts');
const all = find(
  'packages/{contract,search,sdk,server}/test/**/*.test.ts',
  'packages/widgets/test/**/*.node.test.ts',
  'examples/**/*.test.ts',
  'bench/**/*.test.ts',
  'tools/**/*.test.mjs',
);
if (all.length === 0) {
  console.error(`No test file has ${wanted.join(' or ')} in its path.`);
  process.exit(1);
}

function run(files, conditions, reporter) {
  if (files.length === 0) return;
  const { status } = spawnSync(
    process.execPath,
    [
      ...conditions.map((condition) => `--conditions=${condition}`),
      '--test',
      `--test-reporter=${reporter}`,
      '--test-concurrency=2', // servers and browsers start in here: more only make each other wait
      '--test-timeout=300000',
      ...files,
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}

// What the embeds use in place of zod and ky passes the same tests. Quietly: a dot for each.
run(both, ['mpp-src', 'mpp-embed'], 'dot');

// Everything, last, so that the runner's own summary ends the log.
run(all, ['mpp-src'], 'spec');
