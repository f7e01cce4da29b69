import { html, type LitElement, nothing } from 'lit';

import { inLocale } from '../format/text.ts';
import { countBy } from './filters.ts';
import type { RenderContext } from './render-context.ts';

/** So many categories are shown before someone asks for all. */
const firstCategories = 8;

interface BrowseOptions {
  onCategory: (categoryId: string) => void;
  onEverything: () => void;
}

/** Where to begin without a word to search for: kinds of needs, with how much there is of each. */
export class Browse {
  readonly #host: LitElement;
  readonly #options: BrowseOptions;
  /** Someone asked for all categories. */
  #all = false;

  constructor(host: LitElement, options: BrowseOptions) {
    this.#host = host;
    this.#options = options;
  }

  readonly #showAll = () => {
    this.#all = true;
    this.#host.requestUpdate();
  };

  render({ t, locale, catalogue }: RenderContext) {
    const { onCategory, onEverything } = this.#options;
    const { categories = [], services = [] } = catalogue?.index ?? {};
    const counts = countBy(services, 'categoryId');
    const filled = categories.filter(({ id }) => counts.has(id));
    return html`
      <h3>${t.browse}</h3>
      <ul class="categories">
        ${filled.slice(0, this.#all ? undefined : firstCategories).map(
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
          !this.#all && filled.length > firstCategories
            ? html`<button type="button" class="plain" @click=${this.#showAll}>
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
}
