import * as z from '#schema';

import { namePattern } from './bookings.ts';
import { codePattern, secretPattern } from './code.ts';
import { FormDefinition } from './form.ts';
import type { Operations } from './operation.ts';
import { phonePattern } from './phone.ts';
import { applicationStates } from './application-states.ts';
import { day, link, moment, rupiah, slug, Text } from './text.ts';
import { fileFacts, UploadKey } from './uploads.ts';

const named = z.object({
  /** Its name in addresses. */
  id: slug,
  /** Its name as people read it. */
  name: Text,
});

/** Codes that only applications meet. */
export type ApplicationErrorCode = 'wrong_kind' | 'correction_late';

export const Answers = z.looseObject({});
/** What the form asks, answered: by the names of its fields. */
export interface Answers extends z.infer<typeof Answers> {}

export const HandedIn = z.object({
  /** For which of the form's documents: its `code`. Several files may be for the same one. */
  code: slug,
  /** Which file, of which all has come. */
  upload: UploadKey,
});
/** A document that is handed in. */
export interface HandedIn extends z.infer<typeof HandedIn> {}

const contact = {
  /** Name of the applicant, as on the identity card; one word is enough. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(namePattern)),
  /** Indonesian number in international form, `+62…`; see `normalisePhone`. */
  phone: z.string().check(z.regex(phonePattern)),
};

const paper = {
  /** The answers; fields that the form hides must not be answered. */
  answers: Answers,
  /** The documents. */
  documents: z.array(HandedIn),
};

export const NewApplication = z.object({
  /** Which service: one whose `form` can be read. */
  serviceId: slug,
  ...contact,
  ...paper,
});
/** What is handed in. All of it is encrypted before it is stored. */
export interface NewApplication extends z.infer<typeof NewApplication> {}

export const CorrectedApplication = z.object(paper);
/**
 * All answers anew, and the documents that take the place of those with the same `code`. What is not
 * among them stays.
 */
export interface CorrectedApplication extends z.infer<typeof CorrectedApplication> {}

export const Correction = z.object({
  /** What is to be corrected, as the officer wrote it. */
  reason: z.string(),
  /** Until when. */
  until: moment,
});
/** What an officer asks to be corrected. */
export interface Correction extends z.infer<typeof Correction> {}

export const Payment = z.object({
  /** Whole rupiah. */
  amount: rupiah,
  /** What to name when paying. */
  reference: z.string(),
  /** How to pay it, where the payment's provider has a page for that. */
  link: z.optional(link),
});
/** What is to be paid. */
export interface Payment extends z.infer<typeof Payment> {}

export const HandedInFile = z.object({
  /** Its name in addresses. */
  id: z.uuid(),
  /** For which of the form's documents. */
  code: slug,
  ...fileFacts,
});
/** A file that was handed in. */
export interface HandedInFile extends z.infer<typeof HandedInFile> {}

export const IssuedDocument = z.object({
  /** Its name in addresses. */
  id: z.uuid(),
  /** What it is, as the officer wrote it: `SIP Perawat`. */
  title: z.string(),
  ...fileFacts,
  /** When it was issued. */
  issuedAt: moment,
  /** Whether it is signed electronically: then it needs no stamp, and a copy is as good. */
  signedElectronically: z.boolean(),
  /** Where anyone can see whether it is genuine. */
  verificationLink: z.optional(link),
});
/** A document that the applicant gets. */
export interface IssuedDocument extends z.infer<typeof IssuedDocument> {}

/** What the applicant and the public status have in common. */
const facts = {
  /** What one types to see where it stands: twelve characters, see `formatCode`. */
  code: z.string().check(z.regex(codePattern)),
  /** Where it stands; see `applicationMoves` for what may follow. */
  state: z.enum(applicationStates),
  /** What is applied for. */
  service: named,
  /** Who decides. */
  agency: named,
  /** When it was handed in, RFC 3339 with offset. */
  submittedAt: moment,
  /**
   * By which day it is to be done: so many working days as the service says, without holidays, from
   * the day on which the papers were complete. Null while it waits for the applicant, and after its end.
   */
  dueOn: z.nullable(day),
  /** Until when a correction can be handed in; null when none is asked for. */
  correctionUntil: z.nullable(moment),
  /** IANA time zone of the regency: show times in it. */
  timeZone: z.string(),
  /** When this was said, by the server's clock. */
  serverTime: moment,
};

/** What a timeline says of each step. */
export const eventFacts = {
  /** When it came to stand there. */
  at: moment,
  /** Where it then stood. */
  state: z.enum(applicationStates),
  /** Who did it; `clock` what happens by itself when its time has come. */
  actor: z.enum(['citizen', 'officer', 'clock']),
};

export const ApplicationStatusEvent = z.object(eventFacts);
/** One line of an application's timeline. */
export interface ApplicationStatusEvent extends z.infer<typeof ApplicationStatusEvent> {}

export const ApplicationStatus = z.object({
  /** Its name in addresses. Reading that takes the secret. */
  applicationId: z.uuid(),
  ...facts,
  /** Oldest first. */
  timeline: z.array(ApplicationStatusEvent),
});
/** Where an application stands. Says nothing of the person, nor why. */
export interface ApplicationStatus extends z.infer<typeof ApplicationStatus> {}

export const Application = z.object({
  /** Its name in addresses. It proves nothing, the `secret` does. */
  id: z.uuid(),
  /** Shows and changes the application. Keep it as a password: never in a path, a query or a log. */
  secret: z.string().check(z.regex(secretPattern)),
  ...facts,
  /** Oldest first. */
  timeline: z.array(ApplicationStatusEvent),
  /** What is to be corrected; null unless it stands at `needs-correction`. */
  correction: z.nullable(Correction),
  /** What is to be paid; null unless it stands at `awaiting-payment`. */
  payment: z.nullable(Payment),
  /** Why it was rejected, as the officer wrote it; null unless it was. */
  rejection: z.nullable(z.string()),
  /** What was handed in. */
  documents: z.array(HandedInFile),
  /** What the applicant gets. */
  issued: z.array(IssuedDocument),
  /** The server's page for it, with the secret in the fragment: for a QR code. */
  link: z.string(),
});
/** An application, for the one whose it is. Of what was answered it says nothing. */
export interface Application extends z.infer<typeof Application> {}

export const ApplicationUnlock = z.object({
  /** The application's code: twelve characters, see `parseCode`. */
  code: z.string().check(z.regex(codePattern)),
  /** The last four digits of the phone that was given. */
  phoneEnding: z.string().check(z.regex(/^\d{4}$/)),
});
/** What proves an application one's own when its secret is not at hand. */
export interface ApplicationUnlock extends z.infer<typeof ApplicationUnlock> {}

const byService = z.object({ serviceId: slug });
const byId = z.object({ applicationId: z.uuid() });
const byDocument = z.object({ applicationId: z.uuid(), documentId: z.uuid() });

export const applications = {
  /** Read a service's form. Not found where the service cannot be applied for here. */
  form: {
    method: 'GET',
    path: '/services/{serviceId}/form',
    params: byService,
    cached: true,
    result: FormDefinition,
    errors: ['not_found'],
  },
  /**
   * Hand in an application. What does not fit the form is `invalid_request`, with a pointer to each
   * field.
   */
  submit: {
    method: 'POST',
    path: '/applications',
    body: NewApplication,
    idempotent: true,
    result: Application,
    errors: ['not_found'],
  },
  /** See where an application stands, by its code and without personal data. */
  status: {
    method: 'GET',
    path: '/applications/status',
    auth: 'code',
    result: ApplicationStatus,
    errors: ['not_found'],
  },
  /** Get the application by its code and the end of the phone number; few tries. */
  unlock: {
    method: 'POST',
    path: '/applications/unlock',
    body: ApplicationUnlock,
    result: Application,
    errors: ['not_found'],
  },
  /** Read one's own application. */
  show: {
    method: 'GET',
    path: '/applications/{applicationId}',
    auth: 'secret',
    params: byId,
    result: Application,
    errors: ['not_found'],
  },
  /** Read what one has answered, while it is to be corrected and at no other time. */
  answers: {
    method: 'GET',
    path: '/applications/{applicationId}/answers',
    auth: 'secret',
    params: byId,
    result: z.object({
      /** The answers. */
      answers: Answers,
    }),
    errors: ['not_found', 'wrong_state'],
  },
  /** Hand in what an officer asked to be corrected, before its time is up. */
  correct: {
    method: 'POST',
    path: '/applications/{applicationId}/correct',
    auth: 'secret',
    params: byId,
    body: CorrectedApplication,
    idempotent: true,
    result: Application,
    errors: ['not_found', 'wrong_state', 'correction_late'],
  },
  /** Take an application back; asked twice, it answers the same. */
  withdraw: {
    method: 'POST',
    path: '/applications/{applicationId}/withdraw',
    auth: 'secret',
    params: byId,
    result: Application,
    errors: ['not_found', 'wrong_state'],
  },
  /** Get an issued document, as a file to save. */
  issued: {
    method: 'GET',
    path: '/applications/{applicationId}/issued/{documentId}',
    auth: 'secret',
    params: byDocument,
    downloads: true,
    media: 'application/octet-stream',
    result: z.string(),
    errors: ['not_found'],
  },
} as const satisfies Operations;
