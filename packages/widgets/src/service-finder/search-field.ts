import { html, nothing } from 'lit';

import type { RenderContext } from './render-context.ts';

interface SearchField {
  query: string;
  onQuery: (query: string) => void;
  /** Enter was pressed: the results are there already, and want to be read. */
  onSubmit: () => void;
}

/** The question, and the field to answer it in. */
export function searchField({ query, onQuery, onSubmit }: SearchField, { t }: RenderContext) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const clear = (event: Event) => {
    onQuery('');
    const field = (event.currentTarget as HTMLElement).previousElementSibling;
    (field as HTMLInputElement).focus();
  };
  return html`
    <form role="search" @submit=${submit}>
      <h2 data-heading tabindex="-1"><label for="query">${t.question}</label></h2>
      <p class="hint" id="query-hint">${t.hint}</p>
      <div class="search-field">
        <input
          id="query"
          type="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
          maxlength="200"
          aria-describedby="query-hint"
          .value=${query}
          @input=${(event: Event) => onQuery((event.target as HTMLInputElement).value)}
        />
        ${
          query
            ? html`<button type="button" class="clear" aria-label=${t.clear} @click=${clear}>
                <span aria-hidden="true">✕</span>
              </button>`
            : nothing
        }
      </div>
    </form>
  `;
}
