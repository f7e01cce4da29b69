import { setTimeout as sleep } from 'node:timers/promises';

import type { PoolClient, QueryResult } from 'pg';

import type { Connections } from './database-connection.ts';
import { openEmbedded } from './database-embedded.ts';
import type { DatabaseFunctions } from './database-functions.ts';
import { connectPostgres } from './database-postgresql.ts';
import {
  codeOf,
  DatabaseBusy,
  DatabaseUnusable,
  isConflict,
  isConnectionTrouble,
  isTimeout,
} from './database-trouble.ts';
import type { OperatorFunctions } from './operator-functions.ts';

/** A statement with its parameters, as sql-template-tag makes it. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** What is known of the database, for `/health`. */
export interface DatabaseHealth {
  kind: 'postgresql' | 'embedded';
  /** As the database says it, `15.20`. */
  version: string;
  /** Whether what was acknowledged survives a power cut. */
  durable: boolean;
}

/** An operator at work on one regency, in one transaction. */
export interface Operator {
  /** Sends a statement. */
  rows<T extends object>(statement: Statement): Promise<T[]>;

  /** Calls a function of the schema that only an operator may call. */
  call<N extends keyof OperatorFunctions>(
    name: N,
    values: Parameters<OperatorFunctions[N]>,
  ): Promise<ReturnType<OperatorFunctions[N]>>;
}

/** The database, as the server uses it. Whatever it does can end in {@link DatabaseBusy}. */
export interface Database {
  /** One operation: one function, one transaction, one round trip. */
  call<N extends keyof DatabaseFunctions>(
    name: N,
    values: Parameters<DatabaseFunctions[N]>,
  ): Promise<ReturnType<DatabaseFunctions[N]>>;

  /**
   * Reads what one regency has. With null it reads what stands outside the walls (regions, holidays,
   * the list of regencies); of a regency's own rows it then sees none.
   */
  rows<T extends object>(regency: string | null, statement: Statement): Promise<T[]>;

  /**
   * Changes what a regency offers, in one transaction that may be repeated from its start, so do
   * nothing in it but speak to the database.
   */
  operate<T>(regency: string, work: (operator: Operator) => Promise<T>): Promise<T>;

  /** Sends statements as they are, with no regency named: for the job queue, see `createJobs`. */
  send(text: string, values?: unknown[]): Promise<object[]>;

  /** Asks it whether it is there. */
  health(): Promise<DatabaseHealth>;

  /** Waits for what is under way, and gives all connections back. Twice is the same as once. */
  close(): Promise<void>;
}

/** Where the database is: an address, else a folder, else memory. */
export interface DatabaseOptions {
  /** `postgres://…` */
  url?: string | undefined;
  /** Folder of the embedded database. */
  dataDir?: string | undefined;
  /** An embedded database that ends with the process. */
  memory?: boolean | undefined;
  /** Connections to PostgreSQL; 10 without it. */
  poolSize?: number | undefined;
}

const attempts = 4;

/**
 * Opens the database, brings it to this version, and makes sure that what it serves cannot pass the
 * walls between regencies.
 *
 * @throws DatabaseUnusable with one sentence that says what is wrong.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, dataDir, memory, poolSize = 10 } = options;
  if (url === undefined && dataDir === undefined && !memory) {
    throw new DatabaseUnusable('Neither the address of a database nor a folder for one is given.');
  }
  const connections =
    url === undefined
      ? await openEmbedded(memory ? undefined : dataDir)
      : await connectPostgres(url, poolSize);
  try {
    await refuseMighty(connections);
  } catch (error) {
    await connections.close();
    throw error;
  }
  return databaseOver(connections);
}

/** The database over connections that are open. */
export function databaseOver(connections: Connections): Database {
  const { pool, kind, prepares } = connections;
  let closing: Promise<void> | undefined;

  /** Lends a connection, and repeats what the database gave up for the sake of another. */
  async function using<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await lend(work);
      } catch (error) {
        if (
          isTimeout(error) ||
          isConnectionTrouble(error) ||
          (isConflict(error) && attempt === attempts)
        ) {
          throw new DatabaseBusy(`The database is busy (${codeOf(error) || 'no answer'}).`, {
            cause: error,
          });
        }
        if (!isConflict(error)) throw error;
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  async function lend<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      broken = isConnectionTrouble(error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** A transaction in which only the rows of one regency are seen. */
  async function within<T>(
    client: PoolClient,
    opening: string,
    regency: string,
    work: () => Promise<T>,
  ): Promise<T> {
    await client.query(`${opening}; set local app.regency = ${client.escapeLiteral(regency)}`);
    try {
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      if (!isConnectionTrouble(error)) await client.query('rollback');
      throw error;
    }
  }

  return {
    call: (name, values) => using((client) => callFunction(client, name, values, prepares)),

    rows: <T extends object>(regency: string | null, statement: Statement) =>
      using((client) =>
        within(client, 'begin read only', regency ?? '', async () => {
          const { rows } = await client.query<T>(statement.text, statement.values);
          return rows;
        }),
      ),

    operate: (regency, work) =>
      using((client) =>
        within(client, 'begin; set local role mpp_operator', regency, () =>
          work({
            rows: async <T extends object>(statement: Statement) => {
              const { rows } = await client.query<T>(statement.text, statement.values);
              return rows;
            },
            call: (name, values) => callFunction(client, name, values, false),
          }),
        ),
      ),

    send: (text, values) => using((client) => sendAsIs(client, text, values)),

    health: () =>
      using(async (client) => {
        const { rows } = await client.query<{ version: string }>(
          `select split_part(current_setting('server_version'), ' ', 1) as version`,
        );
        return { kind, version: rows[0]?.version ?? '', durable: kind === 'postgresql' };
      }),

    close: () => (closing ??= connections.close()),
  };
}

/** Several statements, if there are no values; a transaction among them that fails is left. */
async function sendAsIs(client: PoolClient, text: string, values?: unknown[]): Promise<object[]> {
  try {
    // The driver answers several statements with several results, which its types do not say.
    const results: QueryResult<object> | QueryResult<object>[] = await client.query(text, values);
    return [results].flat().flatMap(({ rows }) => rows);
  } catch (error) {
    if (!isConnectionTrouble(error)) await client.query('rollback');
    throw error;
  }
}

async function callFunction<R>(
  client: PoolClient,
  name: string,
  values: unknown[],
  prepares: boolean,
): Promise<R> {
  const places = values.map((_, i) => `$${String(i + 1)}`).join(', ');
  const { rows } = await client.query<{ answer: R }>({
    ...(prepares && { name: `mpp.${name}` }),
    text: `select mpp.${name}(${places}) as answer`,
    values,
  });
  return (rows[0] as { answer: R }).answer;
}

async function refuseMighty({ pool }: Connections): Promise<void> {
  let rows: { role: string; mighty: boolean }[];
  try {
    ({ rows } = await pool.query<{ role: string; mighty: boolean }>(
      `select current_user::text as role, r.rolsuper or r.rolbypassrls or exists (
         select from pg_class c
         where c.relnamespace = 'mpp'::regnamespace and pg_has_role(current_user, c.relowner, 'member')
       ) as mighty
       from pg_roles r where r.rolname = current_user`,
    ));
  } catch (cause) {
    throw new DatabaseUnusable(
      'The login of the database may not act as mpp_app: grant it the roles mpp_app and mpp_operator.',
      { cause },
    );
  }
  const [we] = rows;
  if (!we || we.mighty) {
    throw new DatabaseUnusable(
      `The server would act as ${we?.role ?? 'nobody'}, who can pass the walls between regencies.`,
    );
  }
}
