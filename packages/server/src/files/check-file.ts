import { fileTypes, largestFile, type FileType } from '@mpp-digital/contract';
import { fileTypeFromBuffer } from 'file-type';

import type { VirusScanner } from './clamav.ts';
import { checkPdf } from './check-pdf.ts';
import { FileRefused } from './file-refused.ts';
import { remakePicture } from './remake-picture.ts';

export { FileRefused } from './file-refused.ts';

/** A file that may be kept. */
export interface CheckedFile {
  type: FileType;
  /** What to keep: pictures are made anew. */
  bytes: Uint8Array;
}

/**
 * Judges files by their content. One at a time: a picture may take hundreds of megabytes of memory
 * while it is looked at.
 */
export class FileCheck {
  readonly #scanner: VirusScanner | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param scanner - Asked about every file; none is, without it. */
  constructor(scanner?: VirusScanner) {
    this.#scanner = scanner;
  }

  /** @throws FileRefused */
  check(bytes: Uint8Array): Promise<CheckedFile> {
    const checked = this.#turn.then(() => this.#check(bytes));
    this.#turn = checked.catch(() => undefined);
    return checked;
  }

  async #check(bytes: Uint8Array): Promise<CheckedFile> {
    if (bytes.length > largestFile) throw new FileRefused('file_unreadable');
    const found = await fileTypeFromBuffer(bytes);
    const type = fileTypes.find((known) => known === found?.mime);
    if (type === undefined) throw new FileRefused('file_type');
    if (isSomethingElse(bytes, type)) throw new FileRefused('file_unreadable');
    // Before any decoder looks at it.
    if ((await this.#scanner?.isInfected(bytes)) === true) throw new FileRefused('file_infected');
    if (type !== 'application/pdf') return { type, bytes: await remakePicture(bytes, type) };
    await checkPdf(bytes);
    return { type, bytes };
  }
}

/**
 * Whether the bytes are a second kind of file, too: programs that open PDFs look for `%PDF-` in the first
 * kilobyte, and those that unpack look for a directory at the end.
 */
function isSomethingElse(bytes: Uint8Array, type: FileType): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pdf = buffer.subarray(0, 1024 + 5).indexOf('%PDF-');
  if (type === 'application/pdf' ? pdf !== 0 : pdf >= 0) return true;
  // The end record of a ZIP, with as many bytes behind it as it says.
  for (let at = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0;) {
    if (at + 22 <= buffer.length && at + 22 + buffer.readUInt16LE(at + 20) <= buffer.length) {
      return buffer.length - at < 66_000;
    }
    at = at === 0 ? -1 : buffer.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}
