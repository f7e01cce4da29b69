import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as z from 'zod/v4/core';

import { onLean, onZod, schemaNames } from './both-contracts.ts';
import { mutated, sample, seeded } from './random-samples.ts';

const samples = 2_000;

/** What a contract says to a value, in a form that can be compared. */
function verdict(contract: typeof onZod, name: (typeof schemaNames)[number], value: unknown) {
  try {
    const result = contract.parse(contract[name] as z.$ZodType, value);
    return { accepted: true, result: JSON.stringify(result) } as const;
  } catch (error) {
    return { accepted: false, error } as const;
  }
}

/** Whether a pointer leads to something that zod refused, or to what it is in. */
function isKnownTo(error: unknown, pointer: string) {
  const refused = (error as z.$ZodError).issues.map(({ path }) => `/${path.join('/')}`);
  return refused.some((path) => path.startsWith(pointer) || pointer.startsWith(path));
}

for (const name of schemaNames) {
  test(`zod and schema.ts judge ${name} alike`, () => {
    const random = seeded(name.length + samples);
    const type = onZod[name] as z.$ZodType;
    let accepted = 0;
    for (let n = 0; n < samples; n++) {
      let value = sample(type, random);
      for (let changes = Math.floor(random.next() * 3); changes > 0; changes--) {
        value = mutated(value, random);
      }
      value = value === undefined ? value : JSON.parse(JSON.stringify(value));
      const zods = verdict(onZod, name, value);
      const leans = verdict(onLean, name, value);
      const context = `${JSON.stringify(value)}\nzod: ${String(zods.error)}\nlean: ${String(leans.error)}`;
      assert.equal(leans.accepted, zods.accepted, context);
      assert.equal(leans.result, zods.result, context);
      if (zods.accepted) accepted++;
      else assert.ok(isKnownTo(zods.error, (leans.error as { path: string }).path || '/'), context);
    }
    // Samples that are all good or all bad would show nothing.
    const share = accepted / samples;
    assert.ok(share > 0.05 && share < 0.95, `${share} accepted`);
  });
}
