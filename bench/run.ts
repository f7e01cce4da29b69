/**
 * Speed as ratios, each pair measured side by side in one run: `npm run bench`, with names of parts
 * to run fewer, with `--json` to print only name and ratio.
 */
import { bench as bookings } from './bookings.ts';
import { bench as catalogue } from './catalogue.ts';
import { bench as render } from './render.ts';
import { bench as sdk } from './sdk.ts';
import { bench as search } from './search.ts';

const parts = { search, catalogue, sdk, bookings, render };

const words = process.argv.slice(2);
const json = words.includes('--json');
const wanted = words.filter((word) => word in parts);
const results: Record<string, number> = {};

// What a part prints for people must not stand in the way of programs.
if (json) console.log = (...said: unknown[]) => console.error(...said);

for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  Object.assign(results, await bench());
}

const rounded = Object.entries(results).map(([name, ratio]) => [name, Number(ratio.toFixed(3))]);
if (json) process.stdout.write(`${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
else for (const [name, ratio] of rounded) console.log(`${String(name).padEnd(44)} ${ratio}`);
