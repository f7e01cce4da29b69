import { createHash } from 'node:crypto';

import type { NewJob } from '../jobs/jobs.ts';
import type { CarrierName } from './carrier.ts';
import type { MessageKind } from './kinds.ts';

/** What is to be sent. Ids only: who gets it is looked up when it is sent. */
export interface MessageJob {
  regency: string;
  kind: MessageKind;
  /** The booking's id, or the application's. */
  subject: string;
  /** Which line of its history it tells of. */
  seq: number;
  carrier: CarrierName;
}

/** A job for a message. Its id follows from what it says, so that the same is sent once. */
export function messageJob(data: MessageJob, startAfter?: Date): NewJob {
  const { regency, kind, subject, seq, carrier } = data;
  const id = idOf([regency, kind, subject, String(seq), carrier]);
  return { id, data, ...(startAfter && { startAfter }) };
}

/** The same, when it has to wait once more: a queue takes each id once. */
export function putOff(job: { id: string; data: MessageJob }, startAfter: Date): NewJob {
  return {
    id: idOf([job.id, startAfter.toISOString()]),
    data: { ...job.data },
    startAfter,
  };
}

/** The id under which a message is known, however often it was put off. */
export function messageId(data: MessageJob): string {
  return messageJob(data).id;
}

/** A UUID, version 8. */
function idOf(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\0')).digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes
    .toString('hex', 0, 16)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
