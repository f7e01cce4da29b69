import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as zod from 'zod/mini';

import * as leanSchemas from '../src/schema.ts';

// The types of both differ; what they do must not.
const lean = leanSchemas as unknown as typeof zod;

type Make = (z: typeof zod) => zod.ZodMiniType;

const texts = [
  ...[
    '',
    'a',
    'ab',
    'abc',
    'abcd',
    '😀',
    '😀😀',
    'a😀',
    '😀😀😀',
    'é',
    'e\u0301',
    '👩‍👩‍👧',
    '\ud83d',
    '\udc00a',
  ],
  ...[' a ', '\u00a0a\ufeff', '\u200ba', 'a\n', '\u2028'],
];
const numbers = [-1, -0, 0, 0.5, 1, 1.5, 2, 3, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), NaN, Infinity];
const others = [
  undefined,
  null,
  true,
  '1',
  [],
  {},
  [1],
  new Date(0),
  new Map(),
  () => 0,
  Symbol('s'),
];
const days = ['2024-02-29', '2023-02-29', '2000-02-29', '1900-02-29', '2026-04-31', '2026-12-31'];
const times = ['08:00:00Z', '08:00:00+07:00', '08:00:60Z', '24:00:00Z', '08:00Z', '08:00:00.123Z'];
const zones = ['08:00:00+0700', '08:00:00', '08:00:00-00:00', '08:00:00+24:00', '08:00:00z'];
const proto = JSON.parse('{"__proto__":{"a":1},"b":2}') as unknown;
const objects = [{}, { a: 'x' }, { a: undefined }, { a: 'x', b: 1 }, { a: 1 }, [], null, proto];
const tagged = [{ kind: 'one' }, { kind: 'two', n: 1 }, { kind: 'two' }, { kind: 'toString' }, {}];

const table: Record<string, [Make, readonly unknown[]]> = {
  string: [(z) => z.string(), [...texts, ...numbers, ...others]],
  boolean: [(z) => z.boolean(), [true, false, 0, 1, 'true', ...others]],
  number: [(z) => z.number(), [...numbers, ...others]],
  int: [(z) => z.int(), [...numbers, ...others]],
  nonnegative: [(z) => z.int().check(z.nonnegative()), [...numbers, ...others]],
  positive: [(z) => z.int().check(z.positive()), [...numbers, ...others]],
  lte: [(z) => z.int().check(z.lte(4)), [...numbers, ...others, 4, 5]],
  'positive number': [(z) => z.number().check(z.positive()), [...numbers, ...others]],
  literal: [(z) => z.literal('a'), [...texts, ...others]],
  enum: [(z) => z.enum(['a', 'ab']), [...texts, ...others]],
  optional: [(z) => z.optional(z.string()), [...texts, ...others]],
  nullable: [(z) => z.nullable(z.string()), [...texts, ...others]],
  array: [(z) => z.array(z.int()), [[], [1, 2], [1, 'a'], [undefined], { length: 0 }, ...others]],
  looseObject: [(z) => z.looseObject({}), [...objects, ...others.slice(0, 7)]],
  'looseObject with a member': [(z) => z.looseObject({ a: z.string() }), objects],
  object: [(z) => z.object({ a: z.string() }), objects],
  'optional member': [(z) => z.object({ a: z.optional(z.string()) }), objects],
  'no members': [(z) => z.object({}), objects],
  regex: [(z) => z.string().check(z.regex(/^a/)), [...texts, ...others]],
  trim: [(z) => z.string().check(z.trim(), z.minLength(1)), [...texts, ' ', '\t\n']],
  'trim after': [(z) => z.string().check(z.minLength(2), z.trim()), [...texts, ' ', '\t\n']],
  uuid: [(z) => z.uuid(), ['00000000-0000-0000-0000-000000000000', 'x', ...others]],
  date: [(z) => z.iso.date(), [...days, '2026-1-1', '26-01-01', ...others]],
  datetime: [
    (z) => z.iso.datetime({ offset: true }),
    [...days.flatMap((day) => [...times, ...zones].map((time) => `${day}T${time}`)), ...others],
  ],
  union: [
    (z) =>
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('one') }),
        z.object({ kind: z.literal('two'), n: z.int() }),
      ]),
    [...tagged, ...others],
  ],
};
for (const length of [0, 1, 2, 3]) {
  table[`minLength ${length}`] = [(z) => z.string().check(z.minLength(length)), texts];
  table[`maxLength ${length}`] = [(z) => z.string().check(z.maxLength(length)), texts];
}

for (const [name, [make, values]] of Object.entries(table)) {
  test(`zod and schema.ts draw the same line for ${name}`, () => {
    for (const value of values) {
      const expected = zod.safeParse(make(zod), value);
      let result: unknown;
      let accepted = true;
      try {
        result = lean.parse(make(lean), value);
      } catch {
        accepted = false;
      }
      const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
      assert.equal(accepted, expected.success, shown);
      if (expected.success) assert.equal(JSON.stringify(result), JSON.stringify(expected.data));
    }
  });
}

test('schema.ts says where and why', () => {
  const type = lean.object({ items: lean.array(lean.object({ amount: lean.int() })) });
  assert.throws(() => lean.parse(type, { items: [{ amount: 1 }, { amount: 1.5 }] }), {
    message: '/items/1/amount is not a whole number',
  });
});
