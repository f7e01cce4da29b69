// A receiver of webhooks, as an integrator would write it: checks each message with the SDK.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { verifyWebhook, type VerifiedWebhook } from '@mpp-digital/sdk/webhooks';

/** What arrived: the message, and all that was on the wire. */
export interface Arrived extends VerifiedWebhook {
  body: string;
  signatures: string[];
}

type Nothing = false | null | undefined;

const isThere = <T>(found: T): found is Exclude<T, Nothing> => Boolean(found);

/** Receives until the tests end. */
export async function openReceiver() {
  let secret = '';
  let answer: (id: string) => number | 'never' = () => 204;
  const arrived: Arrived[] = [];
  const refused: unknown[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      verifyWebhook(body, request.headers, secret).then(
        (message) => {
          const signatures = String(request.headers['webhook-signature']).split(' ');
          arrived.push({ ...message, body, signatures });
          const status = answer(message.id);
          if (status !== 'never') response.writeHead(status).end('what a receiver says');
        },
        (error: unknown) => {
          refused.push(error);
          response.writeHead(401).end();
        },
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/mpp?token=rahasia-alamat`,
    arrived,
    refused,
    /** Checks with this secret from now on. */
    use(given: string) {
      secret = given;
    },
    /** Answers with these statuses from now on. */
    answer(status: typeof answer) {
      answer = status;
    },
    /** Waits until what one looks for is there. */
    async until<T>(look: () => T, ms = 30_000): Promise<Exclude<Awaited<T>, Nothing>> {
      for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) {
        const found = await look();
        if (isThere(found)) return found;
      }
      throw new Error(
        `Not in time; ${String(arrived.length)} arrived: ${refused.map(String).join()}`,
      );
    },
  };
}
