import { createHash } from 'node:crypto';

import type { ClientBase } from 'pg';
import { getConstructionPlans, PgBoss } from 'pg-boss';

import { queues } from './queues.ts';

/** Where pg-boss keeps its tables. */
export const jobsSchema = 'mpp_jobs';

const advisoryLock = 0x6d707071; // "mppq"

/**
 * Brings the tables of the job queue to this version, with the rights of the login that migrates, and
 * lets the roles that serve use them. They stand outside the walls between regencies, because a worker
 * asks for the next job of any; so a job holds ids only. Several processes may start at once.
 */
export async function installJobs(client: ClientBase): Promise<void> {
  // What another version of the server installed after us is as good.
  const fingerprint = createHash('sha256')
    .update(getConstructionPlans(jobsSchema) + JSON.stringify(queues))
    .digest('hex');
  if ((await installed(client)) === fingerprint) return;

  await client.query(`select pg_advisory_lock(${String(advisoryLock)})`);
  try {
    if ((await installed(client)) !== fingerprint) await install(client, fingerprint);
  } finally {
    await client.query(`select pg_advisory_unlock(${String(advisoryLock)})`);
  }
}

async function installed(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ fingerprint: string | null }>(
    `select obj_description(to_regnamespace('${jobsSchema}'), 'pg_namespace') as fingerprint`,
  );
  return rows[0]?.fingerprint ?? null;
}

async function install(client: ClientBase, fingerprint: string): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: jobsSchema,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  try {
    await boss.start();
    for (const [name, options] of Object.entries(queues)) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ close: false });
  }
  await client.query(
    `grant usage on schema ${jobsSchema} to mpp_app, mpp_operator;
     grant select, insert, update, delete on all tables in schema ${jobsSchema}
       to mpp_app, mpp_operator;
     comment on schema ${jobsSchema} is '${fingerprint}'`,
  );
}
