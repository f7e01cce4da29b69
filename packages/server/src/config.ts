import * as z from 'zod/mini';

import type { S3Options } from './files/s3-store.ts';
import { messagesOf, messageVariables, type MessageConfig } from './messages/message-config.ts';

/** What the environment says, checked. */
export interface Config {
  /** Port to listen on; 0 takes a free one. */
  port: number;
  /** Address to listen on; every address of the machine without it. */
  host: string | undefined;
  /** `postgres://…`; without it the embedded database in the data folder. */
  databaseUrl: string | undefined;
  /** Connections to PostgreSQL. */
  poolSize: number;
  /** Folder of the embedded database and of the key. */
  dataDir: string;
  /** 32 bytes; without it the file `secret.key` in the data folder. */
  key: Uint8Array | undefined;
  /** Where people reach this server, without a slash at its end; without it, as they asked. */
  publicUrl: string | undefined;
  /** Which websites' scripts may call the API. */
  origins: '*' | readonly string[];
  /** How many proxies stand before this server and may be believed in who asks. */
  trustedProxies: number;
  /** How many seats one network may hold or book within ten minutes. */
  holdsPerClient: number;
  /** How officers sign in; undefined where they cannot. */
  staff:
    | {
        /** Address of the OpenID Connect provider. */
        issuer: string;
        clientId: string;
        clientSecret: string | undefined;
        /** What is asked for, `openid profile` and whatever gives the claims. */
        scope: string;
        /** How long a sign-in holds. */
        hours: number;
      }
    | undefined;
  /** A bucket for files; undefined: they lie in the data folder. */
  s3: S3Options | undefined;
  /** ClamAV's daemon, `host:port` or the path of its socket; files are not scanned without it. */
  clamav: string | undefined;
  /** Hosts for development that webhooks may lead to, also by http and where they are not public. */
  webhookHosts: readonly string[];
  /** How citizens are written to. */
  messages: MessageConfig;
  /** What an empty database is filled with. */
  seed: 'example' | 'none';
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** A variable cannot be used; the message is one sentence for the operator, without its value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const wholeNumber = (from: number, to: number) => {
  const must = { error: `must be a whole number from ${String(from)} to ${String(to)}` };
  return z.pipe(
    z.string(must).check(z.regex(/^\d{1,9}$/, must)),
    z.pipe(z.transform(Number), z.number().check(z.minimum(from, must), z.maximum(to, must))),
  );
};

const oneOf = <const T extends readonly string[]>(...values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const matching = (test: (value: string) => boolean, error: string) =>
  z.string().check(z.refine(test, { error }));

const Environment = z.object({
  PORT: z._default(wholeNumber(0, 65_535), 8080),
  HOST: z.optional(
    matching((v) => /^[\w.:-]+$/.test(v), 'must be an IP address or the name of a host'),
  ),
  DATABASE_URL: z.optional(
    matching(
      (v) => /^postgres(ql)?:$/.test(parseUrl(v)?.protocol ?? ''),
      'must be the address of a PostgreSQL database, postgres://user:password@host:port/name',
    ),
  ),
  MPP_POOL_SIZE: z._default(wholeNumber(1, 100), 10),
  MPP_DATA_DIR: z._default(z.string(), '.data'),
  MPP_KEY: z.optional(
    z.pipe(
      matching(
        (v) => /^[A-Za-z0-9+/]{43}=$/.test(v),
        'must be 32 random bytes in base64, as `openssl rand -base64 32` prints them',
      ),
      z.transform((text: string) => new Uint8Array(Buffer.from(text, 'base64'))),
    ),
  ),
  MPP_PUBLIC_URL: z.optional(
    z.pipe(
      matching(
        (v) => isPlainUrl(parseUrl(v)),
        'must be the address of this server without path and query, for example https://mpp.example.go.id',
      ),
      z.transform((url: string) => url.replace(/\/+$/, '')),
    ),
  ),
  MPP_ORIGINS: z._default(
    z.pipe(
      matching(
        (v) => v === '*' || v.split(',').every(isOrigin),
        'must be * or origins with commas between, for example https://kotabatu.go.id',
      ),
      z.transform((text: string) =>
        text === '*' ? '*' : text.split(',').map((origin) => origin.trim()),
      ),
    ),
    '*',
  ),
  MPP_TRUST_PROXY: z._default(wholeNumber(0, 10), 0),
  MPP_HOLDS_PER_CLIENT: z._default(wholeNumber(1, 1_000_000), 100),
  MPP_OIDC_ISSUER: z.optional(
    matching(
      (v) => isIssuer(parseUrl(v)),
      'must be the https:// address of an OpenID Connect provider, as its discovery says it',
    ),
  ),
  MPP_OIDC_CLIENT_ID: z.optional(z.string()),
  MPP_OIDC_CLIENT_SECRET: z.optional(z.string()),
  MPP_OIDC_SCOPE: z._default(
    matching(
      (v) => v.split(' ').includes('openid'),
      'must be words with spaces, openid among them',
    ),
    'openid profile mpp',
  ),
  MPP_STAFF_HOURS: z._default(wholeNumber(1, 24), 10),
  MPP_S3_BUCKET: z.optional(
    z.pipe(
      matching(
        (v) => isBucket(parseUrl(v)),
        'must be the address of a bucket, for example https://s3.example.go.id/mpp',
      ),
      z.transform((url: string) => url.replace(/\/+$/, '')),
    ),
  ),
  MPP_S3_REGION: z._default(z.string(), 'us-east-1'),
  MPP_S3_ACCESS_KEY: z.optional(z.string()),
  MPP_S3_SECRET_KEY: z.optional(z.string()),
  MPP_CLAMAV: z.optional(
    matching(
      (v) => v.startsWith('/') || /^[\w.-]+:\d{1,5}$/.test(v),
      'must be host:port of a ClamAV daemon, or the path of its socket',
    ),
  ),
  MPP_WEBHOOKS_ALLOW: z.optional(
    z.pipe(
      matching(
        (v) => /^[\w.-]+( *, *[\w.-]+)*$/.test(v),
        'must be names of hosts with commas between, for example localhost',
      ),
      z.transform((text: string) => text.toLowerCase().split(/ *, */)),
    ),
  ),
  ...messageVariables,
  MPP_SEED: z._default(oneOf('example', 'none'), 'example'),
  LOG_LEVEL: z._default(
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
  ),
});

/**
 * Reads the configuration from environment variables. One that is empty counts as not set.
 *
 * @throws ConfigError at the first variable that cannot be used.
 *
 * @example
 * ```ts
 * readConfig({ PORT: '3000' }).port; // 3000
 * readConfig({ PORT: 'many' }); // ConfigError: PORT must be a whole number from 0 to 65535.
 * ```
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const { data, error } = z.safeParse(Environment, given);
  if (!data) {
    const [issue] = error.issues;
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message ?? 'cannot be used'}.`);
  }
  const messages = messagesOf(data, data.MPP_PUBLIC_URL);
  if (typeof messages === 'string') throw new ConfigError(messages);
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    poolSize: data.MPP_POOL_SIZE,
    dataDir: data.MPP_DATA_DIR,
    key: data.MPP_KEY,
    publicUrl: data.MPP_PUBLIC_URL,
    origins: data.MPP_ORIGINS,
    trustedProxies: data.MPP_TRUST_PROXY,
    holdsPerClient: data.MPP_HOLDS_PER_CLIENT,
    staff: staffOf(data),
    s3: s3Of(data),
    clamav: data.MPP_CLAMAV,
    webhookHosts: data.MPP_WEBHOOKS_ALLOW ?? [],
    messages,
    seed: data.MPP_SEED,
    logLevel: data.LOG_LEVEL,
  };
}

function staffOf(data: z.output<typeof Environment>): Config['staff'] {
  if (data.MPP_OIDC_ISSUER === undefined) return undefined;
  if (data.MPP_OIDC_CLIENT_ID === undefined) {
    throw new ConfigError('MPP_OIDC_CLIENT_ID must be given with MPP_OIDC_ISSUER.');
  }
  return {
    issuer: data.MPP_OIDC_ISSUER,
    clientId: data.MPP_OIDC_CLIENT_ID,
    clientSecret: data.MPP_OIDC_CLIENT_SECRET,
    scope: data.MPP_OIDC_SCOPE,
    hours: data.MPP_STAFF_HOURS,
  };
}

function s3Of(data: z.output<typeof Environment>): Config['s3'] {
  const { MPP_S3_BUCKET: bucket, MPP_S3_REGION: region } = data;
  if (bucket === undefined) return undefined;
  const { MPP_S3_ACCESS_KEY: accessKeyId, MPP_S3_SECRET_KEY: secretAccessKey } = data;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new ConfigError(
      'MPP_S3_ACCESS_KEY and MPP_S3_SECRET_KEY must be given with MPP_S3_BUCKET.',
    );
  }
  return { bucket, region, accessKeyId, secretAccessKey };
}

function isBucket(url: URL | undefined): boolean {
  return url !== undefined && /^https?:$/.test(url.protocol) && !url.search && !url.username;
}

/** Only a provider on this machine may be asked without encryption. */
function isIssuer(url: URL | undefined): boolean {
  return (
    isPlainUrl(url) &&
    (url?.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url?.hostname ?? ''))
  );
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isPlainUrl(url: URL | undefined): boolean {
  return (
    url?.pathname === '/' &&
    /^https?:$/.test(url.protocol) &&
    !url.search &&
    !url.hash &&
    !url.username &&
    !url.password
  );
}

function isOrigin(text: string): boolean {
  const url = parseUrl(text.trim());
  return isPlainUrl(url) && url?.origin === text.trim();
}
