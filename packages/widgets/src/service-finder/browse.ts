import { html, nothing } from 'lit';

import { inLocale } from '../format/text.ts';
import { countBy } from './filters.ts';
import type { RenderContext } from './render-context.ts';

/** So many categories are shown before someone asks for all. */
const firstCategories = 8;

interface Browse {
  all: boolean;
  onAll: () => void;
  onCategory: (categoryId: string) => void;
  onEverything: () => void;
}

/** Where to begin without a word to search for: kinds of needs, with how much there is of each. */
export function browse(
  { all, onAll, onCategory, onEverything }: Browse,
  { t, locale, catalogue }: RenderContext,
) {
  const { categories = [], services = [] } = catalogue?.index ?? {};
  const counts = countBy(services, 'categoryId');
  const filled = categories.filter(({ id }) => counts.has(id));
  return html`
    <h3>${t.browse}</h3>
    <ul class="categories">
      ${filled.slice(0, all ? undefined : firstCategories).map(
        ({ id, name }) =>
          html`<li>
            <button type="button" class="category" @click=${() => onCategory(id)}>
              <span>${inLocale(name, locale)}</span>
              <span class="muted" aria-hidden="true">${counts.get(id)}</span>
              <span class="visually-hidden">, ${t.found(counts.get(id)!)}</span>
            </button>
          </li>`,
      )}
    </ul>
    <p class="row">
      ${
        !all && filled.length > firstCategories
          ? html`<button type="button" class="plain" @click=${onAll}>
              ${t.allCategories(filled.length)}
            </button>`
          : nothing
      }
      <button type="button" class="plain" @click=${onEverything}>
        ${t.allServices(services.length)}
      </button>
    </p>
  `;
}
