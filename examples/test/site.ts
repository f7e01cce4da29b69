// Somebody's website for the examples: their files, with a real server's address in them.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const examples = new URL('../', import.meta.url);
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** Serves `examples/` on a port of its own: for the widgets' server, another origin. */
export class Site {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /**
   * @param api - Where the widgets' server is.
   * @param pages - More pages, by path.
   * @param policy - The Content-Security-Policy of all pages.
   */
  static async open(
    api: string,
    pages: Record<string, string> = {},
    policy?: string,
  ): Promise<Site> {
    const loader = await (await fetch(`${api}/mpp.js`)).text();
    const hash = createHash('sha384').update(loader).digest('base64');
    const read = async (path: string) =>
      pages[path] ?? (await readFile(new URL(`.${path}`, examples), 'utf8'));
    const server = createServer((request, response) => {
      const path = request.url!.replace(/\/$/, '/index.html');
      read(path).then(
        (file) => {
          response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
          if (policy) response.setHeader('content-security-policy', policy);
          response.end(
            file
              .replaceAll('https://mpp.example.go.id', api)
              .replaceAll('sha384-…', `sha384-${hash}`),
          );
        },
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Site(server);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
