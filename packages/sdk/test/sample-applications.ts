import type {
  Application,
  ApplicationStatus,
  FormDefinition,
  StaffApplication,
  Upload,
} from '@mpp-digital/contract';

import { agency, code, named, person, secret, service, slotId, ticket } from './sample-answers.ts';

const file = { type: 'application/pdf' as const, size: 1200 };

export const upload: Upload = { id: slotId, secret, size: 4, received: 4, file };

const applied = {
  service: named(service),
  agency: named(agency),
  submittedAt: '2026-12-01T09:20:00+07:00',
  dueOn: null,
  timeZone: 'Asia/Jakarta',
};

const handedIn = [{ id: slotId, code: 'str', ...file }];

const correction = { reason: 'STR tidak terbaca.', until: '2026-12-08T23:59:59+07:00' };

const received = {
  at: applied.submittedAt,
  state: 'submitted' as const,
  actor: 'citizen' as const,
};

const applicationFacts = {
  code,
  state: 'needs-correction' as const,
  ...applied,
  correctionUntil: correction.until,
  serverTime: '2026-12-01T10:00:00+07:00',
  timeline: [received],
};

export const applicationId = '7e0a4a6c-0f0c-4a5e-8a51-2f7d8c1b9e30';
export const documentId = handedIn[0]!.id;

export const applicationStatus: ApplicationStatus = { applicationId, ...applicationFacts };

export const application: Application = {
  id: applicationId,
  secret,
  ...applicationFacts,
  correction,
  payment: null,
  rejection: null,
  documents: handedIn,
  issued: [],
  link: ticket.link,
};

export const sampleForm: FormDefinition = {
  schema: {
    type: 'object',
    properties: { str: { type: 'string' } },
    required: ['str'],
    additionalProperties: false,
  },
  ui: { steps: [] },
  documents: [],
};

export const staffApplication: StaffApplication = {
  applicationId,
  state: 'needs-correction',
  ...applied,
  late: false,
  ...person,
  answers: { str: 'AB 123' },
  form: sampleForm,
  documents: handedIn,
  issued: [],
  correction,
  payment: null,
  rejection: null,
  bookingId: null,
  history: [{ ...received, act: 'moved', officer: null }],
};
