import type { Place, ServiceSummary } from '@mpp-digital/contract';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { activeFilters, type FilterPanel } from './filter-panel.ts';
import { anyFilter, filtered, type Filters, noFilters } from './filters.ts';
import { nothingFound } from './nothing-found.ts';
import { otherNeed } from './other-needs.ts';
import type { FoundContext } from './render-context.ts';
import { results } from './results.ts';

interface FoundServices {
  panel: FilterPanel;
  query: string;
  /** What the words found, before it is narrowed. */
  found: readonly ServiceSummary[];
  filters: Filters;
  shown: number;
  /** Whether what is meant is no service, and was answered above. */
  answered: boolean;
  /** None as long as they are not read. */
  places: readonly Place[];
  onFilter: (filters: Filters) => void;
  /** A filter was taken away by a button that is gone now, so the focus must go elsewhere. */
  onUnfilter: (filters: Filters) => void;
  onOpen: (serviceId: string) => void;
  onMore: () => void;
}

/** What the words and the filters leave, or what to do when that is nothing. */
export function foundServices(
  {
    panel,
    query,
    found,
    filters,
    shown,
    answered,
    places,
    onFilter,
    onUnfilter,
    onOpen,
    onMore,
  }: FoundServices,
  context: FoundContext,
) {
  const services = filtered(found, filters);
  if (answered && found.length === 0) return nothing;
  return html`
    ${panel.render({ filters, services: found, onChange: onFilter }, context)}
    ${activeFilters({ filters, onChange: onUnfilter }, context)}
    ${
      services.length > 0
        ? html`${keyed(
            services.length,
            html`<p id="count" class="count" tabindex="-1">${context.t.found(services.length)}</p>`,
          )}
          ${results({ services, shown, onOpen, onMore }, context)}`
        : keyed(
            query,
            nothingFound(
              {
                query,
                places,
                narrowed: anyFilter(filters),
                onUnfilter: () => onUnfilter(noFilters),
              },
              context,
            ),
          )
    }
  `;
}

/** How much was found, for people who listen; or what the words ask for instead. */
export function foundSentence(count: number, query: string, t: FoundContext['t']): string {
  if (count > 0) return t.found(count);
  const need = otherNeed(query);
  if (need) return need === 'place' ? t.placeNeed : t.trackerNeed;
  return query.trim() ? t.nothing(query) : t.nothingFiltered;
}
