import type { ApplicationState, FileType, FormDefinition, Payment } from '@mpp-digital/contract';

import type { Refused, RefusedForNow } from './database-functions.ts';

/** An application in a list. */
export interface ApplicationEntryRow {
  id: string;
  state: ApplicationState;
  serviceId: string;
  agencyId: string;
  submittedAt: string;
  /** `2026-12-08` */
  dueOn: string | null;
  late: boolean;
}

/** One line of a timeline. */
export interface ApplicationEventRow {
  at: string;
  state: ApplicationState;
  actor: 'citizen' | 'officer' | 'clock';
}

/** Where an application stands, as anyone with its code may know. */
export interface ApplicationStatusRow extends Omit<ApplicationEntryRow, 'late'> {
  correctionUntil: string | null;
  timeline: ApplicationEventRow[];
}

/** An application as its applicant may see it. What is encrypted is in hexadecimal. */
export interface ApplicationRow extends ApplicationStatusRow {
  correction: string | null;
  payment: Payment | null;
  rejection: string | null;
  documents: { id: string; code: string; type: FileType; size: number }[];
  issued: {
    id: string;
    title: string;
    type: FileType;
    size: number;
    issuedAt: string;
    signedElectronically: boolean;
  }[];
}

/** An application as its applicant corrects it. */
export interface OwnAnswersRow extends ApplicationRow {
  answers: string | null;
  form: FormDefinition;
}

/** An application as officers see it. */
export interface ApplicationFileRow extends OwnAnswersRow {
  /** What is stored in place of the code, in hexadecimal: what is encrypted opens with it. */
  code: string;
  personal: string | null;
  bookingId: string | null;
  late: boolean;
  history: (ApplicationEventRow & { act: 'moved' | 'attached'; officer: string | null })[];
}

/** A document that one may have. */
export interface DocumentRow {
  id: string;
  type: FileType;
}

/** A file on its way. */
export interface UploadRow {
  id: string;
  size: number;
  received: number;
  pieces: string[];
  type: FileType | null;
  storedSize: number | null;
  refusal: string | null;
}

/** Uploads at these positions of the list are not there, or not ready. */
export interface UploadsMissing {
  refused: 'uploads_missing';
  positions: number[];
}

/**
 * The functions for applications and uploads. `documents`: JSON of `[{ id, secret, code }]`, the secret's
 * HMAC in hexadecimal; `from`: the states from which the contract allows the move; `agencies`: those
 * that the officer may act for, null for all.
 */
export interface ApplicationFunctions {
  submit_application(
    regency: string,
    key: string,
    request: Uint8Array,
    application: string,
    service: string,
    agency: string,
    code: Uint8Array,
    secret: Uint8Array,
    personal: Uint8Array,
    phoneEnding: Uint8Array | null,
    answers: Uint8Array,
    form: string,
    days: number,
    dayUnit: 'workingDay' | 'day',
    issuesItself: boolean,
    documents: string,
    booking: string | null,
    officer: string | null,
    agencies: readonly string[] | null,
  ): ApplicationFileRow | Refused<'not_found' | 'wrong_state' | 'key_reused'> | UploadsMissing;

  show_application(
    regency: string,
    application: string,
    secret: Uint8Array,
  ): ApplicationRow | Refused<'not_found'>;

  track_application(regency: string, code: Uint8Array): ApplicationStatusRow | Refused<'not_found'>;

  unlock_application(
    regency: string,
    code: Uint8Array,
    phoneEnding: Uint8Array,
  ): ApplicationRow | Refused<'not_found'> | RefusedForNow;

  own_answers(
    regency: string,
    application: string,
    secret: Uint8Array,
  ): OwnAnswersRow | Refused<'not_found'>;

  correct_application(
    regency: string,
    key: string,
    request: Uint8Array,
    application: string,
    secret: Uint8Array,
    answers: Uint8Array,
    documents: string,
  ):
    | ApplicationRow
    | Refused<'not_found' | 'wrong_state' | 'correction_late' | 'key_reused'>
    | UploadsMissing;

  withdraw_application(
    regency: string,
    application: string,
    secret: Uint8Array,
    from: readonly ApplicationState[],
  ): ApplicationRow | Refused<'not_found' | 'wrong_state'>;

  own_document(
    regency: string,
    application: string,
    document: string,
    secret: Uint8Array,
  ): DocumentRow | Refused<'not_found'>;

  list_applications(
    regency: string,
    state: ApplicationState | null,
    agencies: readonly string[] | null,
    afterAt: string | null,
    afterId: string | null,
    most: number,
  ): { items: ApplicationEntryRow[] };

  open_application(
    regency: string,
    application: string | null,
    code: Uint8Array | null,
    agencies: readonly string[] | null,
  ): ApplicationFileRow | Refused<'not_found'>;

  /** `until` as `2026-12-08`; `payment`: JSON of the contract's `Payment`. */
  move_application(
    regency: string,
    key: string,
    request: Uint8Array,
    application: string,
    state: ApplicationState,
    from: readonly ApplicationState[],
    officer: string,
    agencies: readonly string[] | null,
    reason: Uint8Array | null,
    until: string | null,
    payment: string | null,
  ):
    | ApplicationFileRow
    | Refused<'not_found' | 'wrong_state' | 'day_past' | 'day_beyond_window' | 'key_reused'>;

  attach_document(
    regency: string,
    key: string,
    request: Uint8Array,
    application: string,
    upload: string,
    title: Uint8Array,
    signed: boolean,
    from: readonly ApplicationState[],
    officer: string,
    agencies: readonly string[] | null,
  ): ApplicationFileRow | Refused<'not_found' | 'wrong_state' | 'key_reused'> | UploadsMissing;

  agency_document(
    regency: string,
    application: string,
    document: string,
    issued: boolean,
    agencies: readonly string[] | null,
  ): DocumentRow | Refused<'not_found'>;

  begin_upload(
    regency: string,
    key: string,
    request: Uint8Array,
    upload: string,
    secret: Uint8Array,
    size: number,
  ): UploadRow | Refused<'key_reused'>;

  show_upload(
    regency: string,
    upload: string,
    secret: Uint8Array,
  ): UploadRow | Refused<'not_found'>;

  append_piece(
    regency: string,
    upload: string,
    secret: Uint8Array,
    offset: number,
    length: number,
    piece: string,
  ): UploadRow | Refused<'wrong_offset'>;

  judge_upload(
    regency: string,
    upload: string,
    type: FileType | null,
    storedSize: number | null,
    refusal: string | null,
  ): UploadRow | Refused<'not_found'>;
}

/** What the clock does with applications, as an operator. Each says how many, to be called until none. */
export interface ApplicationClock {
  issue_due(regency: string, most: number): number;
  files_to_forget(regency: string, most: number): string[];
  forget_files(regency: string, ids: readonly string[]): number;
  erase_applications(regency: string, most: number): number;
}
