// A line to PostgreSQL that can lose the answer to one call: it was done, and nobody heard of it.
import { connect, createServer, type AddressInfo } from 'node:net';

/** A line that passes everything on until it is told to lose something. */
export interface ForgetfulLine {
  /** The address of the database over this line. */
  url: string;
  /** Loses the answer to the next call of a function; resolves when the database has given it. */
  lose(name: string): Promise<void>;
}

export async function openForgetfulLine(databaseUrl: string): Promise<ForgetfulLine> {
  const url = new URL(databaseUrl);
  const to = Number(url.port);
  let wanted: { name: string; onLost: () => void } | undefined;
  const proxy = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    let onLost: (() => void) | undefined;
    near.on('data', (question) => {
      // Statements are prepared under the function's name, and bound by it.
      if (wanted && question.includes(`mpp.${wanted.name}\0`)) {
        ({ onLost } = wanted);
        wanted = undefined;
      }
      far.write(question);
    });
    far.on('data', (answer) => {
      if (!onLost) near.write(answer);
      else if (isReady(answer)) onLost();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  proxy.unref();
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    lose: (name) => new Promise((onLost) => (wanted = { name, onLost })),
  };
}

/** Whether PostgreSQL has committed and waits for the next question: `ReadyForQuery`, idle. */
const isReady = (answer: Buffer) => answer.subarray(-6).equals(Buffer.from('Z\0\0\0\x05I'));
