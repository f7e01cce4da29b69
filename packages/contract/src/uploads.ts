import * as z from '#schema';

import { secretPattern } from './code.ts';
import type { Operations } from './operation.ts';

/** What can be uploaded, as the content shows and not as the file is called. */
export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** What a file is. */
export type FileType = (typeof fileTypes)[number];

/** The largest file that is taken, in bytes: 5 MB. */
export const largestFile = 5 * 1024 * 1024;

/** Codes that only who uploads meets. */
export type UploadErrorCode =
  | 'wrong_offset'
  | 'file_type'
  | 'file_unreadable'
  | 'file_locked'
  | 'file_active'
  | 'file_too_many_pixels'
  | 'file_infected';

export const NewUpload = z.object({
  /** How many bytes the file has, at most `largestFile`. */
  size: z.int().check(z.positive(), z.lte(largestFile)),
});
/** What is to come. Its name stays at home: names of files tell of people. */
export interface NewUpload extends z.infer<typeof NewUpload> {}

/** What is known of every file that is kept. */
export const fileFacts = {
  /** What it is, by its content. */
  type: z.enum(fileTypes),
  /** How many bytes are kept; pictures are made anew, so that it is not what was sent. */
  size: z.int().check(z.positive()),
};

export const StoredFile = z.object(fileFacts);
/** A file that was checked and is kept. */
export interface StoredFile extends z.infer<typeof StoredFile> {}

export const Upload = z.object({
  /** Its name in addresses. */
  id: z.uuid(),
  /** Proves it one's own, also when it is handed in. */
  secret: z.string().check(z.regex(secretPattern)),
  /** How many bytes the file has. */
  size: z.int().check(z.positive()),
  /** How many have come: send on from there. */
  received: z.int().check(z.nonnegative()),
  /** What it was found to be, once all has come; null until then. */
  file: z.nullable(StoredFile),
});
/** A file on its way. It is thrown away after a day, unless it was handed in with an application. */
export interface Upload extends z.infer<typeof Upload> {}

export const UploadKey = z.object({
  /** The upload's `id`. */
  id: z.uuid(),
  /** Its `secret`. */
  secret: z.string().check(z.regex(secretPattern)),
});
/** What proves an upload one's own. */
export interface UploadKey extends z.infer<typeof UploadKey> {}

const byId = z.object({ uploadId: z.uuid() });

export const uploads = {
  /** Announce a file. */
  begin: {
    method: 'POST',
    path: '/uploads',
    body: NewUpload,
    idempotent: true,
    result: Upload,
  },
  /**
   * Send the bytes that come next. A piece that was received before is refused with `wrong_offset`:
   * see where it stands, and go on from there. With the last piece the file is checked, and a refused
   * one is thrown away.
   */
  append: {
    method: 'PATCH',
    path: '/uploads/{uploadId}',
    auth: 'secret',
    params: byId,
    uploads: true,
    result: Upload,
    errors: [
      'not_found',
      'wrong_offset',
      'file_type',
      'file_unreadable',
      'file_locked',
      'file_active',
      'file_too_many_pixels',
      'file_infected',
    ],
  },
  /** See how much has come. */
  show: {
    method: 'GET',
    path: '/uploads/{uploadId}',
    auth: 'secret',
    params: byId,
    result: Upload,
    errors: ['not_found'],
  },
} as const satisfies Operations;
