import type { Database } from './database.ts';
import { describeFault, type Logger } from './log.ts';
import { publishSlots } from './publish.ts';
import { regenciesOf } from './seed.ts';

/** Keeps the slots of the coming days published. */
export interface Publishing {
  /** When all regencies were last published, RFC 3339; null before the first time. */
  readonly lastAt: string | null;
  /** Publishes all regencies now. */
  run(): Promise<void>;
  /** Publishes again every hour, so that each day is there soon after its midnight in any zone. */
  start(): void;
  /** Ends that, and waits for what is under way. */
  stop(): Promise<void>;
}

const everyMs = 3_600_000;

/** Publishing over a database. What fails is logged, and tried again an hour later. */
export function createPublishing(database: Database, log: Logger): Publishing {
  let lastAt: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function publishAll(): Promise<void> {
    for (const regency of await regenciesOf(database)) {
      const { created, kept } = await publishSlots(database, regency);
      if (created > 0) log.info({ regency, created }, 'slots published');
      if (kept.length > 0) {
        log.warn(
          { regency, kept },
          'days with bookings were left as they were: their schedule has changed',
        );
      }
    }
    lastAt = new Date().toISOString();
  }

  const run = () => (running = running.catch(() => undefined).then(publishAll));

  return {
    get lastAt() {
      return lastAt;
    },
    run,
    start() {
      timer = setInterval(() => {
        run().catch((error: unknown) =>
          log.error({ fault: describeFault(error) }, 'publishing failed'),
        );
      }, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running.catch(() => undefined);
    },
  };
}
