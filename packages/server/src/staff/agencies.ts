import type { Officer } from '@mpp-digital/contract';

import type { Catalogue } from '../catalogue.ts';
import type { Session } from './session.ts';

/** The agencies that an officer may act for, at each place where they serve, with their counters. */
export function agenciesOf(catalogue: Catalogue, { agencies }: Session): Officer['agencies'] {
  const found = new Map<string, Officer['agencies'][number]>();
  for (const { agency, places } of catalogue.services.values()) {
    if (agencies !== null && !agencies.includes(agency.id)) continue;
    for (const { placeId, counters } of places) {
      const { id, name, queuePrefix } = agency;
      found.set(`${placeId}/${id}`, { id, name, queuePrefix, placeId, counters: [...counters] });
    }
  }
  return [...found.values()].sort((a, b) => a.queuePrefix.localeCompare(b.queuePrefix));
}
