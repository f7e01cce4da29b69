// A gateway for WhatsApp or SMS, as far as we see of it.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

/** What came. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Listens, keeps what comes, and answers as it is told; ends with the tests. */
export async function startGateway() {
  const received: Received[] = [];
  let answer: (times: number) => { status: number; headers?: Record<string, string> } = () => ({
    status: 200,
  });
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, text });
      const { status, headers = {} } = answer(received.length);
      // Some gateways say again what they got.
      if (status > 0) response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    received,
    /** Status 0: never. */
    answers: (next: typeof answer) => (answer = next),
  };
}
