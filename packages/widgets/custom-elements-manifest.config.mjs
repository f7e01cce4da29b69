// What editors and frameworks read: custom-elements.json, VS Code's data, types for JSX.
import { readFileSync, writeFileSync } from 'node:fs';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'packages/widgets/types';

/**
 * Class and tag live in two files: `define('mpp-service-finder', ServiceFinder)` in `define.ts`
 * joins them, and this tells the manifest.
 */
function tags() {
  const definitions = [];
  return {
    name: 'mpp-tags',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (!tag || !ts.isStringLiteral(tag)) return;
      definitions.push({ tag: tag.text, className: element.getText(), path: moduleDoc.path });
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      // What all widgets share is no element by itself.
      for (const declaration of modules.flatMap((module) => module.declarations ?? [])) {
        delete declaration.customElement;
      }
      for (const { tag, className, path } of definitions) {
        const named = ({ name }) => name === className;
        const home = modules.find(({ declarations }) => declarations?.some(named));
        if (!home) throw new Error(`${path} defines ${className}, which nobody declares.`);
        Object.assign(home.declarations.find(named), { tagName: tag, customElement: true });
        modules
          .find((module) => module.path === path)
          .exports.push({
            kind: 'custom-element-definition',
            name: tag,
            declaration: { name: className, module: home.path },
          });
      }
    },
  };
}

/** Only what users of the package can reach, under the paths that the package has. */
function published() {
  const rename = (value) => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'path' || key === 'module') && typeof inner === 'string') {
        value[key] = inner.replace(/^\/?packages\/widgets\/src\/(.*)\.ts$/, 'dist/$1.js');
      } else rename(inner);
    }
  };
  return {
    name: 'mpp-published',
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules.filter(
        ({ path, declarations, exports }) =>
          /src\/(index|events)\.ts$/.test(path) ||
          declarations?.some(({ tagName }) => tagName) ||
          exports?.some(({ kind }) => kind === 'custom-element-definition'),
      );
      for (const declaration of manifest.modules.flatMap((module) => module.declarations ?? [])) {
        declaration.members = declaration.members?.filter(
          ({ privacy }) => !privacy || privacy === 'public',
        );
      }
      rename(manifest);
    },
  };
}

/** The JSX types name the events' classes, but do not import them. */
function eventImports() {
  return {
    name: 'mpp-event-imports',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const events = modules
        .flatMap((module) => module.declarations ?? [])
        .flatMap((declaration) => (declaration.tagName && declaration.events) || [])
        .map(({ type }) => type?.text)
        .filter((name) => name?.endsWith('Event'));
      const names = [...new Set(events)].sort().join(', ');
      const file = `${outdir}/jsx.d.ts`;
      const types = readFileSync(file, 'utf8');
      writeFileSync(file, `import type { ${names} } from '../dist/events.js';\n${types}`);
    },
  };
}

export default {
  globs: ['packages/widgets/src/**/*.ts'],
  exclude: ['**/*.test.ts', 'packages/widgets/src/{define,embed/*}.ts'],
  outdir: 'packages/widgets',
  litelement: true,
  packagejson: false, // it would write into the root package.json
  plugins: [
    tags(),
    published(),
    jsxTypesPlugin({
      outdir,
      fileName: 'jsx.d.ts',
      componentTypePath: (_name, tag) => {
        const folder = tag.replace('mpp-', '');
        return `../dist/${folder}/${folder}.js`;
      },
      hideLogs: true,
    }),
    eventImports(),
    customElementVsCodePlugin({ outdir, hideLogs: true }),
  ],
};
