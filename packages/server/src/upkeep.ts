import { erasePastApplications, forgetFiles, issueDue } from './application-clock.ts';
import type { Database } from './database.ts';
import type { SealedFiles } from './files/sealed-files.ts';
import { describeFault, type Logger } from './log.ts';
import { publishSlots } from './publish.ts';
import { regenciesOf } from './regencies.ts';
import { markNoShows } from './no-shows.ts';
import { erasePast } from './retention.ts';

/**
 * Keeps the slots of the coming days published, past days settled, no person longer than promised, and
 * issues what issues itself.
 */
export interface Upkeep {
  /** When all regencies were last published, RFC 3339; null before the first time. */
  readonly publishedAt: string | null;
  /** Does it for all regencies now. */
  run(): Promise<void>;
  /** Does it again every hour, so that each day is there soon after its midnight in any zone. */
  start(): void;
  /** Ends that, and waits for what is under way. */
  stop(): Promise<void>;
}

const everyMs = 3_600_000;

/** The upkeep of a database. What fails is logged, and tried again an hour later. */
export function createUpkeep(database: Database, files: SealedFiles, log: Logger): Upkeep {
  let publishedAt: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function keepUp(): Promise<void> {
    const regencies = await regenciesOf(database);
    for (const regency of regencies) {
      const { created, kept } = await publishSlots(database, regency);
      if (created > 0) log.info({ regency, created }, 'slots published');
      if (kept.length > 0) {
        log.warn(
          { regency, kept },
          'days with bookings kept their slots: their schedule has changed, times outside it are closed',
        );
      }
    }
    publishedAt = new Date().toISOString();
    for (const regency of regencies) {
      const issued = await issueDue(database, regency);
      if (issued > 0) log.info({ regency, issued }, 'applications issued by themselves');
      // Before who came is erased: the history says of everyone how it ended.
      const days = await markNoShows(database, regency);
      if (days > 0) log.info({ regency, days }, 'no-shows of past days marked');
      const erased =
        (await erasePast(database, regency)) + (await erasePastApplications(database, regency));
      if (erased > 0) log.info({ regency, erased }, 'past visits and applications erased');
      const forgotten = await forgetFiles(database, files, regency);
      if (forgotten > 0) log.info({ regency, forgotten }, 'files taken away');
    }
  }

  const run = () => (running = running.catch(() => undefined).then(keepUp));

  return {
    get publishedAt() {
      return publishedAt;
    },
    run,
    start() {
      timer = setInterval(() => {
        run().catch((error: unknown) =>
          log.error({ fault: describeFault(error) }, 'upkeep failed'),
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
