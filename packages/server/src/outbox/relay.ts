import type { Database } from '../database.ts';
import { describeFault, type Logger } from '../log.ts';
import { regenciesOf } from '../regencies.ts';
import type { OutboxConsumer } from './consumer.ts';

/** Hands what happened from the outbox to those who must hear of it. */
export interface Relay {
  /** Says that something may have happened in a regency: it is looked at within a second. */
  wake(regency: string): void;
  /** Hands on all there is, of all regencies. */
  run(): Promise<void>;
  start(): void;
  /** Ends that, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Lines in one transaction. */
const most = 100;
const lookMs = 1_000;
/** How often all regencies are looked at, for what another server left when it ended. */
const sweepMs = 60_000;

/**
 * The relay of a database. Several servers may run one each: no line is handed on twice. What fails is
 * logged, stays in the outbox, and is tried again.
 */
export function createRelay(
  database: Database,
  consumers: readonly OutboxConsumer[],
  log: Logger,
): Relay {
  const awake = new Set<string>();
  let timers: NodeJS.Timeout[] = [];
  let running: Promise<void> = Promise.resolve();

  async function drain(regency: string): Promise<void> {
    for (let taken = most; taken === most;) {
      taken = await database.operate(regency, async (operator) => {
        const rows = await operator.call('take_outbox', [regency, most]);
        const events = rows.map((row) => ({ regency, ...row }));
        if (events.length > 0) {
          for (const consumer of consumers) await consumer.take(events, operator);
        }
        return events.length;
      });
    }
  }

  async function drainAll(regencies: readonly string[]): Promise<void> {
    for (const regency of regencies) {
      try {
        await drain(regency);
      } catch (error) {
        awake.add(regency);
        log.error({ regency, fault: describeFault(error) }, 'the outbox could not be handed on');
      }
    }
  }

  function look(): Promise<void> {
    const regencies = [...awake];
    awake.clear();
    return drainAll(regencies);
  }

  const run = async () => drainAll(await regenciesOf(database));

  // One at a time: what takes longer than a second is not overtaken by itself.
  const next = (work: () => Promise<void>) => {
    running = running.then(work).catch((error: unknown) => {
      log.error({ fault: describeFault(error) }, 'the outbox could not be read');
    });
    return running;
  };

  return {
    wake: (regency) => awake.add(regency),
    run: () => next(run),
    start() {
      timers = [
        setInterval(() => {
          if (awake.size > 0) void next(look);
        }, lookMs),
        setInterval(() => void next(run), sweepMs),
      ];
      for (const timer of timers) timer.unref();
      void next(run);
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}
