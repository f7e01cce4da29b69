import type { ServiceSummary } from '@mpp-digital/contract';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

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

const keyOf = ({ id }: ServiceSummary) => id;

/** What can be added to the list, best first. */
const offeredFor = (
  query: string,
  chosen: readonly string[],
  find: ServiceContext['find'],
): ServiceSummary[] =>
  query.trim()
    ? find(query)
        .filter(({ id }) => !chosen.includes(id))
        .slice(0, mostOffered)
    : [];

/** How many can be added, for people who listen. */
export function offeredSentence(
  query: string,
  chosen: readonly string[],
  { t, find }: ServiceContext,
): string {
  const { length } = offeredFor(query, chosen, find);
  return length > 0 ? t.found(length) : query.trim() && t.nothing(query);
}

/** Puts the papers of further services on the same list, for one trip. */
export function several(
  { chosen, open, query, onOpen, onQuery, onAdd, onRemove }: Several,
  { t, locale, catalogue, find }: ServiceContext,
) {
  if (!catalogue) return nothing;
  const offered = offeredFor(query, chosen, find);
  const others = chosen.slice(1).flatMap((id) => catalogue.services.get(id) ?? []);
  return html`
    ${
      others.length > 0
        ? html`<ul class="row">
            ${repeat(others, keyOf, (other) => {
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
              ${repeat(
                offered,
                keyOf,
                (service) =>
                  html`<li>
                    <button type="button" class="plain" @click=${() => onAdd(service)}>
                      ${t.add(inLocale(service.name, locale))}
                    </button>
                  </li>`,
              )}
            </ul>
            ${query.trim() && offered.length === 0 ? html`<p>${t.nothing(query)}</p>` : nothing}
          </div>`
        : html`<button type="button" class="plain" @click=${onOpen}>${t.several}</button>`
    }
  `;
}
