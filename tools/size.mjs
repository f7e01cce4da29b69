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
const loader = 'mpp.js';

/** In bytes. A kilobyte is a thousand. */
const budgets = {
  loader: 1_024,
  'service-finder first view': 23_000,
  'booking-form first view': 25_000,
  'all widgets': 31_000,
  sdk: 20_000,
  'sdk in the embeds': 12_000,
  'page without JavaScript': 30_000,
  'first visit': 45_000,
};

/** What a widget that few sites have may need besides what the usual ones share. */
const chunkBudget = 12_000;

if (!existsSync(`${embed}/manifest.json`)) {
  console.error('There is nothing to measure yet: npm run build');
  process.exit(1);
}

const manifest = JSON.parse(readFileSync(`${embed}/manifest.json`, 'utf8'));
const sizes = { ...embeds(manifest), ...(await sdk()), ...(await answers()) };
sizes['first visit'] = firstVisit(manifest) + sizes['catalogue index'];
const budgetOf = (name) => budgets[name] ?? (name.endsWith(' chunk') ? chunkBudget : Infinity);
const tooLarge = Object.entries(sizes).filter(([name, size]) => size > budgetOf(name));

if (process.argv.includes('--json')) console.log(JSON.stringify(sizes, null, 2));
else print();

if (tooLarge.length > 0) {
  console.error(`Too large: ${tooLarge.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}

/**
 * What each widget that most sites have shows at first, and a page with all of them; what the others
 * have besides; and what comes later.
 */
function embeds({ names, widgets, usual, later }) {
  const measured = { loader: sum([loader]) };
  const first = new Set([loader]);
  for (const widget of usual) {
    const files = widgets[widget];
    measured[`${widget} first view`] = sum([loader, ...files]);
    measured[`${widget} chunk`] = sum(files.slice(-1));
    files.forEach((name) => first.add(name));
  }
  measured['all widgets'] = sum(first);
  for (const [widget, files] of Object.entries(widgets)) {
    if (!usual.includes(widget))
      measured[`${widget} chunk`] = sum(new Set(files).difference(first));
  }
  const files = [later.names, later.others, ...Object.values(later.files)].flat();
  const rest = new Set(files).difference(first);
  for (const name of rest) measured[nameOf(names[name] ?? 'names', measured)] = sum([name]);
  measured['everything'] = sum(first.union(rest));
  return measured;
}

/** `later: searching`; English texts have their widget's name, which is taken. */
function nameOf(file, taken) {
  const name = `later: ${file.replace(/\.[\w-]+\.js$/, '')}`;
  return name in taken ? `${name}, more` : name;
}

/** The finder, and the search that it fetches when the browser has come to rest. */
function firstVisit({ widgets, later }) {
  const [, searching] = Object.entries(later.files).find(([name]) => name.includes('/searching.'));
  return sum(new Set([loader, ...widgets['service-finder'], later.names, ...searching]));
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
  const path = (file) => join(embed, file === loader ? loader : `mpp/${file}.js`);
  return [...files].reduce((total, file) => total + brotli(readFileSync(path(file))), 0);
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
    const budget = budgetOf(name) < Infinity ? `of ${bytes(budgetOf(name))}` : '';
    console.log(`${name.padEnd(28)}${bytes(size)} ${budget}`.trimEnd());
  }
}
