import type { Secrets } from '../secrets.ts';
import type { FileStore } from './store.ts';

/** The files of uploads and documents: encrypted with the server's key on their way to the store. */
export class SealedFiles {
  readonly #store: FileStore;
  readonly #secrets: Secrets;

  constructor(store: FileStore, secrets: Secrets) {
    this.#store = store;
    this.#secrets = secrets;
  }

  /**
   * Puts a file of an upload or a document there.
   *
   * @param part - Which one: a piece's name, or `file` for the whole.
   */
  async put(regency: string, id: string, part: string, bytes: Uint8Array): Promise<void> {
    const name = `${regency}/${id}/${part}`;
    await this.#store.put(name, this.#secrets.sealFile(name, bytes));
  }

  /**
   * Reads it.
   *
   * @throws Error when it is not there, or was changed.
   */
  async get(regency: string, id: string, part: string): Promise<Uint8Array<ArrayBuffer>> {
    const name = `${regency}/${id}/${part}`;
    const sealed = await this.#store.get(name);
    if (!sealed) throw new Error('A file is missing in the store.');
    return new Uint8Array(this.#secrets.openFile(name, sealed));
  }

  /** Takes away all that an upload or a document has. */
  async remove(regency: string, id: string): Promise<void> {
    await this.#store.removeAll(`${regency}/${id}`);
  }
}
