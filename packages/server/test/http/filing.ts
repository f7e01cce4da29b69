// What one needs to apply for something: a form, people, and files that are what they say.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { FormDefinition, HandedIn } from '@mpp-digital/contract';
import { Applications, Transport, Uploads } from '@mpp-digital/sdk/resources';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

import { regency, somebody } from './citizen.ts';
import { runToEnd, type Ground } from './server-process.ts';

const text = (id: string) => ({ id, en: id });

/** A form with a field that is asked in one case only, and a document. */
export const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      nik: { type: 'string', format: 'nik' },
      hubungan: { type: 'string', enum: ['anak', 'lain'] },
      hubunganLain: { type: 'string', minLength: 1, maxLength: 40 },
    },
    required: ['nik', 'hubungan'],
    additionalProperties: false,
    allOf: [
      {
        if: { properties: { hubungan: { enum: ['lain'] } }, required: ['hubungan'] },
        then: { required: ['hubunganLain'] },
        else: { properties: { hubunganLain: false } },
      },
    ],
  },
  ui: {
    steps: [
      {
        title: text('Pelapor'),
        fields: [
          { name: 'nik', label: text('NIK') },
          {
            name: 'hubungan',
            label: text('Hubungan'),
            options: [
              { value: 'anak', label: text('Anak') },
              { value: 'lain', label: text('Lain') },
            ],
          },
          { name: 'hubunganLain', label: text('Sebutkan') },
        ],
      },
    ],
  },
  documents: [{ code: 'ktp', text: text('KTP') }],
};

/** Services that are applied for with it: of two agencies, the second by itself when nobody answers. */
export const service = 'kk-hilang-rusak';
export const otherService = 'pbb-mutasi';

export const answers = { nik: '3579025708900001', hubungan: 'anak' };

/** Imports the form for both services, with the catalogue that `openAllDay` made. */
export async function importForms(ground: Ground): Promise<void> {
  const forms = [
    { serviceIds: [service], ...form },
    { serviceIds: [otherService], issuesItself: true, ...form },
  ];
  const file = join(ground.dataDir, 'forms.json');
  await writeFile(file, JSON.stringify({ regionCode: regency, forms }));
  const catalogue = join(ground.dataDir, 'catalogue.json');
  const { code, log } = await runToEnd(['cli.ts', 'import', catalogue, file], ground.environment);
  assert.equal(code, 0, log);
}

/** A page with a line on it. */
export async function pdf(change?: (document: PDFDocument) => void | Promise<void>) {
  const document = await PDFDocument.create();
  document.addPage([300, 300]);
  await change?.(document);
  return new Uint8Array(await document.save());
}

/** A photo as phones take it: with the place where it was taken. */
export async function photo(): Promise<Uint8Array<ArrayBuffer>> {
  const noise = {
    create: { width: 640, height: 480, channels: 3 as const, background: '#0b5cad' },
  };
  const taken = sharp(noise)
    .jpeg()
    .withExif({ IFD0: { Make: 'Telepon Sari' }, IFD3: { GPSLatitudeRef: 'S' } });
  return new Uint8Array(await taken.toBuffer());
}

/** Somebody with a phone. */
export function applicantAt(url: string) {
  const transport = new Transport({ baseUrl: url, regency });
  const applications = new Applications(transport);
  const uploads = new Uploads(transport);

  const hand = async (code: string, bytes: Uint8Array<ArrayBuffer>): Promise<HandedIn> => {
    const { id, secret } = await uploads.send(new Blob([bytes]));
    return { code, upload: { id, secret } };
  };
  return {
    applications,
    uploads,
    hand,
    /** Hands in an application that fits. */
    submit: async (serviceId = service, who = somebody()) =>
      applications.submit({
        serviceId,
        ...who,
        answers,
        documents: [await hand('ktp', await pdf())],
      }),
  };
}
