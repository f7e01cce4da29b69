import { largestFile, parseCode, parseSecret, type Operation } from '@mpp-digital/contract';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

import type { Catalogue } from './catalogue.ts';
import { clientNetwork } from './client-network.ts';
import { incomingOf } from './exchange.ts';
import type { Backend, Caller, Language } from './handler.ts';
import { readBytes, readJson } from './json-body.ts';
import { Problem } from './problem.ts';
import { staffCookie } from './staff/cookies.ts';
import type { Session } from './staff/session.ts';
import { kioskCookie, type TrustedTerminal } from './staff/terminal.ts';
import { check, type Refusal } from './validation.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** Reads a request as the operation declares it, and refuses all that is wrong with it at once. */
export async function readCall(
  context: Context,
  operation: Operation,
  catalogue: Catalogue,
  backend: Pick<Backend, 'config' | 'sessions'>,
): Promise<Caller & Record<string, unknown>> {
  const { auth } = operation;
  const proof =
    auth === 'officer'
      ? { officer: await readOfficer(context, catalogue, backend) }
      : auth === 'kiosk'
        ? { terminal: await readTerminal(context, catalogue, backend) }
        : auth && readBearer(context, auth);
  const { regency: _, ...params } = context.req.param() as Record<string, string>;
  const parts: Record<string, unknown> = { params, query: context.req.query() };
  if (operation.body) parts['body'] = await readJson(context.req.raw, operation.largeBody);

  const read: Record<string, unknown> = {};
  const refusals: Refusal[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = operation[part];
    if (!schema) continue;
    const result = check(schema, parts[part], part === 'body' ? '' : `/${part}`);
    if (result.refusals) refusals.push(...result.refusals);
    else read[part] = result.data;
  }
  if (refusals.length > 0) throw new Problem('invalid_request', { fields: refusals });

  return {
    ...read,
    ...proof,
    ...(operation.idempotent && { key: readKey(context) }),
    ...(operation.uploads && (await readPiece(context))),
    ...readCaller(context, catalogue, backend),
  };
}

/** Who asks. */
export function readCaller(
  context: Context,
  catalogue: Catalogue,
  { config }: Pick<Backend, 'config'>,
): Caller {
  return {
    catalogue,
    network: clientNetwork(incomingOf(context), config.trustedProxies),
    publicUrl: publicUrlOf(context, config),
    language: languageOf(context.req.header('accept-language')),
    signal: context.req.raw.signal,
  };
}

/** Where people reach this server: as it was configured, else as this caller did. */
export function publicUrlOf(
  context: Context,
  { publicUrl, trustedProxies }: Backend['config'],
): string {
  if (publicUrl !== undefined) return publicUrl;
  const { origin, host } = new URL(context.req.url);
  if (trustedProxies === 0) return origin;
  const proto = context.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const forwarded = context.req.header('x-forwarded-host') ?? host;
  return `${proto}://${/^[\w.:[\]-]+$/.test(forwarded) ? forwarded : host}`;
}

/** English for whoever prefers it to Indonesian, else Indonesian. */
export function languageOf(accepted: string | undefined): Language {
  const first = /\b(id|in|jv|ms|en)\b/i.exec(accepted ?? '');
  return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'id';
}

/** A piece of a file, and how many bytes of it come before. */
async function readPiece({ req }: Context): Promise<{ bytes: Uint8Array; offset: number }> {
  const offset = req.header('upload-offset') ?? '';
  if (!/^\d{1,9}$/.test(offset)) {
    const fields = [{ pointer: '/headers/Upload-Offset', detail: 'Must be a whole number' }];
    throw new Problem('invalid_request', { fields });
  }
  if (!/^application\/partial-upload\s*(;|$)/i.test(req.header('content-type') ?? '')) {
    throw new Problem('unsupported_media_type', {
      detail: 'It must be application/partial-upload.',
    });
  }
  return { bytes: await readBytes(req.raw, largestFile), offset: Number(offset) };
}

function readKey(context: Context): string {
  const key = context.req.header('idempotency-key') ?? '';
  if (!uuid.test(key)) throw new Problem('key_missing');
  return key.toLowerCase();
}

// One that is missing or has another shape is asked for; one that is mistyped is simply not found.
function readBearer(context: Context, auth: 'code' | 'secret') {
  const token = /^Bearer ([\w-]{12,60})$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === undefined || (auth === 'secret' && token.length < 38)) {
    throw new Problem('unauthorized', { headers: { 'www-authenticate': 'Bearer' } });
  }
  const code = parseCode(token);
  const secret = parseSecret(token);
  if (code === undefined || (auth === 'secret' && secret === undefined)) {
    throw new Problem('not_found');
  }
  return { code, ...(auth === 'secret' && { secret }) };
}

/** The officer who asks; the sign-in is for one regency. */
async function readOfficer(
  context: Context,
  catalogue: Catalogue,
  { sessions }: Pick<Backend, 'sessions'>,
): Promise<Session> {
  const token = getCookie(context, staffCookie);
  const session = token === undefined ? undefined : await sessions.open(token);
  if (!session) throw new Problem('unauthorized');
  if (session.regency !== catalogue.regency.code || !isOwnPage(context)) {
    throw new Problem('forbidden');
  }
  return session;
}

/** The terminal that asks. Whether it is trusted still, the database says. */
async function readTerminal(
  context: Context,
  catalogue: Catalogue,
  { sessions }: Pick<Backend, 'sessions'>,
): Promise<TrustedTerminal> {
  const terminal = await sessions.openTerminal(getCookie(context, kioskCookie) ?? '');
  if (!terminal) throw new Problem('unauthorized');
  if (terminal.regency !== catalogue.regency.code || !isOwnPage(context)) {
    throw new Problem('forbidden');
  }
  return terminal;
}

/**
 * Whether a change is asked for by a page of ours, or by a program. The cookie keeps other sites out,
 * but not other hosts of the same site: those of a regency are many, and some are old.
 */
export function isOwnPage(context: Context): boolean {
  if (context.req.method === 'GET') return true;
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('origin');
  return origin === undefined || new URL(origin).host === context.req.header('host');
}
