import {
  askedDocuments,
  checkAnswers,
  type AnswerReason,
  type CorrectedApplication,
  type FormDefinition,
  type UploadKey,
} from '@mpp-digital/contract';

import type { UploadsMissing } from './application-functions.ts';
import { Problem } from './problem.ts';
import type { Secrets } from './secrets.ts';
import type { Refusal } from './validation.ts';

const details: Record<AnswerReason, string> = {
  required: 'Must be answered',
  unknown: 'Is not asked in this form',
  hidden: 'Is not asked in this case',
  type: 'Has the wrong type',
  choice: 'Is none of the choices',
  format: 'Does not fit its format',
  'too-short': 'Is too short',
  'too-long': 'Is too long',
  'too-small': 'Is too small',
  'too-large': 'Is too large',
  'too-few': 'Are too few',
  'too-many': 'Are too many',
};

/** Files for the same document. */
const mostFiles = 10;

/**
 * Refuses answers and documents that do not fit the form: everything at once, each with its pointer.
 *
 * @param present - Codes of documents that are there already, as with a correction.
 */
export function refuseUnfit(
  form: FormDefinition,
  { answers, documents }: CorrectedApplication,
  present: readonly string[] = [],
): void {
  const fields: Refusal[] = checkAnswers(form, answers).map(({ pointer, reason }) => ({
    pointer: `/answers${pointer}`,
    detail: details[reason],
  }));
  const asked = askedDocuments(form, answers);
  const count = new Map<string, number>();
  documents.forEach(({ code }, i) => {
    count.set(code, (count.get(code) ?? 0) + 1);
    const isAsked = asked.some((document) => document.code === code);
    if (!isAsked) fields.push({ pointer: `/documents/${String(i)}/code`, detail: details.unknown });
    if (count.get(code) === mostFiles + 1) {
      fields.push({ pointer: `/documents/${String(i)}`, detail: details['too-many'] });
    }
  });
  for (const { code, optional } of asked) {
    if (optional || count.has(code) || present.includes(code)) continue;
    fields.push({ pointer: '/documents', detail: `${code} must be handed in` });
  }
  if (fields.length > 0) throw new Problem('invalid_request', { fields });
}

/** Uploads as the database takes them. */
export function uploadsOf(
  secrets: Secrets,
  regency: string,
  documents: readonly { code?: string; upload: UploadKey }[],
): string {
  return JSON.stringify(
    documents.map(({ code, upload: { id, secret } }) => ({
      id,
      secret: secrets.storedSecret(regency, secret).toString('hex'),
      ...(code !== undefined && { code }),
    })),
  );
}

/** What the database answered, unless uploads were missing: those are fields of the request. */
export function withUploads<T extends object>(
  answer: T | UploadsMissing,
  pointerTo: (position: number) => string,
): Exclude<T, UploadsMissing> {
  if (!isMissing(answer)) return answer as Exclude<T, UploadsMissing>;
  throw new Problem('invalid_request', {
    fields: answer.positions.map((position) => ({
      pointer: pointerTo(position),
      detail: 'Is no upload that is ready to be handed in',
    })),
  });
}

function isMissing(answer: object): answer is UploadsMissing {
  return 'refused' in answer && answer.refused === 'uploads_missing';
}
