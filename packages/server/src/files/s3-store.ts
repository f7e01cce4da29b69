import { AwsClient } from 'aws4fetch';

import { DatabaseBusy } from '../database-trouble.ts';
import type { FileStore } from './store.ts';

/** Where a bucket is, and who may use it. */
export interface S3Options {
  /** Address of the bucket, in path style and without a slash at its end. */
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Milliseconds that one request may take: a file has five megabytes at most. */
const patience = 20_000;

/** Files in a bucket of S3, or of what speaks as it does: MinIO, Ceph, Garage. */
export class S3Store implements FileStore {
  readonly #bucket: string;
  readonly #client: AwsClient;

  constructor({ bucket, ...keys }: S3Options) {
    this.#bucket = bucket;
    this.#client = new AwsClient({ ...keys, service: 's3', retries: 3 });
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const body = new Uint8Array(bytes);
    await this.#send(`/${name}`, { method: 'PUT', body });
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    const answer = await this.#send(`/${name}`, {});
    return answer && new Uint8Array(await answer.arrayBuffer());
  }

  async removeAll(folder: string): Promise<void> {
    const prefix = encodeURIComponent(`${folder}/`);
    // A thousand at a time: what is gone is not listed again.
    for (;;) {
      const answer = await this.#send(`?list-type=2&prefix=${prefix}`, {});
      const list = (await answer?.text()) ?? '';
      // Names have no character that XML would write in another way.
      const names = [...list.matchAll(/<Key>([\w./-]+)<\/Key>/g)].map(([, name]) => name!);
      if (names.length === 0) return;
      for (const name of names) await this.#send(`/${name}`, { method: 'DELETE' });
    }
  }

  /** Undefined when there is no such thing. */
  async #send(path: string, init: RequestInit): Promise<Response | undefined> {
    let answer: Response;
    try {
      answer = await this.#client.fetch(this.#bucket + path, {
        ...init,
        signal: AbortSignal.timeout(patience),
      });
    } catch (cause) {
      throw new DatabaseBusy('The store of files does not answer.', { cause });
    }
    if (answer.ok) return answer;
    // Read to its end, so that the line can be used again.
    await answer.arrayBuffer();
    if (answer.status === 404) return undefined;
    throw new DatabaseBusy(`The store of files refused (${String(answer.status)}).`);
  }
}
