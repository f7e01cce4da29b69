import assert from 'node:assert/strict';

import pg from 'pg';

import type { DatabaseFunctions } from '../../src/database-functions.ts';
import type { TestDatabase } from '../test-database.ts';
import { operationsOf } from './operations.ts';

/** So many rows of all tables one operation may look at, whatever the plan and however full the town. */
const few = 60;

/** Operations on one connection, each with the rows that it looked at. */
export class ObservedSession {
  readonly operations = operationsOf({ call: (name, values) => this.#call(name, values) });
  readonly #client: pg.Client;
  readonly #most = new Map<string, number>();

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open({ url }: TestDatabase): Promise<ObservedSession> {
    const client = new pg.Client({ connectionString: url!, options: '-c role=mpp_app' });
    await client.connect();
    return new ObservedSession(client);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  async #call<N extends keyof DatabaseFunctions>(
    name: N,
    values: Parameters<DatabaseFunctions[N]>,
  ): Promise<ReturnType<DatabaseFunctions[N]>> {
    const places = values.map((_, i) => `$${String(i + 1)}`).join(', ');
    await this.#client.query('begin');
    const before = await this.#rowsLookedAt();
    const { rows } = await this.#client.query<{ answer: ReturnType<DatabaseFunctions[N]> }>({
      name,
      text: `select mpp.${name}(${places}) as answer`,
      values,
    });
    const looked = (await this.#rowsLookedAt()) - before;
    await this.#client.query('commit');
    this.#most.set(name, Math.max(looked, this.#most.get(name) ?? 0));
    return rows[0]!.answer;
  }

  /** Since the session last reported, which it does only between transactions. */
  async #rowsLookedAt(): Promise<number> {
    const { rows } = await this.#client.query<{ n: number }>(
      `select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as n
       from pg_stat_xact_user_tables where schemaname = 'mpp'`,
    );
    return rows[0]!.n;
  }

  /** Whether each operation looked at few rows since the last time. */
  judge(): void {
    const tooMuch = [...this.#most].filter(([, rows]) => rows > few);
    assert.deepEqual(tooMuch, [], `looked at more than ${String(few)} rows`);
    assert.ok(this.#most.size >= 9, 'the journey was made');
    this.#most.clear();
  }
}
