// Plants each fault in the schema, and sees the tests of the booking core go red.
//   npm run verify:mutants [-- part of a fault's name]
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

import { startCluster } from '../../../../tools/postgres/cluster.ts';
import { faults } from '../booking/faults.ts';

const wanted = process.argv[2] ?? '';
const tests = globSync(join(import.meta.dirname, '../booking/*.test.ts'));
const cluster = await startCluster();
let survivors = 0;

for (const fault of Object.keys(faults).filter((name) => name.includes(wanted))) {
  const seen = await failures(fault);
  if (seen.length === 0) survivors++;
  console.log(`${seen.length > 0 ? 'caught  ' : 'SURVIVED'} ${fault}`);
  for (const name of seen) console.log(`           ${name}`);
}
await cluster.stop();
console.log(`${survivors} survived`);
process.exitCode = survivors > 0 ? 1 : 0;

/** The names of the tests that fail with a fault in the schema. */
async function failures(fault: string): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, ...['--test', '--test-reporter=tap', '--test-timeout=120000', ...tests]],
    {
      env: {
        ...process.env,
        MPP_TEST_FAULT: fault,
        TEST_DATABASE_URL: cluster.url('postgres'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return [...output.matchAll(/^ {4,8}not ok \d+ - (.*)$/gm)].map(([, name]) => name!);
}
