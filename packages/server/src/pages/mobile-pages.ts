import { scheduleOf } from '../resources/mobile.ts';
import { villagesOf } from '../mobile-units.ts';
import { mobilePage } from './mobile-page.ts';
import { translationOf } from './page.ts';
import type { Site } from './site.ts';

/** The page of what comes to the villages. */
export function addMobilePages(site: Site): void {
  site.get('/keliling', async ({ context, frame, catalogue, backend }) => {
    const village = context.req.query('desa');
    const villages = villagesOf(catalogue.mobileUnits);
    const chosen = villages.find(({ code }) => code === village);
    // An address may outlive the visits to its village: then all villages are shown.
    const schedule = chosen && (await scheduleOf(catalogue, backend.database, { village }, 14));
    return {
      title: frame.words.mobileHeading,
      translation: translationOf(context, frame, ...(chosen ? ['desa'] : [])),
      upgrade: true,
      isPublic: true,
      body: mobilePage(frame, villages, chosen, schedule?.stops ?? []),
    };
  });
}
