import type { Place } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import { malls } from './elsewhere.ts';
import { office } from './office.ts';
import type { FoundContext } from './render-context.ts';

interface NothingFound {
  query: string;
  /** Whether filters are set that may be in the way. */
  narrowed: boolean;
  places: readonly Place[];
  onUnfilter: () => void;
}

/** An empty list says what to do about it, and whom to ask. */
export function nothingFound(
  { query, narrowed, places, onUnfilter }: NothingFound,
  context: FoundContext,
) {
  const { t, catalogue } = context;
  const empty = catalogue?.index.services.length === 0;
  return html`
    <div class="stack">
      <p id="nothing" tabindex="-1">
        <strong>
          ${empty ? t.nothingYet : query.trim() ? t.nothing(query.trim()) : t.nothingFiltered}
        </strong>
      </p>
      ${
        narrowed
          ? html`<p><button type="button" @click=${onUnfilter}>${t.removeAllFilters}</button></p>`
          : nothing
      }
      ${
        query.trim() && !empty
          ? html`<ul class="tips">
              ${t.nothingTips.map((tip) => html`<li>${tip}</li>`)}
            </ul>`
          : nothing
      }
      ${
        places.length > 0
          ? html`<h3>${t.askUs}</h3>
              ${malls(places).map((place) => office(place, context))}`
          : nothing
      }
    </div>
  `;
}
