import type { ServiceSummary } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import { textField } from '../form/text-field.ts';
import { inLocale } from '../format/text.ts';
import type { ServiceContext } from './render-context.ts';

/** So many are offered to be added while one types. */
const mostOffered = 5;

interface Several {
  /** Ids of the services that are on the list already. */
  chosen: readonly string[];
  /** Whether the field to look for another one is open. */
  open: boolean;
  query: string;
  onOpen: () => void;
  onQuery: (query: string) => void;
  onAdd: (service: ServiceSummary) => void;
  onRemove: (service: ServiceSummary) => void;
}

/** Puts the papers of further services on the same list, for one trip. */
export function several(
  { chosen, open, query, onOpen, onQuery, onAdd, onRemove }: Several,
  { t, locale, catalogue, find }: ServiceContext,
) {
  if (!catalogue) return nothing;
  const offered = query.trim()
    ? find(query)
        .filter(({ id }) => !chosen.includes(id))
        .slice(0, mostOffered)
    : [];
  const others = chosen.slice(1).flatMap((id) => catalogue.services.get(id) ?? []);
  return html`
    ${
      others.length > 0
        ? html`<ul class="row">
            ${others.map((other) => {
              const name = inLocale(other.name, locale);
              return html`<li>
                <button
                  type="button"
                  class="chip"
                  aria-label=${t.remove(name)}
                  @click=${() => onRemove(other)}
                >
                  ${name} <span aria-hidden="true">✕</span>
                </button>
              </li>`;
            })}
          </ul>`
        : nothing
    }
    ${
      open
        ? html`<div class="several">
            ${textField({
              id: 'another',
              label: t.severalQuestion,
              hint: t.severalHint,
              type: 'search',
              value: query,
              maxLength: 100,
              onInput: onQuery,
            })}
            <ul>
              ${offered.map(
                (service) =>
                  html`<li>
                    <button type="button" class="plain" @click=${() => onAdd(service)}>
                      ${t.add(inLocale(service.name, locale))}
                    </button>
                  </li>`,
              )}
            </ul>
            ${
              query.trim() && offered.length === 0
                ? html`<p role="status">${t.nothing(query)}</p>`
                : nothing
            }
          </div>`
        : html`<button type="button" class="plain" @click=${onOpen}>${t.several}</button>`
    }
  `;
}
