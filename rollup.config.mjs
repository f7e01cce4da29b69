// The embeds: what a pasted script tag loads. One chunk per widget, what they share, and the loader
// that knows every file by its hash. The packages for npm are what tsc makes of the sources.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { rollup } from 'rollup';
import ts from 'typescript';

const dist = 'packages/widgets/dist';
const folder = 'packages/widgets/embed';
// Those that most sites have, and the others.
const widgets = ['service-finder', 'booking-form', 'status-tracker'];
const unusual = [
  'application-form',
  'counter-desk',
  'kiosk',
  'mobile-schedule',
  'performance',
  'queue-board',
  'survey',
];
const embedFiles = {};
let embedLater = '';

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

/**
 * The embeds run in pages: what is only for other programs goes. Which refusals an operation knows is
 * for types and documents: nothing asks while it runs.
 */
const inPages = {
  name: 'in-pages',
  transform: (code, id) =>
    (id.includes('/contract/dist/')
      ? code.replace(/\n\s+errors: \[[^\]]*\],/g, '')
      : code
    ).replaceAll("typeof location === 'undefined'", 'false'),
};

/** Lets the loader fetch what is imported later, so that it is checked by its hash, too. */
const checkedImports = {
  name: 'checked-imports',
  renderDynamicImport: () => ({ left: 'mppDigital.load(', right: ')' }),
};

/** A file's name is the hash that it is checked by: so the loader needs to know nothing else. */
const nameOf = (code) => createHash('sha256').update(code).digest('base64url');

/** Whether a widget comes to need a file, now or later. */
function reaches(made, entry, file) {
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const { imports, dynamicImports } = made.get(name);
    [...imports, ...dynamicImports].forEach(visit);
  };
  for (const [name, { isEntry }] of made) if (isEntry && name.startsWith(entry)) visit(name);
  return seen.has(file);
}

/** Names the files by their hashes, and notes which of them each widget needs, in their order. */
const hashedNames = {
  name: 'hashed-names',
  generateBundle(_options, bundle) {
    const made = new Map(Object.entries(bundle));
    const names = new Map();
    const rename = (file) => {
      if (names.has(file)) return names.get(file);
      const chunk = made.get(file);
      for (const other of chunk.imports) {
        const statement = new RegExp(`\\b(from|import)"\\./${other.replaceAll('.', '\\.')}"`, 'g');
        chunk.code = chunk.code.replace(statement, `$1"./${rename(other)}.js"`);
      }
      names.set(file, nameOf(chunk.code));
      chunk.fileName = `${names.get(file)}.js`;
      return names.get(file);
    };
    const needed = (file, seen = new Set()) => {
      if (!seen.has(file)) for (const each of made.get(file).imports) needed(each, seen);
      return [...seen.add(file)];
    };
    for (const file of made.keys()) rename(file);
    const hashes = (file) => needed(file).map((each) => names.get(each));

    const dynamic = [...made.values()].flatMap(({ dynamicImports }) => dynamicImports);
    const entries = [...made].filter(([, { isEntry }]) => isEntry);
    const files = Object.fromEntries(entries.map(([file, { name }]) => [name, hashes(file)]));
    for (const widget of widgets) embedFiles[widget] = files[widget];
    const tell = (table) => {
      const source = `export default ${JSON.stringify(table)}`;
      const name = nameOf(source);
      this.emitFile({ type: 'asset', fileName: `${name}.js`, source });
      return name;
    };
    // Pages with the usual widgets need not know of the others, but of where that is told.
    const isUsual = (file) => widgets.some((widget) => reaches(made, `${widget}.`, file));
    const all = Object.fromEntries(dynamic.map((file) => [`./${file}`, hashes(file)]));
    const usual = Object.fromEntries(
      Object.entries(all).filter(([name]) => isUsual(name.slice(2))),
    );
    const rest = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in usual)));
    const others = tell({
      ...rest,
      ...Object.fromEntries(unusual.map((widget) => [widget, files[widget]])),
    });
    const later = { ...usual, '': [others] };
    embedLater = tell(later);

    const described = {
      names: Object.fromEntries([...made.keys()].map((file) => [names.get(file), file])),
      widgets: files,
      usual: widgets,
      later: { names: embedLater, others, files: { ...all } },
    };
    writeFileSync(`${folder}/manifest.json`, JSON.stringify(described, null, 2));
  },
};

/** What only some widgets need, and large enough to travel by itself. */
const apart = /\/dist\/(?:resources\/)?(?:bookings|tracking|watching|phone)\.js$|\/time-choice\b/;

const entry = (widget) => path.resolve(dist, widget, 'define.js');
const entries = (names) => Object.fromEntries(names.map((name) => [name, entry(name)]));

/**
 * Tells which modules travel once for all widgets: what a first view of the usual ones needs and
 * another of them needs sooner or later, and formats.
 */
async function sharedModules() {
  const found = new Set();
  const look = {
    name: 'look',
    buildEnd() {
      const reach = (id, follow, reached = new Set()) => {
        if (reached.has(id) || apart.test(id)) return reached;
        reached.add(id);
        for (const next of follow(this.getModuleInfo(id))) reach(next, follow, reached);
        return reached;
      };
      const all = (info) => [...info.importedIds, ...info.dynamicallyImportedIds];
      const sooner = widgets.map((widget) => reach(entry(widget), (info) => info.importedIds));
      const later = widgets.map((widget) => reach(entry(widget), all));
      for (const id of sooner.flatMap((ids) => [...ids])) {
        if (later.filter((ids) => ids.has(id)).length > 1) found.add(id);
      }
      for (const id of this.getModuleIds()) if (/\/format\/(?!phone)/.test(id)) found.add(id);
    },
  };
  const graph = await rollup({
    input: entries(widgets),
    logLevel: 'silent',
    plugins: [resolve, look],
  });
  const { output } = await graph.generate({ format: 'esm' });
  await graph.close();
  // What is only exported on the way is not there.
  const present = output.flatMap(({ modules }) => Object.keys(modules));
  return found.intersection(new Set(present));
}

const shared = await sharedModules();

/**
 * Gives each unusual widget copies of what is not shared, so that no site pays for a widget that it
 * does not have: neither in bytes nor in more and smaller files.
 */
const ownCopies = {
  name: 'own-copies',
  async resolveId(source, importer, options) {
    const [file, copyFor] = importer?.split('?') ?? [''];
    const folderOf = (widget) => path.dirname(entry(widget)) + path.sep;
    const widget = copyFor ?? unusual.find((each) => file.startsWith(folderOf(each)));
    if (!widget) return null;
    const found = await this.resolve(source, file, { ...options, skipSelf: true });
    if (!found || shared.has(found.id) || found.id.startsWith(folderOf(widget))) return found;
    return { ...found, id: `${found.id.split('?')[0]}?${widget}` };
  },
  load(id) {
    const [file, copyFor] = id.split('?');
    return copyFor ? readFileSync(file, 'utf8') : null;
  },
};

const chunks = {
  input: entries([...widgets, ...unusual]),
  output: {
    dir: `${folder}/mpp`,
    format: 'esm',
    entryFileNames: '[name].[hash].js',
    chunkFileNames: '[name].[hash].js',
    onlyExplicitManualChunks: true,
    experimentalMinChunkSize: 300,
    manualChunks: (id) => (shared.has(id) ? 'shared' : undefined),
  },
  onLog: strict,
  plugins: [ownCopies, resolve, inPages, literals, checkedImports, minify, hashedNames],
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
          .replace('EMBED_LATER', () => JSON.stringify(embedLater)),
    },
    terser({ ecma: 2022, toplevel: true, compress: { passes: 2 }, format: { comments: false } }),
  ],
};

export default [chunks, loader];
