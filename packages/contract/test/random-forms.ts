import { formats, type AnswerSchema, type FieldSchema, type Format } from '@mpp-digital/contract';
import type { FieldsetSchema, FormCondition, FormSchema } from '@mpp-digital/contract';

import type { Random } from './random-samples.ts';

/** An answer of each format. */
const ofFormat: Record<Format, string> = {
  date: '2024-02-29',
  email: 'sari@contoh.id',
  phone: '+6281234567890',
  village: '35.79.02.2003',
  'postal-code': '65313',
  nik: '3579025708900001',
  kk: '3579020108200001',
  npwp: '0012345678901000',
  nib: '1234567890123',
  nop: '357902000100100010',
};

/** What does not fit somewhere. */
const odd: readonly unknown[] = [
  ...[null, 0, -1, 1.5, 7, 1e300, true, false, '', ' ', 'a', 'b', 'abc', 'é'.repeat(5), '😀😀😀'],
  ...[
    [],
    {},
    [{}],
    [null],
    { x: 1 },
    ['a'],
    'a'.repeat(60),
    '2026-02-30',
    '2026-2-8',
    '0000-01-01',
  ],
  ...['357902570890000', '3579027208900001', '3579025713900001', '3579025708900000', 'nik'],
  ...['a@b', 'a@b.c', '@b.id', 'a b@c.id', '+62812', '081234567890', '35.79', '00000'],
  ...['constructor', 'toString', '２０２６-01-01', '2026-01-01\n', '3579025708900001\n'],
];

const names = ['alasan', 'nama', 'lahir', 'jumlah', 'setuju', 'alamat', 'saksi', 'lain'] as const;

function answerSchema({ next, pick }: Random): AnswerSchema {
  const type = pick(['string', 'string', 'string', 'number', 'integer', 'boolean'] as const);
  if (type === 'boolean') return next() < 0.4 ? { type, const: true } : { type };
  if (type !== 'string') return next() < 0.5 ? { type, minimum: 1, maximum: 7 } : { type };
  if (next() < 0.4) return { type, enum: ['a', 'b', 'abc'] };
  if (next() < 0.5) return { type, format: pick(Object.keys(formats) as Format[]), maxLength: 40 };
  return { type, minLength: pick([0, 1, 3]), maxLength: pick([3, 5, 50]) };
}

/** Conditions that look at fields before them, as those of a real form do. */
function conditions(
  properties: Readonly<Record<string, FieldSchema>>,
  { next, pick }: Random,
): Pick<FieldsetSchema, 'required' | 'allOf'> {
  const all = Object.keys(properties);
  const asked = new Set<string>();
  const allOf: FormCondition[] = [];
  all.forEach((name, i) => {
    const before = all.slice(0, i).filter((each) => {
      const field = properties[each]!;
      return field.enum ?? field.type === 'boolean';
    });
    if (before.length === 0 || next() < 0.5) return;
    const when = pick(before);
    const rule = properties[when]!.enum ? { enum: pick([['a'], ['a', 'b']]) } : { const: true };
    asked.add(name);
    allOf.push({
      if: { properties: { [when]: rule }, required: [when] },
      ...(next() < 0.7 && { then: { required: [name] } }),
      else: { properties: { [name]: false } },
    });
  });
  return {
    required: all.filter((name) => !asked.has(name) && next() < 0.7),
    ...(allOf.length > 0 && { allOf }),
  };
}

function fieldset(random: Random): FieldsetSchema {
  const chosen = names.filter(() => random.next() < 0.4);
  const properties = Object.fromEntries(chosen.map((name) => [name, answerSchema(random)]));
  return {
    type: 'object',
    properties,
    ...conditions(properties, random),
    additionalProperties: false,
  };
}

function fieldSchema(random: Random): FieldSchema {
  const kind = random.next();
  if (kind < 0.1) return fieldset(random);
  if (kind < 0.25) {
    return { type: 'array', items: fieldset(random), minItems: random.pick([0, 1]), maxItems: 3 };
  }
  return answerSchema(random);
}

/** Makes a form's schema, with any keywords of the subset. */
export function randomForm(random: Random): FormSchema {
  const chosen = names.filter(() => random.next() < 0.6);
  const properties = Object.fromEntries(chosen.map((name) => [name, fieldSchema(random)]));
  return {
    type: 'object',
    properties,
    ...conditions(properties, random),
    additionalProperties: false,
  };
}

/** Makes an answer, which is mostly good. */
function answer(schema: FieldSchema, random: Random): unknown {
  const { next, pick } = random;
  if (next() < 0.03) return pick(odd);
  switch (schema.type) {
    case 'boolean':
      return schema.const ?? next() < 0.5;
    case 'number':
    case 'integer':
      return pick([1, 3, 7]);
    case 'object':
      return answersTo({ properties: schema.properties! }, random);
    case 'array':
      return Array.from({ length: pick([1, 1, 2, 3]) }, () => answersTo(schema.items!, random));
    case 'string':
      return schema.format
        ? ofFormat[schema.format]
        : pick(schema.enum ?? ['abc', 'Ñoñ', '😀😀😀']);
  }
}

/** Makes answers to fields, with something left out or added at times. */
export function answersTo(
  { properties }: { properties: Readonly<Record<string, FieldSchema>> },
  random: Random,
): Record<string, unknown> {
  const given = Object.entries(properties)
    .filter(() => random.next() < 0.93)
    .map(([name, schema]): [string, unknown] => [name, answer(schema, random)]);
  if (random.next() < 0.03) given.push([random.pick(['constructor', 'x', 'a/b']), 'abc']);
  return Object.fromEntries(given);
}
