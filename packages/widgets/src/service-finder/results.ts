import type { ServiceSummary } from '@mpp-digital/contract';
import { pageSize } from './filters.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { isPlain } from '../nearer.ts';
import { durationText, feeText } from './amounts.ts';
import { inLocale } from '../format/text.ts';
import type { FoundContext } from './render-context.ts';

interface Results {
  services: readonly ServiceSummary[];
  /** How many of them are on the screen. */
  shown: number;
  onOpen: (serviceId: string) => void;
  onMore: () => void;
}

/**
 * The services that were found, best first. Where the browser translates the page, another one gets
 * other elements: in the old ones the translation stands, and says what it said before.
 */
export function results({ services, shown, onOpen, onMore }: Results, context: FoundContext) {
  const more = Math.min(pageSize, services.length - shown);
  const open = (event: MouseEvent) => follow(event, onOpen);
  const isTranslated = document.documentElement.className.includes('translated-');
  return html`
    <ul class="results" part="results">
      ${services
        .slice(0, shown)
        .map((service) => keyed(isTranslated && service.id, card(service, open, context)))}
    </ul>
    ${
      more > 0
        ? html`<button type="button" class="more" @click=${onMore}>${context.t.more(more)}</button>`
        : nothing
    }
  `;
}

/** Few bindings, because twenty of these are made while someone types. */
function card(
  service: ServiceSummary,
  onClick: (event: MouseEvent) => void,
  { t, locale, page, catalogue }: FoundContext,
): TemplateResult {
  const agency = catalogue?.agencies.get(service.agencyId)?.shortName ?? '';
  const facts = [agency, feeText(service.fee, t), durationText(service.duration, t)];
  return html`<li class="card" part="result" data-service=${service.id}>
    <h3>
      <a href=${page(`layanan/${service.id}`)} @click=${onClick}
        >${inLocale(service.name, locale)}</a
      >
    </h3>
    <span class="example" ?hidden=${service.verified}>${t.example}</span>
    <p>${facts.filter(Boolean).join(' · ')}</p>
    <p class="muted">${service.channels.map((channel) => t.way[channel]).join(' · ')}</p>
  </li>`;
}

/** A plain click opens the service here; one that asks for a new tab leads to the server's page. */
function follow(event: MouseEvent, onOpen: (serviceId: string) => void): void {
  if (!isPlain(event)) return;
  event.preventDefault();
  const result = (event.currentTarget as Element).closest<HTMLElement>('[data-service]');
  onOpen(result!.dataset['service']!);
}
