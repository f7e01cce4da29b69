import type { Service } from '@mpp-digital/contract';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { durationText, feeText } from './amounts.ts';
import { inLocale } from '../format/text.ts';
import type { FoundContext } from './render-context.ts';

interface ServiceArticle {
  id: string;
  /** Undefined as long as it is not read. */
  service: Service | undefined;
  /** Whether it could not be had. */
  missing: boolean;
  onBack: () => void;
  /** All below the heading and the facts. */
  body: unknown;
}

/** One service: its name and facts, from the list at first, and what is read of it below. */
export function serviceArticle(
  { id, service, missing, onBack, body }: ServiceArticle,
  { t, locale, catalogue }: FoundContext,
) {
  const listed = catalogue?.services.get(id);
  const known = service ?? listed;
  const agency = service?.agency ?? catalogue?.agencies.get(listed?.agencyId ?? '');
  const article = html`
    <article class="service" part="service" data-service=${id}>
      <header>
        <button type="button" class="plain back" @click=${onBack}>
          <span aria-hidden="true">‹</span> ${t.allResults}
        </button>
        <h2 data-heading tabindex="-1">
          ${known ? inLocale(known.name, locale) : missing ? t.notShown : t.loading}
        </h2>
        ${service ? html`<p>${inLocale(service.summary, locale)}</p>` : nothing}
        ${agency ? html`<p>${inLocale(agency.name, locale)}</p>` : nothing}
        ${
          known
            ? html`<p class="facts">
                ${t.feeAndTime(feeText(known.fee, t), durationText(known.duration, t))}
              </p>`
            : nothing
        }
        ${known && !known.verified ? html`<p class="muted">${t.exampleNote}</p>` : nothing}
      </header>
      ${body}
    </article>
  `;
  return keyed(id, article);
}
