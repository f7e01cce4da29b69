import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  askedAnswers,
  askedDocuments,
  checkAnswers,
  FormDefinition,
  FormSchema,
  formats,
  isOfFormat,
  parse,
  type Format,
} from '@mpp-digital/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { answersTo, randomForm } from './random-forms.ts';
import { seeded } from './random-samples.ts';

const forms = 200;
const answersPerForm = 25;

const ajv = new Ajv2020({ allErrors: true, ownProperties: true, strictRequired: false });
for (const name of Object.keys(formats) as Format[]) {
  ajv.addFormat(name, (answer: string) => isOfFormat(name, answer));
}

test('a JSON Schema validator judges answers to any form as checkAnswers does', () => {
  const random = seeded(15);
  let good = 0;
  let bad = 0;
  for (let n = 0; n < forms; n++) {
    const schema = parse(FormSchema, randomForm(random));
    const validate = ajv.compile(schema);
    for (let m = 0; m < answersPerForm; m++) {
      const given = answersTo(schema, random);
      // Half of them as a widget sends them: without what is not asked.
      const answers = m % 2 ? given : askedAnswers(schema, given);
      const errors = checkAnswers({ schema }, answers);
      const context = JSON.stringify({ schema, answers, errors, ajv: validate.errors }, null, 1);
      assert.equal(errors.length === 0, validate(answers), context);
      for (const { pointer, reason } of errors) {
        const theirs = (validate.errors ?? []).map(({ instancePath, keyword, params }) => {
          const { missingProperty, additionalProperty } = params as Record<string, string>;
          const name = missingProperty ?? additionalProperty;
          const end = name === undefined ? '' : `/${name.replaceAll('/', '~1')}`;
          return keyword === 'if' ? 'if' : instancePath + end;
        });
        assert.ok(theirs.includes(pointer), `${pointer} ${reason}\n${context}`);
      }
      if (errors.length === 0) good++;
      else bad++;
    }
  }
  // Samples that are all good or all bad would show nothing.
  assert.ok(good > 1_000 && bad > 1_000, `${good} good, ${bad} bad`);
});

const lost: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      alasan: { type: 'string', enum: ['hilang', 'rusak'] },
      laporan: { type: 'string', minLength: 1, maxLength: 40 },
      ditemukan: { type: 'boolean' },
      saksi: {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        items: {
          type: 'object',
          properties: { nik: { type: 'string', format: 'nik' } },
          required: ['nik'],
          additionalProperties: false,
        },
      },
      luas: { type: 'integer', minimum: 1, maximum: 10 },
      benar: { type: 'boolean', const: true },
    },
    required: ['alasan', 'benar'],
    additionalProperties: false,
    allOf: [
      {
        if: { properties: { alasan: { enum: ['hilang'] } }, required: ['alasan'] },
        then: { required: ['laporan'] },
        else: { properties: { laporan: false, ditemukan: false } },
      },
    ],
  },
  ui: { steps: [] },
  documents: [
    { code: 'kk', text: { id: 'KK', en: 'Family card' } },
    {
      code: 'lapor-hilang',
      text: { id: 'Surat kehilangan', en: 'Loss report' },
      if: { properties: { alasan: { enum: ['hilang'] } }, required: ['alasan'] },
    },
  ],
};

const benar = true;
const table: [string, unknown, ...string[]][] = [
  ['good answers', { alasan: 'rusak', benar }],
  ['nothing', {}, '/alasan required', '/benar required'],
  ['no answers at all', null, ' type'],
  ['a list', [], ' type'],
  ['what is asked in this case', { alasan: 'hilang', benar }, '/laporan required'],
  ['an empty text', { alasan: 'hilang', laporan: '', benar }, '/laporan required'],
  ['what is not asked', { alasan: 'rusak', laporan: 'B', benar }, '/laporan hidden'],
  ['an undeclared declaration', { alasan: 'rusak', benar: false }, '/benar choice'],
  ['no choice', { alasan: 'dicuri', benar }, '/alasan choice'],
  ['a field that is none', { alasan: 'rusak', benar, 'a/b': 1 }, '/a~1b unknown'],
  ['what every object has', { alasan: 'rusak', benar, constructor: 1 }, '/constructor unknown'],
  [
    'a prototype',
    JSON.parse('{"alasan":"rusak","benar":true,"__proto__":{"luas":1}}'),
    '/__proto__ unknown',
  ],
  ['too few', { alasan: 'rusak', benar, saksi: [] }, '/saksi too-few'],
  ['a group that is none', { alasan: 'rusak', benar, saksi: ['x'] }, '/saksi/0 type'],
  ['a wrong NIK', { alasan: 'rusak', benar, saksi: [{ nik: '1' }] }, '/saksi/0/nik format'],
  ['too much', { alasan: 'rusak', benar, luas: 11 }, '/luas too-large'],
  ['a broken number', { alasan: 'rusak', benar, luas: 1.5 }, '/luas type'],
  ['a number as text', { alasan: 'rusak', benar, luas: '3' }, '/luas type'],
];
for (const [what, answers, ...expected] of table) {
  test(`tells what is wrong with ${what}`, () => {
    const errors = checkAnswers(lost, answers);
    assert.deepEqual(
      errors.map(({ pointer, reason }) => `${pointer} ${reason}`),
      expected,
    );
  });
}

test('never repeats what was answered', () => {
  const nik = '3579025708901234';
  assert.doesNotMatch(JSON.stringify(checkAnswers(lost, { saksi: [{ nik, x: nik }] })), /3579/);
});

test('leaves out what an earlier answer hides, and what only that asked for', () => {
  const chain = {
    properties: {
      a: { type: 'boolean' },
      b: { type: 'boolean' },
      c: { type: 'string' },
    },
    required: [],
    allOf: [
      {
        if: { properties: { b: { const: true } }, required: ['b'] },
        else: { properties: { c: false } },
      },
      {
        if: { properties: { a: { const: true } }, required: ['a'] },
        else: { properties: { b: false } },
      },
    ],
  } as const satisfies Parameters<typeof askedAnswers>[0];
  assert.deepEqual(askedAnswers(chain, { a: false, b: true, c: 'x' }), { a: false });
  assert.deepEqual(askedAnswers(chain, { a: true, b: true, c: 'x' }), { a: true, b: true, c: 'x' });
});

test('asks for the documents of the case', () => {
  const codes = (answers: Record<string, unknown>) =>
    askedDocuments(lost, answers).map(({ code }) => code);
  assert.deepEqual(codes({}), ['kk']);
  assert.deepEqual(codes({ alasan: 'hilang' }), ['kk', 'lapor-hilang']);
});
