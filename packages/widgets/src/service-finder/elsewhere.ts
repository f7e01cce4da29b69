import type { Place } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import { office } from './office.ts';
import type { OtherNeed } from './other-needs.ts';
import type { FoundContext } from './render-context.ts';

interface Elsewhere {
  need: OtherNeed | undefined;
  /** None as long as they are not read. */
  places: readonly Place[];
}

/** For those who look here for what is no service: the way there, or the answer itself. */
export function elsewhere({ need, places }: Elsewhere, context: FoundContext) {
  const { t, page } = context;
  if (need === 'tracker')
    return html`
      <div class="notice information">
        <p>${t.trackerNeed}</p>
        <p><a href=${page('lacak')}>${t.toTracker}</a></p>
      </div>
    `;
  if (need === 'place' && places.length > 0)
    return html`
      <section class="notice information stack">
        <h3>${t.placeNeed}</h3>
        ${malls(places).map((place) => office(place, context))}
      </section>
    `;
  return nothing;
}

/** The buildings with counters, where there are any. */
export function malls(places: readonly Place[]): readonly Place[] {
  const buildings = places.filter(({ kind }) => kind === 'mall');
  return buildings.length > 0 ? buildings : places;
}
