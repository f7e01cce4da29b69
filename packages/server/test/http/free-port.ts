import { createServer } from 'node:net';

/** A port that nobody listens on: whoever signs in comes back to an address that is known before. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
