import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { codeOf } from '../database-trouble.ts';
import type { FileStore } from './store.ts';

/** Files in a folder. Several servers can share it, where they see the same one. */
export class FolderStore implements FileStore {
  readonly #root: string;

  /** @param root - It is made when something is put there first. */
  constructor(root: string) {
    this.#root = root;
  }

  // Written aside, brought to the disk, and then renamed: whoever sees the name sees the whole file.
  async put(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.#root, name);
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.#root, name));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async removeAll(folder: string): Promise<void> {
    await rm(join(this.#root, folder), { recursive: true, force: true });
  }
}
