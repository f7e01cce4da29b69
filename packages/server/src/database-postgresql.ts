import pg from 'pg';

import { ignoreBreaks, types, type Connections } from './database-connection.ts';
import { codeOf, DatabaseUnusable } from './database-trouble.ts';
import { installJobs } from './jobs/install.ts';
import { migrate } from './migrate.ts';

const connectMs = 5_000;
const statementMs = 15_000;

const settings = [
  'role=mpp_app',
  'timezone=UTC',
  'jit=off', // compiling a plan takes longer than any of our statements
  'lock_timeout=2s', // as mpp.enter says, but from the first moment on
  `statement_timeout=${String(statementMs - 2_000)}`,
  'idle_in_transaction_session_timeout=60s',
];

/**
 * Migrates with the rights of the login, then serves without them: each connection of the pool acts
 * as `mpp_app` from its first moment, and comes back to that role when it is reset.
 */
export async function connectPostgres(url: string, poolSize: number): Promise<Connections> {
  const login = await logIn(url);
  try {
    await login.query(`set lock_timeout = '2min'`);
    await migrate(login);
    await installJobs(login);
  } finally {
    await login.end();
  }

  const pool = new pg.Pool({
    connectionString: withOptions(url, settings.map((each) => `-c ${each}`).join(' ')),
    max: poolSize,
    types,
    keepAlive: true,
    connectionTimeoutMillis: connectMs,
    query_timeout: statementMs, // a network that swallows everything
    application_name: 'mpp-server',
  });
  ignoreBreaks(pool);
  return { kind: 'postgresql', pool, prepares: true, close: () => pool.end() };
}

async function logIn(url: string): Promise<pg.Client> {
  try {
    // The address may name files, of certificates, that are read at once.
    const login = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectMs });
    login.on('error', () => undefined);
    await login.connect();
    return login;
  } catch (cause) {
    throw new DatabaseUnusable(`PostgreSQL cannot be reached: ${reason(cause)}.`, { cause });
  }
}

/** Adds to what the address itself says; there, the last `options` counts. */
function withOptions(url: string, options: string): string {
  const given = /[?&]options=([^&]*)/.exec(url)?.[1] ?? '';
  const all = [decodeURIComponent(given.replaceAll('+', ' ')), options].join(' ').trim();
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(all)}`;
}

function reason(error: unknown): string {
  // One address may stand for several, each with its own failure.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && first.message !== '' ? first.message : codeOf(first);
}
