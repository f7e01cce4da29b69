// A server as an operator starts it, for the examples: a process with a folder and a log of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

/** The example server on one port and one folder, which can be ended and started again. */
export class ExampleServer {
  readonly url: string;
  log = '';
  readonly #folder: string;
  readonly #port: number;
  #child: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(): Promise<ExampleServer> {
    const folder = await mkdtemp(join(tmpdir(), 'mpp-example-'));
    const server = new ExampleServer(folder, await freePort());
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const { PATH } = process.env;
    this.#child = spawn(process.execPath, [...process.execArgv, '--conditions=mpp-src', main], {
      env: { PATH, PORT: `${this.#port}`, MPP_DATA_DIR: this.#folder, LOG_LEVEL: 'trace' },
    });
    this.#child.stdout!.on('data', (said) => (this.log += String(said)));
    this.#child.stderr!.on('data', (said) => (this.log += String(said)));
    for (let waited = 0; waited < 90_000; waited += 200) {
      const answer = await fetch(`${this.url}/health`).catch(() => undefined);
      if (answer?.ok) return;
      if (this.#child.exitCode !== null) break;
      await sleep(200);
    }
    this.#child.kill('SIGKILL');
    throw new Error(`The server did not start:\n${this.log}`);
  }

  /** Ends it as a power cut ends a process, or politely. */
  async stop(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    const ended = new Promise((resolve) => this.#child!.once('exit', resolve));
    this.#child!.kill(signal);
    await ended;
  }

  /** All that its database has written, as it lies on the disk. */
  async disk(): Promise<Buffer> {
    const files = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    return Buffer.concat(
      await Promise.all(
        files
          .filter((file) => file.isFile())
          .map((file) => readFile(join(file.parentPath, file.name))),
      ),
    );
  }

  async end(): Promise<void> {
    if (this.#child!.exitCode === null && this.#child!.signalCode === null) await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** How many seats are left in the coming month. */
  async free(service: string): Promise<number> {
    const path = `places/mpp-among-warga/availability?services=${service}&days=30`;
    const answer = await fetch(`${this.url}/v1/35.79/${path}`);
    const { days } = (await answer.json()) as { days: { slots: { free: number }[] }[] };
    return days.flatMap(({ slots }) => slots).reduce((sum, { free }) => sum + free, 0);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
