import type { AgencyPerformance } from '@mpp-digital/contract';

/** What can be compared between agencies, by the names of its words. */
export const measures = ['visits', 'wait', 'noShows', 'satisfaction'] as const;

/** One of them. */
export type Measure = (typeof measures)[number];

/** What an agency has of it; undefined where that is not told. */
export const valueOf: Record<Measure, (agency: AgencyPerformance) => number | undefined> = {
  visits: ({ visits }) => visits?.served,
  wait: ({ visits }) => visits?.wait?.median,
  noShows: ({ visits }) =>
    visits?.bookings ? Math.round((100 * visits.noShows) / visits.bookings) : undefined,
  satisfaction: ({ satisfaction }) => satisfaction?.index,
};

/** What a whole bar means, so that bars of a hundredth are never drawn as all of it. */
export function fullBar(measure: Measure, values: readonly number[]): number {
  return measure === 'noShows' || measure === 'satisfaction' ? 100 : Math.max(1, ...values);
}
