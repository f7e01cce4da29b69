// A lock that misses another platform's binary passes here and fails in somebody's fresh clone.
import { globSync, readFileSync } from 'node:fs';

let complete = true;

for (const file of globSync(['package-lock.json', 'tools/*/package-lock.json'])) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').pop()));
  for (const [path, { optionalDependencies = {}, resolved }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      if (!locked.has(name)) complain(file, `${path || 'the root'} needs ${name}: not in the lock`);
    }
    // One registry's address would bind everybody to it.
    if (resolved?.startsWith('http')) complain(file, `${path} names its registry`);
  }
}

function complain(file, message) {
  console.error(`${file}: ${message}`);
  complete = false;
}

process.exit(complete ? 0 : 1);
