import { Channel, type ServiceSummary } from '@mpp-digital/contract';
import { html, type LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { keyed } from 'lit/directives/keyed.js';

import { inLocale } from '../format/text.ts';
import { anyFilter, countBy, filtered, type Filters } from './filters.ts';
import type { FoundContext } from './render-context.ts';

const channels: Channel[] = ['direct', 'mobile', 'self', 'electronic'];

interface Narrowing {
  filters: Filters;
  /** What the words found, before it is narrowed. */
  services: readonly ServiceSummary[];
  onChange: (filters: Filters) => void;
}

/** Ways, cost and agency, folded away until someone asks: nothing of it is made before. */
export class FilterPanel {
  readonly #host: LitElement;
  #open = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  readonly #toggle = (event: Event) => {
    this.#open = (event.currentTarget as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };

  render(narrowing: Narrowing, context: FoundContext) {
    return html`
      <details class="filters" part="filters" ?open=${this.#open} @toggle=${this.#toggle}>
        <summary>${context.t.filter}</summary>
        ${this.#open ? groups(narrowing, context) : nothing}
      </details>
    `;
  }
}

function groups(
  { filters, services, onChange }: Narrowing,
  { t, locale, catalogue }: FoundContext,
) {
  // Each agency with as many services as choosing it would leave.
  const counts = countBy(filtered(services, { ...filters, agencyId: '' }), 'agencyId');
  const agencies = catalogue?.index.agencies.filter(
    ({ id }) => counts.has(id) || id === filters.agencyId,
  );
  const toggle = (channel: Channel) => {
    const { ways } = filters;
    const others = ways.filter((way) => way !== channel);
    onChange({ ...filters, ways: others.length < ways.length ? others : [...ways, channel] });
  };
  return html`
    <div class="filter-groups">
      <fieldset class="ways">
        <legend>${t.filterWay}</legend>
        ${channels.map(
          (channel) =>
            html`<label class="choice">
              <input
                type="checkbox"
                name=${channel}
                .checked=${live(filters.ways.includes(channel))}
                @change=${() => toggle(channel)}
              />
              ${t.channel[channel]}
            </label>`,
        )}
      </fieldset>
      <fieldset>
        <legend>${t.filterFee}</legend>
        <label class="choice">
          <input
            type="checkbox"
            name="free"
            .checked=${live(filters.free)}
            @change=${() => onChange({ ...filters, free: !filters.free })}
          />
          ${t.freeOnly}
        </label>
      </fieldset>
      <div class="field">
        <label for="agency">${t.filterAgency}</label>
        <select
          id="agency"
          @change=${(event: Event) =>
            onChange({ ...filters, agencyId: (event.target as HTMLSelectElement).value })}
        >
          <option value="" .selected=${!filters.agencyId}>${t.allAgencies}</option>
          ${agencies?.map(
            ({ id, name, shortName }) =>
              html`<option
                value=${id}
                title=${inLocale(name, locale)}
                .selected=${id === filters.agencyId}
              >
                ${shortName} (${counts.get(id) ?? 0})
              </option>`,
          )}
        </select>
      </div>
    </div>
  `;
}

/** What narrows the list at present, each to be taken away by a press. */
export function activeFilters(
  { filters, onChange }: Omit<Narrowing, 'services'>,
  { t, locale, catalogue }: FoundContext,
) {
  if (!anyFilter(filters) && !filters.everything) return nothing;
  const category = catalogue?.index.categories.find(({ id }) => id === filters.categoryId);
  const agency = catalogue?.agencies.get(filters.agencyId);
  const active: [name: string, without: Partial<Filters>][] = [
    ...filters.ways.map((channel): [string, Partial<Filters>] => [
      t.channel[channel],
      { ways: filters.ways.filter((way) => way !== channel) },
    ]),
  ];
  if (category) active.unshift([inLocale(category.name, locale), { categoryId: '' }]);
  if (filters.free) active.push([t.freeOnly, { free: false }]);
  if (agency) active.push([agency.shortName, { agencyId: '' }]);
  if (active.length === 0) active.push([t.allResults, { everything: false }]);
  return html`
    <ul class="row">
      ${active.map(([name, without]) =>
        keyed(
          name,
          html`<li>
            <button
              type="button"
              class="chip"
              aria-label=${t.removeFilter(name)}
              @click=${() => onChange({ ...filters, ...without })}
            >
              ${name} <span aria-hidden="true">✕</span>
            </button>
          </li>`,
        ),
      )}
    </ul>
  `;
}
