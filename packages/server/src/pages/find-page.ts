import type { CatalogueIndex, ServiceSummary } from '@mpp-digital/contract';
import { html } from 'hono/html';

import type { Catalogue } from '../catalogue.ts';
import { durationInShort, feeInShort } from './format.ts';
import type { Frame, Markup } from './page.ts';

/** The services that fit what was typed; all of them by category where nothing was. */
export function findPage(frame: Frame, catalogue: Catalogue, query: string): Markup {
  const { words, regency, page, language } = frame;
  const { index } = catalogue;
  const found = query === '' ? undefined : catalogue.search(query);
  const byId = new Map(index.services.map((service) => [service.id, service]));
  return html`<div class="wide">
    <mpp-service-finder regency="${regency}">
      <h1>${words.findHeading}</h1>
      <form action="${page('layanan')}" role="search" class="measure">
        ${language === 'en' ? html`<input type="hidden" name="lang" value="en" />` : ''}
        <div class="row">
          <div>
            <label for="q">${words.findLabel}</label>
            <input type="search" id="q" name="q" value="${query}" maxlength="200" />
          </div>
          <button>${words.find}</button>
        </div>
      </form>
      ${
        found
          ? html`<h2>${found.length > 0 ? words.results(found.length) : words.nothingFound}</h2>
              ${list(
                frame,
                index,
                found.flatMap((id) => byId.get(id) ?? []),
              )}`
          : ''
      }
      ${
        found
          ? html`<p><a href="${page('layanan')}">${words.allServices}</a></p>`
          : index.categories.map((category) => {
              const services = index.services.filter(
                ({ categoryId }) => categoryId === category.id,
              );
              return services.length > 0
                ? html`<h2>${category.name[language]}</h2>
                    ${list(frame, index, services)}`
                : '';
            })
      }
    </mpp-service-finder>
  </div>`;
}

function list(
  { words, page, language }: Frame,
  { agencies }: CatalogueIndex,
  services: readonly ServiceSummary[],
): Markup {
  return html`<ul class="list">
    ${services.map((service) => {
      const agency = agencies.find(({ id }) => id === service.agencyId);
      const facts = [
        agency?.shortName,
        feeInShort(service.fee, words),
        durationInShort(service.duration, words),
      ];
      return html`<li>
        <a href="${page(`layanan/${service.id}`)}" data-service="${service.id}"
          ><b>${service.name[language]}</b> <small>${facts.filter(Boolean).join(' · ')}</small></a
        >
      </li>`;
    })}
  </ul>`;
}
