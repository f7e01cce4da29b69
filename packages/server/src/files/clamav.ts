import { connect } from 'node:net';

import { DatabaseBusy } from '../database-trouble.ts';

/** Who knows malware. */
export interface VirusScanner {
  /** @throws DatabaseBusy when it does not answer: nothing is kept unseen. */
  isInfected(bytes: Uint8Array): Promise<boolean>;
}

const patienceMs = 30_000;
const chunkBytes = 64 * 1024;

/**
 * ClamAV's daemon, by its command INSTREAM: the bytes in chunks, each behind its length, and an empty one
 * at the end ({@link https://docs.clamav.net/manual/Usage/Scanning.html | ClamAV, clamd}).
 */
export class ClamAv implements VirusScanner {
  readonly #address: { host: string; port: number } | { path: string };

  /** @param address - `host:port`, or the path of its socket. */
  constructor(address: string) {
    const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? [];
    this.#address = host && port ? { host, port: Number(port) } : { path: address };
  }

  async isInfected(bytes: Uint8Array): Promise<boolean> {
    const answer = await this.#ask(bytes).catch((cause: unknown) => {
      throw new ScannerAway(cause);
    });
    if (/ FOUND$/.test(answer)) return true;
    if (/ OK$/.test(answer)) return false;
    throw new ScannerAway(answer);
  }

  #ask(bytes: Uint8Array): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.#address);
      const chunks: Buffer[] = [];
      socket.setTimeout(patienceMs, () => socket.destroy(new Error('It does not answer.')));
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.on('close', () => {
        resolve(
          Buffer.concat(chunks)
            .toString('utf8')
            .replace(/[\0\s]+$/, ''),
        );
      });
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < bytes.length; at += chunkBytes) {
          const chunk = bytes.subarray(at, at + chunkBytes);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(chunk.length);
          socket.write(length);
          socket.write(chunk);
        }
        socket.write(Buffer.alloc(4));
      });
    });
  }
}

/** The scanner does not answer: the caller may try again, as when the database is busy. */
class ScannerAway extends DatabaseBusy {
  constructor(cause: unknown) {
    super('The virus scanner does not answer.', { cause });
  }
}
