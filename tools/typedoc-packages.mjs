// Documents every entry of every package, under the name that one imports, with the README.
import { globSync, readFileSync } from 'node:fs';
import { posix, relative } from 'node:path';
import { Application, Converter, MinimalSourceFile } from 'typedoc';

const repository = 'https://github.com/mpp-digital/mpp-digital/blob/main';

const entries = globSync('packages/*/package.json').sort().flatMap(entriesOf);

/** @param {Application} app */
export function load(app) {
  const readme = (folder, project) => {
    const file = posix.join(folder, 'README.md');
    const text = new MinimalSourceFile(withWholeLinks(file), file);
    return app.converter.parseRawComment(text, project.files).content;
  };
  app.on(Application.EVENT_BOOTSTRAP_END, () => {
    app.options.setValue(
      'entryPoints',
      entries.map(({ file }) => file),
    );
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    project.readme = readme('.', project);
    for (const module of project.children) {
      const { fileName } = project.getSymbolIdFromReflection(module);
      const { name, home } = entries.find(({ file }) => file === fromRoot(fileName));
      module.name = name;
      if (home) module.readme = readme(home, project);
    }
  });
}

/** What a package lets one import by a name, and the folder whose README tells of it. */
function entriesOf(manifest) {
  const folder = posix.dirname(fromRoot(manifest));
  const { name, exports } = JSON.parse(readFileSync(manifest, 'utf8'));
  return Object.entries(exports)
    .filter(([entry, target]) => target?.['mpp-src'] && !entry.includes('*'))
    .map(([entry, target]) => ({
      file: posix.join(folder, target['mpp-src']),
      name: posix.join(name, entry),
      home: entry === '.' ? folder : undefined,
    }));
}

/** Links from one file to another lead into the repository: the documentation has only READMEs. */
function withWholeLinks(file) {
  const folder = posix.dirname(file);
  return readFileSync(file, 'utf8').replace(
    /\]\((?!https?:|#)([^)]+)\)/g,
    (_, path) => `](${repository}/${posix.join(folder, path)})`,
  );
}

function fromRoot(file) {
  return relative('.', file).replaceAll('\\', '/');
}
