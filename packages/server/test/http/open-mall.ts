// A mall that is open day and night: tests run on Sundays and holidays, too.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runToEnd, type Ground } from './server-process.ts';

const data = fileURLToPath(new URL('../../data/', import.meta.url));
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The zone of Indonesia where it is not nearly midnight, so that there is time left today. */
function zoneWithTime(): string {
  const hour = { timeZone: 'Asia/Jakarta', hour: 'numeric', hourCycle: 'h23' } as const;
  const isLate = Number(new Intl.DateTimeFormat('en', hour).format()) >= 20;
  return isLate ? 'Asia/Jayapura' : 'Asia/Jakarta';
}

/** A zone in which it is midday now: a test can walk in, and book for later today, at any hour. */
export function middayZone(): string {
  const hour = (timeZone: string) =>
    new Date().toLocaleTimeString('en-GB', { timeZone, hour: '2-digit' });
  return Intl.supportedValuesOf('timeZone').find((zone) => hour(zone) === '12')!;
}

/** Imports the example's catalogue with such opening hours, and as many seats as numbers. */
export async function openAllDay(ground: Ground, timeZone = zoneWithTime()): Promise<void> {
  const catalogue = JSON.parse(await readFile(join(data, 'catalogue.json'), 'utf8')) as {
    mpp: { openingHours: object[] };
    agencies: { dailyQuota: number; slotMinutes: number }[];
  };
  catalogue.mpp.openingHours = [{ days, open: '00:00', close: '23:59', breaks: [] }];
  for (const agency of catalogue.agencies) {
    Object.assign(agency, { dailyQuota: 999, slotMinutes: 60 });
  }
  const file = join(ground.dataDir, 'catalogue.json');
  await writeFile(file, JSON.stringify(catalogue));
  const regions = await readFile(join(data, 'regions.json'), 'utf8');
  const regionsFile = join(ground.dataDir, 'regions.json');
  await writeFile(regionsFile, regions.replaceAll('Asia/Jakarta', timeZone));
  ground.environment['MPP_SEED'] = 'none';
  const { code, log } = await runToEnd(['cli.ts', 'import', regionsFile, file], ground.environment);
  assert.equal(code, 0, log);
}
