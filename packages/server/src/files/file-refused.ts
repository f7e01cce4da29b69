import type { UploadErrorCode } from '@mpp-digital/contract';

/** A file that must not be kept. */
export class FileRefused extends Error {
  override name = 'FileRefused';
  readonly code: Exclude<UploadErrorCode, 'wrong_offset'>;

  constructor(code: Exclude<UploadErrorCode, 'wrong_offset'>) {
    super(code);
    this.code = code;
  }
}
