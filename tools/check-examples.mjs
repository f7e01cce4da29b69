// Type-checks every ```ts and ```tsx block of the documentation: TSDoc examples, READMEs, docs/.
//
// Each block is a module of its own. In a source file it knows what that file exports; what else a
// reader would have at hand (a client) is declared in tools/check-examples.d.ts.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const folder = resolve('.cache', 'examples');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const documents = globSync(
  ['*.md', 'docs/**/*.md', '{packages,examples}/*/*.md', 'packages/*/src/**/*.ts'],
  {
    exclude: (name) => name === 'node_modules' || name === 'api',
  },
);
const examples = new Map(documents.flatMap(blocks).map((block) => [block.file, block]));
for (const { file, prologue, code } of examples.values()) writeFileSync(file, prologue + code);

const { config } = ts.readConfigFile('tsconfig.tests.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(
  { ...config, include: [], files: [] },
  ts.sys,
  '.',
);
const program = ts.createProgram(
  [...examples.keys(), resolve('tools/check-examples.d.ts')],
  options,
);

const problems = ts
  .getPreEmitDiagnostics(program)
  .filter(
    ({ file }) =>
      file && (examples.has(resolve(file.fileName)) || file.fileName.includes('check-examples')),
  );
for (const problem of problems) console.error(describe(problem));
if (problems.length > 0) process.exit(1);
console.log(`${examples.size} examples in ${documents.length} documents type-check.`);

/** The code blocks of a document; in a source file, those inside comments. */
function blocks(document) {
  const isSource = document.endsWith('.ts');
  const found = [];
  let block;
  readFileSync(document, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const text = isSource ? line.replace(/^\s*\* ?/, '') : line;
      const fence = isSource ? /^\s*\*\s*```(tsx?)?\s*$/.exec(line) : /^```(tsx?)?\s*$/.exec(line);
      if (block && fence) {
        block.prologue = isSource ? imports(document, block.code) : 'export {};\n';
        found.push(block);
        block = undefined;
      } else if (fence?.[1]) {
        const name = document.replace(/\W+/g, '-');
        const file = join(folder, `${name}-${index + 1}.${fence[1]}`);
        block = { file, document, line: index + 2, prologue: '', code: '' };
      } else if (block) {
        block.code += `${text}\n`;
      }
    });
  return found;
}

/** One line: what the document itself exports and the example uses. */
function imports(document, code) {
  const exported = /^export (?:abstract |async )?(?:function|const|class) (\w+)/gm;
  const names = [...readFileSync(document, 'utf8').matchAll(exported)]
    .map(([, name]) => name)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(code))
    .filter((name) => !new RegExp(`import .*\\b${name}\\b`).test(code));
  return `import { ${names.join(', ')} } from '${resolve(document)}';\n`;
}

function describe({ file, start, messageText }) {
  const example = examples.get(resolve(file.fileName));
  const { line } = file.getLineAndCharacterOfPosition(start);
  const place = example
    ? `${example.document}:${example.line + line - 1}`
    : `${relative('.', file.fileName)}:${line + 1}`;
  return `${place} ${ts.flattenDiagnosticMessageText(messageText, '\n  ')}`;
}
