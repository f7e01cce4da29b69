// Follows every link that stays with us: from the documents, and from the written documentation to
// its own pages and to the lines of the sources. Run by npm run docs.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const repository = /^https:\/\/github\.com\/mpp-digital\/mpp-digital\/blob\/main\//;
const ignored = new Set(['node_modules', 'dist', '.cache', 'api']);
const documents = globSync('**/*.md', { exclude: (name) => ignored.has(name) });
const pages = globSync('docs/api/**/*.html');
const texts = new Map();
const dead = new Set();

for (const file of documents) {
  const prose = read(file).replace(/^```.*?^```/gms, '');
  for (const [, link] of prose.matchAll(/\]\(([^)\s]+)\)/g)) follow(link, file);
}
for (const file of pages) {
  for (const [, link] of read(file).matchAll(/<a [^>]*?href="([^"]+)"/g)) follow(link, file);
}

for (const link of dead) console.error(link);
if (dead.size > 0) process.exit(1);
console.log(`No dead link in ${documents.length} documents and ${pages.length} pages.`);

function follow(link, from) {
  if (/^[a-z]+:/.test(link) && !repository.test(link)) return;
  const [path, anchor] = decodeURI(link).split('#');
  const file = repository.test(path)
    ? path.replace(repository, '')
    : join(path ? dirname(from) : '.', path || from);
  if (!existsSync(file)) dead.add(`${from}: ${link}`);
  else if (anchor && !has(file, anchor)) dead.add(`${from}: ${link} (no such place)`);
}

function has(file, anchor) {
  const line = /^L(\d+)$/.exec(anchor)?.[1];
  if (line) return Number(line) <= read(file).split('\n').length;
  if (file.endsWith('.html')) return read(file).includes(`id="${anchor}"`);
  const headings = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading));
  return headings.includes(anchor);
}

/** A heading's anchor, as GitHub makes it. */
function slug(heading) {
  const words = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '');
  return words.replaceAll(' ', '-');
}

function read(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(file, 'utf8'));
  return texts.get(file);
}
