// The embeds: what a pasted script tag loads. One chunk per widget, what they share, and the loader
// that knows every file by its hash. The packages for npm are what tsc makes of the sources.
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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
    /\b(html|css|svg) ?`/.test(code) ? minifyHTMLLiterals(code, { fileName: id }) : null,
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
        lazy: [...new Set(files.flatMap((file) => bundle[file].dynamicImports))].map(
          (file) => `mpp/${file}`,
        ),
      };
    }
    writeFileSync(
      `${folder}/manifest.json`,
      JSON.stringify({ loader: 'mpp.js', widgets: described }, null, 2),
    );
  },
};

/** What only some widgets need, and large enough to travel by itself. */
const apart = /\/dist\/(?:resources\/)?(?:bookings|tracking|phone)\.js$|\/time-choice\b/;

/**
 * Tells which modules travel once for all widgets: what a first view needs and another widget needs
 * sooner or later, and formats.
 */
function sharedModules({ getModuleInfo }) {
  const found = new Set();
  const reach = (id, follow, reached = new Set()) => {
    if (reached.has(id) || apart.test(id)) return reached;
    reached.add(id);
    for (const next of follow(getModuleInfo(id))) reach(next, follow, reached);
    return reached;
  };
  const entry = (widget) => path.resolve(dist, widget, 'define.js');
  const all = (info) => [...info.importedIds, ...info.dynamicallyImportedIds];
  const sooner = widgets.map((widget) => reach(entry(widget), (info) => info.importedIds));
  const later = widgets.map((widget) => reach(entry(widget), all));
  for (const id of sooner.flatMap((ids) => [...ids])) {
    if (later.filter((ids) => ids.has(id)).length > 1) found.add(id);
  }
  return found;
}

let shared;

const chunks = {
  input: Object.fromEntries(widgets.map((widget) => [widget, `${dist}/${widget}/define.js`])),
  output: {
    dir: `${folder}/mpp`,
    format: 'esm',
    entryFileNames: '[name].[hash].js',
    chunkFileNames: '[name].[hash].js',
    onlyExplicitManualChunks: true,
    experimentalMinChunkSize: 1000,
    manualChunks: (id, graph) =>
      (shared ??= sharedModules(graph)).has(id) || id.includes('/format/') ? 'shared' : undefined,
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
