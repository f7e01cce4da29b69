// Measures once, and holds to it what the budgets and the READMEs say.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { stdout, status } = spawnSync(process.execPath, ['tools/size.mjs', '--json'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.stdout.write(stdout);
if (status !== 0) process.exit(status ?? 1);

const sizes = JSON.parse(stdout);
const firstViews = Object.keys(sizes).filter((name) => name.endsWith('first view'));
const largest = Math.max(...firstViews.map((name) => sizes[name]));

hold('README.md', /(\d+) kB or less at first sight/, largest);
hold('packages/sdk/README.md', /(\d+) kB after brotli/, sizes.sdk);

function hold(file, pattern, size) {
  const said = pattern.exec(readFileSync(file, 'utf8'))?.[1];
  if (size <= Number(said) * 1000) return;
  console.error(`${file} says ${said ?? 'nothing of'} kB: it is ${(size / 1000).toFixed(1)}.`);
  process.exitCode = 1;
}
