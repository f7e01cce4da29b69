import * as z from '#schema';

import {
  Answers,
  Correction,
  eventFacts,
  HandedIn,
  HandedInFile,
  IssuedDocument,
  Payment,
} from './applications.ts';
import { namePattern } from './bookings.ts';
import { codePattern } from './code.ts';
import { FormDefinition } from './form.ts';
import type { Operations } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';
import { phonePattern } from './phone.ts';
import { applicationStates } from './application-states.ts';
import { day, link, moment, slug, Text } from './text.ts';
import { UploadKey } from './uploads.ts';

const named = z.object({ id: slug, name: Text });

/** What an officer writes to an applicant. */
const reason = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(2000), z.regex(/[\p{L}\p{N}]/u));

const entry = {
  /** Its name in addresses. */
  applicationId: z.uuid(),
  /** Where it stands. */
  state: z.enum(applicationStates),
  /** What is applied for. */
  service: named,
  /** Who decides. */
  agency: named,
  /** When it was handed in. */
  submittedAt: moment,
  /** By which day it is to be done; null while it waits for the applicant, and after its end. */
  dueOn: z.nullable(day),
  /** Whether that day is over. */
  late: z.boolean(),
};

export const ApplicationEntry = z.object(entry);
/** An application in an officer's list. Who applies is read with it, not in lists. */
export interface ApplicationEntry extends z.infer<typeof ApplicationEntry> {}

export const OfficerAct = z.object({
  ...eventFacts,
  /** `attached`: a document for the applicant, which moved nothing. */
  act: z.enum(['moved', 'attached']),
  /** Which officer, by the id that the sign-in gave; null when it was none. */
  officer: z.nullable(z.string()),
});
/** One line of the history, as officers see it. */
export interface OfficerAct extends z.infer<typeof OfficerAct> {}

export const StaffApplication = z.object({
  ...entry,
  /** As it was given; null once it is erased. */
  name: z.nullable(z.string()),
  /** In international form, `+62…`; null where none was given, and once it is erased. */
  phone: z.nullable(z.string()),
  /** What was answered; null once it is erased. */
  answers: z.nullable(Answers),
  /** The form that was answered, as it was then. */
  form: FormDefinition,
  /** What was handed in. */
  documents: z.array(HandedInFile),
  /** What the applicant gets. */
  issued: z.array(IssuedDocument),
  /** What is to be corrected; null unless it stands at `needs-correction`. */
  correction: z.nullable(Correction),
  /** What is to be paid; null unless it stands at `awaiting-payment`. */
  payment: z.nullable(Payment),
  /** Why it was rejected; null unless it was. */
  rejection: z.nullable(z.string()),
  /** The booking whose visit it was opened at; null when it came online. */
  bookingId: z.nullable(z.uuid()),
  /** Oldest first. */
  history: z.array(OfficerAct),
  /** IANA time zone of the regency: show times in it. */
  timeZone: z.string(),
});
/** An application, for the officers of its agency. */
export interface StaffApplication extends z.infer<typeof StaffApplication> {}

export const ApplicationsQuery = z.object({
  ...pageQuery,
  /** Those that stand there; those that have not ended, without it. */
  state: z.optional(z.enum(applicationStates)),
  /** Those of one agency; of all that the officer may act for, without it. */
  agencyId: z.optional(slug),
});

export const ApplicationCode = z.object({
  /** What the applicant's receipt says. */
  code: z.string().check(z.regex(codePattern)),
});
/** Which application, by its code. */
export interface ApplicationCode extends z.infer<typeof ApplicationCode> {}

export const ApplicationStep = z.object({
  /** Where to: what `applicationMoves` allows. */
  state: z.enum(['verifying', 'processing', 'issued', 'ready-for-pickup', 'completed']),
});
/** Where an application goes next, when nothing has to be said with it. */
export interface ApplicationStep extends z.infer<typeof ApplicationStep> {}

export const CorrectionRequest = z.object({
  /** What is to be corrected, in the applicant's words. */
  reason,
  /** The last day on which it can be, of the next 90: `2026-12-08`. */
  until: day,
});
/** What an applicant is asked to correct. */
export interface CorrectionRequest extends z.infer<typeof CorrectionRequest> {}

export const PaymentRequest = z.object({
  /** Whole rupiah. */
  amount: z.int().check(z.positive(), z.lte(1_000_000_000_000)),
});
/** What an applicant is asked to pay. */
export interface PaymentRequest extends z.infer<typeof PaymentRequest> {}

export const Rejection = z.object({
  /** Why, in the applicant's words. */
  reason,
});
/** Why an application is rejected. */
export interface Rejection extends z.infer<typeof Rejection> {}

export const NewIssuedDocument = z.object({
  /** What it is: `SIP Perawat`. */
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(namePattern)),
  /** The file, of which all has come. */
  upload: UploadKey,
  /** Whether it is signed electronically. */
  signedElectronically: z.boolean(),
  /** Where anyone can see whether it is genuine. */
  verificationLink: z.optional(link),
});
/** A document that the applicant is to get. */
export interface NewIssuedDocument extends z.infer<typeof NewIssuedDocument> {}

export const NewVisitApplication = z.object({
  /** Which service: one of the visit's agency whose form can be read. */
  serviceId: slug,
  /** Name of the applicant; that of the visitor without it. */
  name: z.optional(
    z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(namePattern)),
  ),
  /** Indonesian number in international form, `+62…`; that of the visitor without it. */
  phone: z.optional(z.string().check(z.regex(phonePattern))),
  /** The answers. */
  answers: Answers,
  /** The documents, as the officer has scanned them. */
  documents: z.array(HandedIn),
});
/** An application that an officer opens for somebody who is at the counter. */
export interface NewVisitApplication extends z.infer<typeof NewVisitApplication> {}

export const VisitApplication = z.object({
  /** The application. */
  application: StaffApplication,
  /** What shows where it stands. */
  code: z.string().check(z.regex(codePattern)),
  /** The server's page for it, with the secret in the fragment: for a QR code. */
  link: z.string(),
});
/** An application that was opened at the counter, and what its applicant is given. */
export interface VisitApplication extends z.infer<typeof VisitApplication> {}

const byId = z.object({ applicationId: z.uuid() });
const byDocument = z.object({ applicationId: z.uuid(), documentId: z.uuid() });

const act = {
  method: 'POST',
  auth: 'officer',
  params: byId,
  idempotent: true,
  result: StaffApplication,
  errors: ['not_found', 'wrong_state'],
} as const;

const download = {
  method: 'GET',
  auth: 'officer',
  params: byDocument,
  downloads: true,
  media: 'application/octet-stream',
  result: z.string(),
  errors: ['not_found'],
} as const;

export const staffApplications = {
  /** List applications, those first that were handed in first. */
  list: {
    method: 'GET',
    path: '/staff/applications',
    auth: 'officer',
    query: ApplicationsQuery,
    result: pageOf(ApplicationEntry),
  },
  /** Find one by its code. */
  find: {
    method: 'POST',
    path: '/staff/applications/find',
    auth: 'officer',
    body: ApplicationCode,
    result: StaffApplication,
    errors: ['not_found'],
  },
  /** Read one, with answers and history. */
  show: {
    method: 'GET',
    path: '/staff/applications/{applicationId}',
    auth: 'officer',
    params: byId,
    result: StaffApplication,
    errors: ['not_found'],
  },
  /** Get a document that was handed in, as a file to save. */
  document: { ...download, path: '/staff/applications/{applicationId}/documents/{documentId}' },
  /** Get a document that was issued, as a file to save. */
  issued: { ...download, path: '/staff/applications/{applicationId}/issued/{documentId}' },
  /** Move one on. */
  move: { ...act, path: '/staff/applications/{applicationId}/move', body: ApplicationStep },
  /** Ask the applicant for a correction. */
  askCorrection: {
    ...act,
    path: '/staff/applications/{applicationId}/ask-correction',
    body: CorrectionRequest,
    errors: ['not_found', 'wrong_state', 'day_past', 'day_beyond_window'],
  },
  /** Ask the applicant to pay. */
  askPayment: {
    ...act,
    path: '/staff/applications/{applicationId}/ask-payment',
    body: PaymentRequest,
  },
  /** Note that it was paid; it goes on to `processing`. */
  confirmPayment: { ...act, path: '/staff/applications/{applicationId}/confirm-payment' },
  /** Reject one. */
  reject: { ...act, path: '/staff/applications/{applicationId}/reject', body: Rejection },
  /** Attach a document for the applicant, from `processing` on and before the end. */
  attach: { ...act, path: '/staff/applications/{applicationId}/attach', body: NewIssuedDocument },
  /** Open one for somebody who is at the counter. */
  open: {
    method: 'POST',
    path: '/staff/visits/{bookingId}/application',
    auth: 'officer',
    params: z.object({ bookingId: z.uuid() }),
    body: NewVisitApplication,
    idempotent: true,
    result: VisitApplication,
    errors: ['not_found', 'wrong_state'],
  },
} as const satisfies Operations;
