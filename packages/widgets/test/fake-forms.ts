import type { Application, FormDefinition } from '@mpp-digital/contract';

import type { Call } from './fake-api.ts';
import { index, serviceOf } from './fake-catalogue.ts';

interface FormRow extends Omit<FormDefinition, 'documents'> {
  serviceIds: string[];
  documents: Omit<FormDefinition['documents'][number], 'text'>[];
}

const file = new URL('../../server/data/forms.json', import.meta.url);
const { forms } = (await (await fetch(file)).json()) as { forms: FormRow[] };

/** The example's form of a service, as the server answers it but for its villages. */
export function formOf(serviceId: string): FormDefinition | undefined {
  const row = forms.find(({ serviceIds }) => serviceIds.includes(serviceId));
  const service = serviceOf(serviceId);
  if (!row || !service) return undefined;
  const { schema, ui } = row;
  return {
    schema,
    ui,
    documents: row.documents.map((document) => ({
      ...document,
      text: service.requirements.find(({ code }) => code === document.code)!.text,
    })),
  };
}

const code = '7K3M9QXT2BHR';
const secret = `${code}${'0'.repeat(26)}`;

/** Answers what the application form asks for, as a small server does. */
export class FakeApplications {
  readonly uploads = new Map<string, { size: number; received: number }>();

  readonly begin = ({ body }: Call) => {
    const id = crypto.randomUUID();
    this.uploads.set(id, { size: Number(body['size']), received: 0 });
    return this.#upload(id);
  };

  /** Takes 64 kB at a time, as the first piece is. */
  readonly append = ({ params, headers }: Call) => {
    const id = params['uploadId']!;
    const upload = this.uploads.get(id)!;
    const offset = Number(headers.get('upload-offset'));
    upload.received = Math.min(upload.size, offset + 64 * 1024);
    return this.#upload(id);
  };

  readonly show = ({ params }: Call) => this.#upload(params['uploadId']!);

  readonly submit = ({ body }: Call): Application => {
    const service = index.services.find(({ id }) => id === body['serviceId'])!;
    const agency = index.agencies.find(({ id }) => id === service.agencyId)!;
    const at = '2026-12-01T09:00:00+07:00';
    return {
      id: '3f2b8c1e-9d4a-4b6c-8e7f-0a1b2c3d4e5f',
      ...{ code, secret, state: 'submitted', submittedAt: at, dueOn: '2026-12-08' },
      service: { id: service.id, name: service.name },
      agency: { id: agency.id, name: agency.name },
      ...{ correctionUntil: null, correction: null, payment: null, rejection: null },
      ...{ documents: [], issued: [], timeZone: 'Asia/Jakarta', serverTime: at },
      timeline: [{ at, state: 'submitted', actor: 'citizen' }],
      link: `https://mpp.example.go.id/35.79/lacak#${secret}`,
    };
  };

  #upload(id: string) {
    const { size, received } = this.uploads.get(id)!;
    const isWhole = received === size;
    return {
      ...{ id, secret, size, received },
      file: isWhole ? { type: 'application/pdf' as const, size } : null,
    };
  }
}
