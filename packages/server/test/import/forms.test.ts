import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { checkAnswers } from '@mpp-digital/contract';

import { Catalogues } from '../../src/catalogues.ts';
import { openDatabase } from '../../src/database.ts';
import { importFiles, ImportRefused } from '../../src/import/import-files.ts';
import { newGround } from '../http/server-process.ts';

interface Form {
  serviceIds: string[];
  schema: { properties: Record<string, Field>; required: string[]; allOf: Condition[] };
  ui: { steps: { title: { en: string }; fields: { name: string; options?: unknown[] }[] }[] };
  documents: { code: string; if?: { required: string[] } }[];
}
type Field = Record<string, unknown>;
interface Condition {
  if: { properties: Record<string, Field>; required: string[] };
  then: { required: string[] };
  else: { properties: Record<string, unknown> };
}

const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
const withoutForms = ['regions.json', 'holidays.json', 'catalogue.json'].map(data);

await describe('importing forms', async () => {
  const ground = await newGround('embedded');
  const database = await openDatabase({ url: undefined, dataDir: ground.dataDir });

  after(() => database.close());

  /** The example's forms, with something wrong in them. */
  async function refusalsOf(change: (forms: Form[], file: Record<string, unknown>) => void) {
    const file = JSON.parse(await readFile(data('forms.json'), 'utf8')) as { forms: Form[] };
    change(file.forms, file);
    const path = join(ground.dataDir, 'forms.json');
    await writeFile(path, JSON.stringify(file));
    try {
      await importFiles(database, [...withoutForms, path]);
      return [];
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      return error.files.flatMap(({ refusals }) => refusals.map(({ pointer }) => pointer)).sort();
    }
  }

  await it('names every part that does not fit', async () => {
    const pointers = await refusalsOf((forms) => {
      const [sip, ktp, kk, birth, death, away] = forms as [Form, Form, Form, Form, Form, Form];
      sip.schema.properties['nomorStr']!['pattern'] = '^(a+)+$';
      sip.schema.required.push('gaib');
      delete ktp.schema.properties['kk'];
      ktp.ui.steps[0]!.fields.push(ktp.ui.steps[0]!.fields[0]!);
      kk.ui.steps[0]!.fields[2]!.options!.pop();
      delete kk.schema.properties['surel']!['format'];
      birth.schema.allOf[0]!.if.properties['adaAyah'] = { enum: ['ya'] };
      birth.schema.allOf[0]!.else.properties['nikAyah'] = true;
      birth.ui.steps[0]!.title.en = ' ';
      death.documents[0]!.if = { required: ['hubungan'] };
      away.schema.required.push('anggota');
      (away.schema.properties['anggota'] as { maxItems: number }).maxItems = 5000;
    });
    assert.deepEqual(pointers, [
      '/forms/0/schema/properties/nomorStr/pattern',
      '/forms/0/schema/required',
      '/forms/1/schema/required',
      '/forms/1/ui/steps/0/fields/1/name',
      '/forms/1/ui/steps/0/fields/3/name',
      '/forms/2/schema/properties/surel/maxLength',
      '/forms/2/ui/steps/0/fields/2/options',
      '/forms/3/schema/allOf/0/else/properties/nikAyah',
      '/forms/3/schema/allOf/0/if/properties/adaAyah',
      '/forms/3/ui/steps/0/title/en',
      '/forms/4/documents/0/if/properties',
      '/forms/5/schema/allOf/0/else/properties/anggota',
      '/forms/5/schema/properties/anggota/maxItems',
    ]);
  });

  await it('names services and papers that the catalogue does not have', async () => {
    const pointers = await refusalsOf((forms) => {
      forms[1]!.serviceIds.push('nichts', 'ktp-el-hilang', 'ktp-el-baru');
      forms[2]!.documents[1]!.code = 'sertipikat';
    });
    assert.deepEqual(pointers, [
      '/forms/1/serviceIds/1',
      '/forms/1/serviceIds/2',
      '/forms/1/serviceIds/3',
      '/forms/2/documents/1/code',
    ]);
  });

  await it('wants the catalogue beside them', async () => {
    await assert.rejects(importFiles(database, [data('forms.json')]), ImportRefused);
  });

  await it('refuses what is no list of forms', async () => {
    assert.deepEqual(await refusalsOf((_, file) => (file['forms'] = null)), ['/forms']);
    assert.deepEqual(await refusalsOf((_, file) => delete file['regionCode']), ['/regionCode']);
  });

  await it('gives services their forms', async () => {
    await importFiles(database, [...withoutForms, data('forms.json')]);
    const catalogue = (await new Catalogues(database).get('35.79'))!;
    assert.ok(catalogue.forms.size >= 8);

    const { form, issuesItself } = catalogue.forms.get('kia-baru')!;
    assert.equal(issuesItself, false);
    assert.equal(catalogue.forms.get('sip-perawat')!.issuesItself, true);
    assert.equal(form.documents[0]!.text.id, 'Kutipan akta kelahiran');
    const village = form.ui.steps[1]!.fields[1]!;
    assert.equal(village.options?.length, 24);
    const answers = {
      nikAnak: '3579025708900001',
      kk: '3579020108200001',
      usia: '5-ke-atas',
      ambil: 'desa',
      desaAmbil: '35.79.02.2003',
      benar: true,
    };
    assert.deepEqual(checkAnswers(form, answers), []);
    assert.deepEqual(checkAnswers(form, { ...answers, desaAmbil: '35.07.02.2003' }), [
      { pointer: '/desaAmbil', reason: 'choice' },
    ]);
  });

  await it('keeps them with the next catalogue, and takes them back with a file of none', async () => {
    await importFiles(database, withoutForms);
    assert.ok((await new Catalogues(database).get('35.79'))!.forms.size > 0);
    assert.deepEqual(await refusalsOf((forms) => forms.splice(0)), []);
    assert.equal((await new Catalogues(database).get('35.79'))!.forms.size, 0);
  });
});
