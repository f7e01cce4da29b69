// An OpenID Connect provider on this machine, for development, the demonstration and tests: who
// knows a name is let in. Never for real officers.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair } from 'jose';
import { Provider, type KoaContextWithOIDC } from 'oidc-provider';

import { officers } from './officers.ts';

/** A provider that answers. */
export interface LocalProvider {
  issuer: string;
  clientId: string;
  close(): Promise<void>;
}

const clientId = 'mpp-digital';

/**
 * Starts the provider.
 *
 * @param port - 0 takes a free one.
 * @param servers - Addresses of the servers that officers may come from and go back to.
 */
export async function startLocalProvider(
  port: number,
  servers: readonly string[],
): Promise<LocalProvider> {
  // The address is part of what the provider is, so it must be known before.
  let handle = (_request: IncomingMessage, response: ServerResponse) => void response.end();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  handle = await createHandler(issuer, servers);
  server.unref();
  return {
    issuer,
    clientId,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function createHandler(issuer: string, servers: readonly string[]) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: servers.map((url) => `${url}/staff/signed-in`),
        post_logout_redirect_uris: servers.map((url) => `${url}/staff`),
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: {
      openid: ['sub'],
      profile: ['name'],
      mpp: ['mpp_regency', 'mpp_role', 'mpp_agencies'],
    },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => {
      const claims = officers[id];
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) };
    },
    loadExistingGrant: grantAll,
  });
  const callback = provider.callback();

  return (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    if (request.method === 'GET') return void showOfficers(response);
    const chosen: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chosen.push(chunk));
    request.on('end', () => {
      const accountId = new URLSearchParams(Buffer.concat(chosen).toString()).get('officer') ?? '';
      void provider
        .interactionFinished(request, response, { login: { accountId } })
        .catch(() => response.writeHead(400).end('This sign-in has ended. Begin again.'));
    });
  };
}

/** Nobody is asked whether our own server may know who they are. */
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client!.clientId,
    accountId: oidc.session!.accountId!,
  });
  grant.addOIDCScope('openid profile mpp');
  await grant.save();
  return grant;
}

function showOfficers(response: ServerResponse) {
  const buttons = Object.entries(officers).map(
    ([id, { name, about }]) =>
      `<p><button name="officer" value="${id}">${name}</button> ${about}</p>`,
  );
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="id"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Contoh: masuk</title>
<style>body { font: 1rem/1.5 system-ui; margin: 2rem auto; max-width: 30rem; padding: 0 1rem }
button { font: inherit; min-height: 44px; padding: 0 1rem }</style>
<h1>Masuk sebagai siapa?</h1>
<p>Akun contoh di komputer ini. Untuk petugas sungguhan, hubungkan penyedia akun kota Anda.</p>
<form method="post">${buttons.join('')}</form></html>`);
}
