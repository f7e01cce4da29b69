// What editors and frameworks read: custom-elements.json, VS Code's data, types for JSX.
import { mkdirSync, writeFileSync } from 'node:fs';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';

import { cssData } from './tools/css-data.mjs';
import { jsxTypes } from './tools/jsx-types.mjs';
import { tokens } from './tools/tokens.mjs';

const outdir = 'packages/widgets/types';
const all = tokens();

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

/** Whose words `strings` takes: `extends MppElement<ServiceFinderMessages>` says it. */
function ownWords() {
  const words = new Map();
  return {
    name: 'mpp-own-words',
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node)) return;
      const [parent] = node.heritageClauses?.flatMap(({ types }) => [...types]) ?? [];
      const [messages] = parent?.typeArguments ?? [];
      if (messages) words.set(node.name.text, messages.getText());
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { name, members = [] } of modules.flatMap((module) => module.declarations ?? [])) {
        const strings = members.find((member) => member.name === 'strings');
        if (strings && words.has(name)) strings.type = { text: `Partial<${words.get(name)}>` };
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
        // The analyzer also takes each bare dispatchEvent() for an event without a name.
        declaration.events = declaration.events?.filter(({ name }) => name);
        if (declaration.tagName) declaration.cssProperties = all;
      }
      rename(manifest);
    },
  };
}

/** What is written from the manifest. */
function types() {
  return {
    name: 'mpp-types',
    packageLinkPhase({ customElementsManifest: manifest }) {
      const widgets = manifest.modules.flatMap(({ path, declarations = [] }) =>
        declarations.filter(({ tagName }) => tagName).map((widget) => ({ ...widget, path })),
      );
      const css = JSON.stringify(cssData(widgets, all), null, 2);
      mkdirSync(outdir, { recursive: true });
      writeFileSync(`${outdir}/jsx.d.ts`, jsxTypes(widgets, all));
      writeFileSync(`${outdir}/vscode.css-custom-data.json`, `${css}\n`);
      writeFileSync(`${outdir}/vscode.html-custom-data.json`, getVsCodeHtmlCustomData(manifest));
    },
  };
}

export default {
  globs: ['packages/widgets/src/**/*.ts'],
  exclude: ['**/*.test.ts', 'packages/widgets/src/{define,embed/*}.ts'],
  outdir: 'packages/widgets',
  litelement: true,
  packagejson: false, // it would write into the root package.json
  plugins: [tags(), ownWords(), published(), types()],
};
