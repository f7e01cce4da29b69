// Prints what travels to a citizen's phone, in bytes after brotli 11, and fails above the budgets.
//
// node tools/size.mjs          a table
// node tools/size.mjs --json   {"name": bytes}
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

import { answers } from './size-of-answers.mjs';

const embed = 'packages/widgets/embed';

/** In bytes. A kilobyte is a thousand. */
const budgets = {
  loader: 1_024,
  'service-finder first view': 23_000,
  'booking-form first view': 25_000,
  'all widgets': 31_000,
  'status-tracker chunk': 12_000,
  sdk: 20_000,
  'sdk in the embeds': 12_000,
  'page without JavaScript': 30_000,
  'first visit': 45_000,
};

if (!existsSync(`${embed}/manifest.json`)) {
  console.error('There is nothing to measure yet: npm run build');
  process.exit(1);
}

const sizes = { ...embeds(), ...(await sdk()), ...(await answers(brotli)) };
// The finder, and what it fetches before it can find.
sizes['first visit'] =
  sizes['service-finder first view'] + sizes['later: searching'] + sizes['catalogue index'];
const tooLarge = Object.entries(sizes).filter(([name, size]) => size > (budgets[name] ?? Infinity));

if (process.argv.includes('--json')) console.log(JSON.stringify(sizes, null, 2));
else print();

if (tooLarge.length > 0) {
  console.error(`Too large: ${tooLarge.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}

function embeds() {
  const { loader, widgets } = JSON.parse(readFileSync(`${embed}/manifest.json`, 'utf8'));
  const measured = { loader: sum([loader]) };
  const everything = new Set([loader]);
  const later = new Set();
  for (const [widget, { file, imports, lazy }] of Object.entries(widgets)) {
    const firstView = [loader, ...imports, file];
    measured[`${widget} first view`] = sum(firstView);
    measured[`${widget} chunk`] = sum([file]);
    firstView.forEach((name) => everything.add(name));
    lazy.forEach((name) => later.add(name));
  }
  measured['all widgets'] = sum(everything);
  // The QR code of a ticket, other languages: when they are asked for.
  for (const name of later)
    measured[`later: ${name.replace(/^.*\/|\.[\w-]+\.js$/g, '')}`] = sum([name]);
  return measured;
}

async function sdk() {
  return {
    sdk: await bundled('packages/sdk/dist/index.js', []),
    'sdk in the embeds': await bundled('packages/sdk/dist/index.js', ['mpp-embed']),
  };
}

async function bundled(input, conditions) {
  const bundle = await rollup({
    input,
    logLevel: 'silent', // what zod's comments say to other bundlers
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['production', ...conditions] }),
      terser({ ecma: 2022, module: true, format: { comments: false } }),
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', inlineDynamicImports: true });
  await bundle.close();
  return brotli(Buffer.from(output[0].code));
}

/** Each file is compressed by itself, as it travels. */
function sum(files) {
  return [...files].reduce((total, file) => total + brotli(readFileSync(join(embed, file))), 0);
}

function brotli(content) {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }).length;
}

function print() {
  const bytes = (number) => number.toLocaleString('en').padStart(8);
  for (const [name, size] of Object.entries(sizes)) {
    const budget = budgets[name] ? `of ${bytes(budgets[name])}` : '';
    console.log(`${name.padEnd(28)}${bytes(size)} ${budget}`.trimEnd());
  }
}
