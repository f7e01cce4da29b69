import { largestFile, type HandedIn, type UploadKey } from '@mpp-digital/contract';
import { MppError, type Transport, Uploads } from '@mpp-digital/sdk/resources';

import { smallPicture } from './small-picture.ts';

/** A file on its way, or there. Its name stays on this screen. */
export interface SentFile {
  readonly code: string;
  readonly name: string;
  state: 'sending' | 'waiting' | 'sent' | 'failed';
  /** 0 to 100. */
  percent: number;
  /** Why it failed; `too_large` before anything was sent. */
  error?: unknown;
  upload?: UploadKey;
}

/** The files that are handed in: sent as soon as they are chosen, and again where they stopped. */
export class SentFiles {
  readonly #transport: () => Transport;
  readonly #onChange: () => void;
  readonly #work = new Map<SentFile, { original: File; small?: Blob; stop: AbortController }>();
  list: SentFile[] = [];

  constructor(transport: () => Transport, onChange: () => void) {
    this.#transport = transport;
    this.#onChange = onChange;
  }

  of(code: string): SentFile[] {
    return this.list.filter((file) => file.code === code);
  }

  add(code: string, original: File): void {
    const file: SentFile = { code, name: original.name, state: 'sending', percent: 0 };
    this.#work.set(file, { original, stop: new AbortController() });
    this.list = [...this.list, file];
    void this.send(file);
  }

  /** Sends, or goes on where it stopped. */
  async send(file: SentFile): Promise<void> {
    const work = this.#work.get(file);
    if (!work) return;
    delete file.error;
    file.state = 'sending';
    this.#onChange();
    try {
      work.small ??= await smallPicture(work.original);
      if (work.small.size > largestFile) throw new MppError('too_large');
      const { upload } = file;
      const { id, secret } = await new Uploads(this.#transport()).send(work.small, {
        signal: work.stop.signal,
        upload,
        onProgress: ({ id, secret, received, size }) => {
          file.upload = { id, secret };
          file.state = 'sending';
          file.percent = Math.floor((received / size) * 100);
          this.#onChange();
        },
        onTrouble: (error) => {
          file.state = error ? 'waiting' : 'sending';
          this.#onChange();
        },
      });
      file.upload = { id, secret };
      file.state = 'sent';
    } catch (error) {
      if (work.stop.signal.aborted) return;
      file.state = 'failed';
      file.error = error;
      // What the server has thrown away begins anew.
      if (error instanceof MppError && error.code === 'not_found') delete file.upload;
    }
    this.#onChange();
  }

  /** Those that a lost line has stopped go on. */
  resume(): void {
    for (const file of this.list) {
      const { error } = file;
      const passes =
        error instanceof MppError && ['unreachable', 'timed_out', 'busy'].includes(error.code);
      if (file.state === 'failed' && passes) void this.send(file);
    }
  }

  remove(file: SentFile): void {
    this.#work.get(file)?.stop.abort();
    this.#work.delete(file);
    this.list = this.list.filter((each) => each !== file);
    this.#onChange();
  }

  clear(): void {
    for (const file of this.list) this.#work.get(file)?.stop.abort();
    this.#work.clear();
    this.list = [];
  }

  /** What goes with the answers. */
  handedIn(codes: readonly string[]): HandedIn[] {
    return this.list.flatMap(({ code, upload, state }) =>
      upload && state === 'sent' && codes.includes(code) ? [{ code, upload }] : [],
    );
  }
}
