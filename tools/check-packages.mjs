// Looks at the packages as npm would deliver them: packs each, unpacks it as if installed, then
// checks what package.json promises, the types, that every library it imports is declared, and that
// importing every entry works in plain Node.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';

const run = promisify(execFile);
const delivery = join('.cache', 'packed');
const failures = [];

rmSync(delivery, { recursive: true, force: true });
mkdirSync(delivery, { recursive: true });

const packages = await pack();
for (const each of packages) promises(each);
for (const each of packages) libraries(each);
await Promise.all([...packages.map(lint), types(packages)]);
imports(packages);

for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exit(1);
console.log(`${packages.length} packages are complete, typed and importable.`);

function fail(name, message) {
  failures.push(`${name}: ${message}`);
}

async function pack() {
  const folders = globSync('packages/*/package.json').map((file) => join(file, '..'));
  const workspaces = folders.flatMap((folder) => ['-w', folder]);
  await run('npm', ['pack', ...workspaces, '--ignore-scripts', '--pack-destination', delivery], {
    shell: process.platform === 'win32',
  });
  return Promise.all(
    folders.map(async (source) => {
      const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
      const { name, version } = manifest;
      const flatName = name.replace('@', '').replace('/', '-');
      const tarball = join(delivery, `${flatName}-${version}.tgz`);
      const folder = join(delivery, 'node_modules', name);
      mkdirSync(folder, { recursive: true });
      await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
      return { name, manifest, tarball, folder };
    }),
  );
}

/** What package.json says must be there, is there. */
function promises({ name, manifest, folder }) {
  for (const file of ['README.md', 'LICENSE']) {
    if (!existsSync(join(folder, file))) fail(name, `${file} is missing`);
  }
  if (readFileSync(join(folder, 'README.md'), 'utf8').includes('](../')) {
    fail(name, 'README.md links to what is not in the package');
  }
  for (const file of globSync('data/*.json', { cwd: folder })) {
    const notice = readFileSync(join(folder, 'data', 'README.md'), 'utf8');
    if (!notice.includes(basename(file)))
      fail(name, `data/README.md does not say whose ${file} is`);
  }
  if (manifest.sideEffects === undefined) fail(name, 'sideEffects is not said');
  if (!manifest.engines?.node) fail(name, 'engines has no node');
  if (!manifest.exports?.['.']) fail(name, 'exports has no "."');
  const targets = [manifest.exports, manifest.imports, manifest.bin, manifest.customElements];
  for (const target of targets.flatMap(leaves)) {
    const pattern = target.replaceAll('*', '{*,*/**}');
    const own = target.startsWith('.') || target === manifest.customElements;
    if (own && globSync(pattern, { cwd: folder }).length === 0) {
      fail(name, `${target} is promised, but not in the package`);
    }
  }
  for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
    const isCode = target && !entry.endsWith('.json');
    if (isCode && !target.types) fail(name, `the export ${entry} has no types`);
  }
}

/** What it imports, npm installs with it. Here it is found in any case: by the repository's root. */
function libraries({ name, manifest, folder }) {
  const { dependencies, peerDependencies, imports } = manifest;
  const declared = Object.keys({ ...dependencies, ...peerDependencies, [name]: '' });
  const files = globSync(['dist/**/*.{js,d.ts}', '*.d.ts', 'types/*.d.ts'], { cwd: folder });
  const imported = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  });
  for (const specifier of new Set([...imported, ...leaves(imports)])) {
    const isLibrary = !/^([.#]|node:)/.test(specifier);
    const library = /^(@[^/]+\/)?[^/]+/.exec(specifier)[0];
    if (isLibrary && !declared.includes(library)) fail(name, `${library} is not declared`);
  }
}

function leaves(value) {
  if (!value) return [];
  return typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves);
}

/** Every entry that can be imported, its `*` filled in with what is there. */
function entries({ manifest, folder }) {
  return Object.entries(manifest.exports).flatMap(([entry, target]) => {
    if (!target?.default) return [];
    if (!entry.includes('*')) return [entry];
    const pattern = new RegExp(`^${target.default.replace('*', '([^/]+)').replace('*', '\\1')}$`);
    return globSync(target.default, { cwd: folder })
      .map((file) => pattern.exec(`./${file.replaceAll('\\', '/')}`))
      .filter((match) => match !== null)
      .map((match) => entry.replace('*', match[1]))
      .filter((each) => manifest.exports[each] !== null);
  });
}

async function lint({ name, folder }) {
  const { messages, pkg } = await publint({ pkgDir: folder, pack: false });
  for (const message of messages) fail(name, `publint: ${formatMessage(message, pkg)}`);
}

/** Whether TypeScript finds the types of every entry. One after the other: two cores are few. */
async function types(delivered) {
  for (const each of delivered) {
    const attw = ['attw', each.tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color'];
    const only = ['--entrypoints', ...entries(each)];
    await run('npx', ['--no-install', ...attw, ...only], {
      shell: process.platform === 'win32',
    }).catch(({ stdout, stderr }) => fail(each.name, `attw:\n${stdout}${stderr}`));
  }
}

/** In Node, without a browser's globals, without our own conditions, and without staying alive. */
function imports(delivered) {
  const names = delivered.flatMap((each) =>
    entries(each).map((entry) => join(each.name, entry).replaceAll('\\', '/')),
  );
  const script = join(delivery, 'import-all.mjs');
  writeFileSync(script, names.map((name) => `await import('${name}');\n`).join(''));
  const { status, stderr, error } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (status !== 0) fail('import in Node', stderr || String(error ?? 'the process stayed alive'));
}
