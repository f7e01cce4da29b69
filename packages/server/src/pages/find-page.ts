import type { CatalogueIndex, ServiceSummary } from '@mpp-digital/contract';
import { html } from 'hono/html';

import type { Catalogue } from '../catalogue.ts';
import { durationInShort, feeInShort } from './format.ts';
import type { Frame, Markup } from './page.ts';

/** The services that fit what was typed; all of them by category where nothing was. */
export function findPage(frame: Frame, catalogue: Catalogue, query: string): Markup {
  const { words, regency, page, language } = frame;
  const found = query === '' ? undefined : catalogue.search(query);
  return html`<div class="wide">
    <h1>${words.servicesOf(frame.name)}</h1>
    <mpp-service-finder regency="${regency}" query="${query}">
      <h2>${words.findHeading}</h2>
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
      ${found ? results(frame, catalogue.index, found) : byCategory(frame, catalogue.index, about)}
    </mpp-service-finder>
  </div>`;
}

/** All services by category, to take a queue number for one. */
export function choosePage(frame: Frame, { index }: Catalogue): Markup {
  const { words, regency } = frame;
  const bookable = { ...index, services: index.services.filter((service) => service.bookable) };
  return html`<h1>${words.takeNumber}</h1>
    <mpp-booking-form regency="${regency}">
      <h2>${words.whichService}</h2>
      ${byCategory(frame, bookable, ({ page }, id) => page('janji', { layanan: id }))}
    </mpp-booking-form>`;
}

type Link = (frame: Frame, serviceId: string) => string;

const about: Link = ({ page }, id) => page(`layanan/${id}`);

function results(frame: Frame, index: CatalogueIndex, found: readonly string[]): Markup {
  const { words, page } = frame;
  const byId = new Map(index.services.map((service) => [service.id, service]));
  const services = found.flatMap((id) => byId.get(id) ?? []);
  return html`<h3>${services.length > 0 ? words.results(services.length) : words.nothingFound}</h3>
    ${list(frame, index, services, about)}
    <p><a href="${page('layanan')}">${words.allServices}</a></p>`;
}

function byCategory(frame: Frame, index: CatalogueIndex, link: Link): Markup {
  return html`${index.categories.map((category) => {
    const services = index.services.filter(({ categoryId }) => categoryId === category.id);
    return services.length > 0
      ? html`<h3>${category.name[frame.language]}</h3>
          ${list(frame, index, services, link)}`
      : '';
  })}`;
}

function list(
  frame: Frame,
  { agencies }: CatalogueIndex,
  services: readonly ServiceSummary[],
  link: Link,
): Markup {
  const { words, language } = frame;
  return html`<ul class="list">
    ${services.map((service) => {
      const agency = agencies.find(({ id }) => id === service.agencyId);
      const facts = [
        agency?.shortName,
        feeInShort(service.fee, words),
        durationInShort(service.duration, words),
      ];
      return html`<li>
        <a href="${link(frame, service.id)}" data-service="${service.id}"
          ><b>${service.name[language]}</b> <small>${facts.filter(Boolean).join(' · ')}</small></a
        >
      </li>`;
    })}
  </ul>`;
}
