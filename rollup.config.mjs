// The embeds: what a pasted script tag loads. One chunk per widget, what they share, and the loader
// that knows every file by its hash. The packages for npm are what tsc makes of the sources.
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import ts from 'typescript';

const dist = 'packages/widgets/dist';
const folder = 'packages/widgets/embed';
const widgets = ['service-finder', 'booking-form', 'status-tracker'];
const embedFiles = {};
const embedHashes = {};

// Chunks of a build that is gone would stay and be published.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const resolve = nodeResolve({ browser: true, exportConditions: ['production', 'mpp-embed'] });
const minify = terser({ ecma: 2022, module: true, format: { comments: false } });

/** A name that the lean schema lacks must stop the build instead of failing in a browser. */
const strict = (level, log, next) => {
  if (log.code === 'MISSING_EXPORT') throw new Error(log.message);
  next(level, log);
};

const literals = {
  name: 'minify-literals',
  transform: (code, id) =>
    /\b(html|css|svg)`/.test(code) ? minifyHTMLLiterals(code, { fileName: id }) : null,
};

const hash = (code) => createHash('sha256').update(code).digest('base64');

/** Notes which files each widget needs, in the order in which they stand on each other. */
const manifest = {
  name: 'manifest',
  generateBundle(_options, bundle) {
    const needed = (file, seen = new Set()) => {
      if (!seen.has(file)) for (const each of bundle[file].imports) needed(each, seen);
      return [...seen.add(file)];
    };
    const described = {};
    for (const widget of widgets) {
      const entry = Object.values(bundle).find((chunk) => chunk.isEntry && chunk.name === widget);
      const files = needed(entry.fileName);
      embedFiles[widget] = files.map((file) => file.replace(/\.js$/, ''));
      for (const file of files) embedHashes[file.replace(/\.js$/, '')] = hash(bundle[file].code);
      described[widget] = {
        file: `mpp/${entry.fileName}`,
        imports: files.slice(0, -1).map((file) => `mpp/${file}`),
        lazy: files.flatMap((file) => bundle[file].dynamicImports).map((file) => `mpp/${file}`),
      };
    }
    writeFileSync(
      `${folder}/manifest.json`,
      JSON.stringify({ loader: 'mpp.js', widgets: described }, null, 2),
    );
  },
};

const shared = new RegExp(
  [
    'node_modules/zod/|node_modules/(?:lit|lit-html|lit-element|@lit/[\\w-]+)/(?!.*/(?:live|repeat|keyed)\\.js)',
    'packages/sdk/dist/(?!resources\\.|client|index)(?:resources/(?:catalogue|availability)|[\\w.-]+)\\.js',
    'packages/contract/dist/(?:schema|errors|problem|text|page|service|catalogue|availability)\\.js',
    'widgets/dist/(?:element|define|language|brand-contrast|transports|page-settings|announce|later|reconnect|patience)\\.js',
    'widgets/dist/(?:styles/|messages/(?:id/common|error-text)|format/text)',
  ].join('|'),
);

const chunks = {
  input: Object.fromEntries(widgets.map((widget) => [widget, `${dist}/${widget}/define.js`])),
  output: {
    dir: `${folder}/mpp`,
    format: 'esm',
    entryFileNames: '[name].[hash].js',
    chunkFileNames: '[name].[hash].js',
    // What every widget stands on travels once; what two of them share, Rollup finds by itself.
    onlyExplicitManualChunks: true,
    experimentalMinChunkSize: 1000,
    manualChunks: (id) => (shared.test(id) ? 'shared' : undefined),
  },
  onLog: strict,
  plugins: [resolve, literals, minify, manifest],
};

const loader = {
  input: 'packages/widgets/src/embed/loader.ts',
  output: { file: `${folder}/mpp.js`, format: 'iife' },
  onLog: strict,
  plugins: [
    {
      name: 'embed-files',
      // tsc would add a helper to an import whose address is computed.
      transform: (code) =>
        ts.transpileModule(code, { compilerOptions: { target: 'ES2022', module: 'ES2022' } })
          .outputText,
      renderChunk: (code) =>
        code
          .replace('EMBED_FILES', () => JSON.stringify(embedFiles))
          .replace('EMBED_HASHES', () => JSON.stringify(embedHashes)),
    },
    terser({ ecma: 2022, toplevel: true, compress: { passes: 2 }, format: { comments: false } }),
  ],
};

export default [chunks, loader];
