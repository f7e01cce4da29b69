import type {
  Application,
  ApplicationEntry,
  ApplicationStatus,
  StaffApplication,
} from '@mpp-digital/contract';

import type {
  ApplicationEntryRow,
  ApplicationFileRow,
  ApplicationRow,
  ApplicationStatusRow,
} from './application-functions.ts';
import type { Catalogue } from './catalogue.ts';
import type { Secrets } from './secrets.ts';
import { named } from './ticket.ts';

/** What was encrypted in an application, by those who may read it. */
export class SealedTexts {
  readonly #secrets: Secrets;
  readonly #storedCode: Uint8Array;

  constructor(secrets: Secrets, storedCode: Uint8Array) {
    this.#secrets = secrets;
    this.#storedCode = storedCode;
  }

  read(member: string, hex: string | null): string | null {
    if (hex === null) return null;
    return this.#secrets.openText(this.#storedCode, member, Buffer.from(hex, 'hex'));
  }
}

/** Where an application stands, for anyone with its code. */
export function applicationStatusOf(
  row: ApplicationStatusRow,
  code: string,
  catalogue: Catalogue,
): ApplicationStatus {
  return { applicationId: row.id, ...factsOf(row, code, catalogue), timeline: row.timeline };
}

/** An application as its applicant gets it, with the secret, which the database does not know. */
export function applicationOf(
  row: ApplicationRow,
  secret: string,
  { catalogue, publicUrl }: { catalogue: Catalogue; publicUrl: string },
  secrets: Secrets,
): Application {
  const code = secret.slice(0, 12);
  const { code: regency } = catalogue.regency;
  const texts = new SealedTexts(secrets, secrets.storedCode(regency, code));
  return {
    id: row.id,
    secret,
    ...factsOf(row, code, catalogue),
    timeline: row.timeline,
    ...lettersOf(row, texts),
    link: `${publicUrl}/${regency}/lacak#${secret}`,
  };
}

/** An application as the officers of its agency get it. */
export function staffApplicationOf(
  row: ApplicationFileRow,
  catalogue: Catalogue,
  secrets: Secrets,
): StaffApplication {
  const storedCode = Buffer.from(row.code, 'hex');
  const texts = new SealedTexts(secrets, storedCode);
  const person = row.personal && secrets.open(storedCode, Buffer.from(row.personal, 'hex'));
  const answers = texts.read('answers', row.answers);
  return {
    ...entryOf(row, catalogue),
    name: person ? person.name || null : null,
    phone: person ? person.phone || null : null,
    answers: answers === null ? null : (JSON.parse(answers) as StaffApplication['answers']),
    form: row.form,
    ...lettersOf(row, texts),
    bookingId: row.bookingId,
    history: row.history,
    timeZone: catalogue.regency.timeZone,
  };
}

/** An application in a list. */
export function entryOf(row: ApplicationEntryRow, catalogue: Catalogue): ApplicationEntry {
  return {
    applicationId: row.id,
    state: row.state,
    ...namesOf(row, catalogue),
    submittedAt: row.submittedAt,
    dueOn: row.dueOn,
    late: row.late,
  };
}

function namesOf(row: { serviceId: string; agencyId: string }, catalogue: Catalogue) {
  return {
    service: named(row.serviceId, catalogue.services.get(row.serviceId)),
    agency: named(row.agencyId, catalogue.agencies.get(row.agencyId)),
  };
}

function factsOf(row: ApplicationStatusRow, code: string, catalogue: Catalogue) {
  return {
    code,
    state: row.state,
    ...namesOf(row, catalogue),
    submittedAt: row.submittedAt,
    dueOn: row.dueOn,
    correctionUntil: row.correctionUntil,
    timeZone: catalogue.regency.timeZone,
    serverTime: new Date().toISOString(),
  };
}

/** What officers wrote, and the documents that go back and forth. */
function lettersOf(row: ApplicationRow, texts: SealedTexts) {
  const reason = texts.read('correction', row.correction);
  return {
    correction:
      reason === null || row.correctionUntil === null
        ? null
        : { reason, until: row.correctionUntil },
    payment: row.payment,
    rejection: texts.read('rejection', row.rejection),
    documents: row.documents,
    issued: row.issued.map(({ title, ...document }) => ({
      ...document,
      ...(JSON.parse(texts.read('issued', title) ?? '{}') as IssuedText),
    })),
  };
}

/** What is encrypted of an issued document. */
export interface IssuedText {
  title: string;
  verificationLink?: string;
}
