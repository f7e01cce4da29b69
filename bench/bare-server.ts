import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerParent } from './child.ts';

const body = Buffer.from(process.env['BODY']!, 'base64');
const headers = JSON.parse(process.env['HEADERS']!) as Record<string, string>;

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === headers['etag']) {
    response.writeHead(304, { etag: headers['etag'] }).end();
  } else {
    response.writeHead(200, headers).end(body);
  }
}).listen(0, '127.0.0.1', () => {
  answerParent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => {
    server.closeAllConnections();
    server.close();
  });
});
