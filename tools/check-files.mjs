// Rules about whole files that ESLint cannot keep, since a comment may switch ESLint off.
import { globSync, readFileSync } from 'node:fs';

const longest = 300;
const ignored = new Set(['node_modules', 'dist', 'embed-files', 'api', 'types', '.cache']);
const files = globSync('{packages,examples,bench,tools}/**/*.{ts,tsx,mjs,js,css,sql,html}', {
  exclude: (name) => ignored.has(name),
}).filter((file) => !/^packages.widgets.embed./.test(file));
let sound = true;

for (const file of files) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (lines.length > longest)
    complain(file, longest, `longer than ${longest} lines: two purposes?`);
  lines.forEach((line, index) => {
    const directive = /(?:\/\/|\/\*)\s*(?:eslint-disable|@ts-)[\w-]*(.*)/.exec(line);
    if (directive && !/--\s*\S+|@ts-expect-error:? \w+/.test(directive[0])) {
      complain(file, index + 1, 'a rule is switched off without a reason behind --');
    }
  });
}

function complain(file, line, message) {
  console.error(`${file}:${line} ${message}`);
  sound = false;
}

process.exit(sound ? 0 : 1);
