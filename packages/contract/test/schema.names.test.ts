import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import * as lean from '../src/schema.ts';

const src = new URL('../src/', import.meta.url);

test('schema.ts has the names that the contract uses, and no other', () => {
  const used = new Set(['parse']);
  for (const file of globSync('*.ts', { cwd: src })) {
    const source = readFileSync(new URL(file, src), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    if (!source.includes("from '#schema'") || file === 'zod.ts') continue;
    for (const [, name] of source.matchAll(/\bz\.(\w+(?:\.\w+)?)/g)) used.add(name!);
  }
  used.delete('infer'); // a type

  const { iso, Mismatch: _, ...plain } = lean;
  const had = [...Object.keys(plain), ...Object.keys(iso).map((name) => `iso.${name}`)];
  assert.deepEqual(had.sort(), [...used].sort());
});
