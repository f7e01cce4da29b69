import { nothing } from 'lit';

import { notice } from '../form/notice.ts';
import { clockWithZone, dayOf, shortDay } from '../format/moments.ts';
import type { FoundContext } from './render-context.ts';

/** Says since when the screen shows what an earlier visit kept, and lets one try again. */
export function keptNote(
  since: Date | undefined,
  onAgain: () => void,
  { t, locale, catalogue }: FoundContext,
) {
  if (!since) return nothing;
  const zone = catalogue?.index.regency.timeZone ?? 'Asia/Jakarta';
  const moment = since.toISOString();
  const day = shortDay(dayOf(moment, zone), locale);
  return notice('information', t.kept(`${day}, ${clockWithZone(moment, zone, locale)}`), {
    label: t.retry,
    run: onAgain,
  });
}
