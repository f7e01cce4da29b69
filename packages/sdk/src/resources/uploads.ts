import { uploads, type Upload, type UploadKey } from '@mpp-digital/contract';

import { sending } from '../bytes.ts';
import { MppError } from '../errors.ts';
import type { OnceOptions, RequestOptions } from '../options.ts';
import { secretOf } from '../owned.ts';
import { pause } from '../pause.ts';
import { isFinal } from '../refusal.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** How to send a whole file. */
export interface SendOptions extends RequestOptions {
  /** One that has begun, to go on with: what `onProgress` said last. */
  upload?: UploadKey | undefined;
  /** Called when it has begun, and after each piece: `received` of `size` bytes are there. */
  onProgress?: ((upload: Upload) => void) | undefined;
  /** Called when the line is lost and waited for; without an error when it goes on. */
  onTrouble?: ((error: MppError | undefined) => void) | undefined;
}

/** Bytes of the first piece; what follows grows while the line is quick, up to the last number. */
const pieces = [64 * 1024, 1024 * 1024] as const;

/** Milliseconds within which a piece should be through. */
const quick = 2_000;

/** How often in a row a piece may fail before the caller has to decide. */
const patience = 6;

/**
 * Files on their way to the server, in pieces: PDF, JPEG or PNG, at most `largestFile` bytes. A lost
 * line costs the piece that was under way.
 *
 * @example
 * ```ts
 * import { Transport, Uploads } from '@mpp-digital/sdk/resources';
 *
 * declare const file: File; // of an <input type="file">
 *
 * const transport = new Transport({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
 * const upload = await new Uploads(transport).send(file, {
 *   onProgress: ({ received, size }) => console.log(`${received} of ${size}`),
 * });
 * console.log(upload.file?.type);
 * ```
 */
export class Uploads extends Resource implements MethodsFor<typeof uploads> {
  /**
   * Announces a file.
   *
   * @param size - Its bytes.
   * @throws {@link MppError} `invalid_request` when it is empty or too large.
   */
  begin(size: number, options?: OnceOptions): Promise<Upload> {
    return this.call(uploads.begin, { body: { size } }, options);
  }

  /**
   * Sends the bytes that come next. With the last of them the file is checked.
   *
   * @param offset - How many bytes of the file come before these.
   * @throws {@link MppError} `not_found`, `wrong_offset`; or what is wrong with the file: `file_type`,
   *   `file_unreadable`, `file_locked`, `file_active`, `file_too_many_pixels`, `file_infected`.
   */
  async append(
    upload: UploadKey,
    piece: Blob,
    offset: number,
    options?: RequestOptions,
  ): Promise<Upload> {
    return sending(this.transport, piece, offset).call(uploads.append, owned(upload), options);
  }

  /**
   * Sees how much has come.
   *
   * @throws {@link MppError} `not_found`, or what was found wrong with the file.
   */
  async show(upload: UploadKey, options?: RequestOptions): Promise<Upload> {
    return this.call(uploads.show, owned(upload), options);
  }

  /**
   * Sends a whole file, and waits for lost lines.
   *
   * @returns The upload with its `file`: ready to be handed in.
   * @throws {@link MppError} as {@link Uploads.append} does, and `unreachable`, `timed_out` or `busy` when
   *   waiting has not helped: then go on later, with `upload`.
   */
  async send(file: Blob, options: SendOptions = {}): Promise<Upload> {
    const { signal, onProgress, onTrouble } = options;
    let upload = options.upload
      ? await this.show(options.upload, { signal })
      : await this.begin(file.size, { signal });
    if (upload.size !== file.size) throw new MppError('wrong_offset');
    onProgress?.(upload);
    let [size] = pieces;
    let failures = 0;
    while (!upload.file) {
      const from = upload.received;
      const startedAt = performance.now();
      try {
        upload = failures
          ? await this.show(upload, { signal })
          : await this.append(upload, file.slice(from, from + size), from, { signal });
        if (failures) onTrouble?.(undefined);
        failures = 0;
        size = performance.now() - startedAt < quick ? Math.min(2 * size, pieces[1]) : pieces[0];
        onProgress?.(upload);
      } catch (error) {
        const passes =
          error instanceof MppError && (!isFinal(error) || error.code === 'wrong_offset');
        if (!passes || ++failures > patience) throw error;
        onTrouble?.(error);
        size = pieces[0];
        await pause(Math.max(500 * 2 ** failures, (error.retryAfter ?? 0) * 1000), signal);
      }
    }
    return upload;
  }
}

const owned = ({ id, secret }: UploadKey) => ({
  params: { uploadId: id },
  bearer: secretOf(secret),
});
