import { PgBoss } from 'pg-boss';

import type { Database, Operator } from '../database.ts';
import { describeFault, type Logger } from '../log.ts';
import { jobsSchema } from './install.ts';
import type { QueueName } from './queues.ts';

/** Something to be done later, perhaps by another server. */
export interface NewJob {
  /** A UUID. A queue takes the same once, for as long as it remembers it. */
  id: string;
  /** Ids, moments, words of ours; never what a person said. */
  data: object;
  /** Not before this moment; at once without it. */
  startAfter?: Date;
}

/** A job that is being done. */
export interface Job<T> {
  id: string;
  data: T;
  /** How often it was tried before. */
  retries: number;
  /** Aborted when it has taken too long. */
  signal: AbortSignal;
}

/** A queue of jobs in the database, which several servers share: each job is done by one at a time. */
export interface Jobs {
  start(): Promise<void>;

  /** Puts jobs into a queue, in the operator's transaction. */
  enqueue(operator: Operator, queue: QueueName, jobs: readonly NewJob[]): Promise<void>;

  /**
   * Does the jobs of a queue from now on, so many at a time. Call it after `start`.
   *
   * @param work - What it throws is logged without its message, and the job is tried again as the
   *   queue says. It may be called twice for a job, when a server ends in the middle of it.
   */
  work<T extends object>(
    queue: QueueName,
    atATime: number,
    work: (job: Job<T>) => Promise<void>,
  ): Promise<void>;

  /** Takes no more jobs, and gives those under way some seconds; what is not done is tried again. */
  stop(): Promise<void>;
}

/** Seconds between looks for jobs. */
const pollSeconds = 1;
const patienceMs = 8_000;

/** A job failed: all that the queue writes down of why. */
class JobFailed extends Error {
  override name = 'JobFailed';
}

/** The queue of a database; see `installJobs`. */
export function createJobs(database: Database, log: Logger): Jobs {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await database.send(text, values) }) },
    schema: jobsSchema,
    // The role that serves can change no schema.
    migrate: false,
    reindex: false,
    schedule: false,
    registerInstance: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ fault: describeFault(error) }, 'the job queue failed'));
  // Warnings quote statements and say what pg-boss could do better, not what is wrong.
  boss.on('warning', ({ data }: { data?: { type?: string } }) =>
    log.debug({ type: data?.type }, 'the job queue warns'),
  );

  return {
    async start() {
      await boss.start();
    },

    async enqueue(operator, queue, jobs) {
      if (jobs.length === 0) return;
      await boss.insert(queue, [...jobs], {
        db: {
          executeSql: async (text, values = []) => ({
            rows: await operator.rows({ text, values }),
          }),
        },
      });
    },

    async work<T extends object>(
      queue: QueueName,
      atATime: number,
      work: (job: Job<T>) => Promise<void>,
    ) {
      await boss.work<T>(
        queue,
        { localConcurrency: atATime, pollingIntervalSeconds: pollSeconds },
        async ([job]) => {
          if (!job) return;
          try {
            await work({
              id: job.id,
              data: job.data,
              retries: job.retryCount,
              signal: job.signal,
            });
          } catch (error) {
            log.warn({ queue, job: job.id, fault: describeFault(error) }, 'a job failed');
            throw new JobFailed(`see the log for ${job.id}`);
          }
        },
      );
    },

    stop: () => boss.stop({ graceful: true, timeout: patienceMs, close: false }),
  };
}
