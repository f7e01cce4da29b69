import type { Service, Text } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import { longDay } from '../format/moments.ts';
import { inLocale } from '../format/text.ts';
import type { ServiceContext } from './render-context.ts';

/** Steps, what one goes home with, and where to complain. */
export function procedure(service: Service, { t, locale }: ServiceContext) {
  return html`
    <h3>${t.steps}</h3>
    <ol class="steps">
      ${service.procedure.map((step) => html`<li>${inLocale(step, locale)}</li>`)}
    </ol>
    <h3>${t.product}</h3>
    <p>${inLocale(service.product, locale)}</p>
    ${service.signedElectronically ? html`<p class="signed">${t.signed}</p>` : nothing}
  `;
}

/** The rest of the service standard: for those who want to know by what right. */
export function standard(service: Service, { t, locale, page }: ServiceContext) {
  const components: [name: string, text: Text][] = [
    [t.duration, service.durationText],
    [t.fee, service.feeText],
    [t.facilities, service.facilities],
    [t.staffCompetence, service.staffCompetence],
    [t.internalSupervision, service.internalSupervision],
    [t.staffing, service.staffing],
    [t.serviceGuarantee, service.serviceGuarantee],
    [t.safetyGuarantee, service.safetyGuarantee],
    [t.performanceEvaluation, service.performanceEvaluation],
  ];
  const { decree, effectiveDate } = service;
  return html`
    <h3>${t.complaints}</h3>
    <ul>
      ${service.complaintChannels.map(({ label, link }) => {
        const name = inLocale(label, locale);
        return html`<li>
          ${
            link
              ? html`<a href=${link} rel="noopener noreferrer" referrerpolicy="no-referrer"
                  >${name}</a
                >`
              : name
          }
        </li>`;
      })}
    </ul>
    <details>
      <summary>${t.legalBasis}</summary>
      <ul class="folded">
        ${service.legalBasis.map((law) => html`<li>${law}</li>`)}
      </ul>
    </details>
    <details>
      <summary>${t.standard}</summary>
      <dl class="folded">
        ${components.map(
          ([name, text]) =>
            html`<dt>${name}</dt>
              <dd>${inLocale(text, locale)}</dd>`,
        )}
        ${
          decree
            ? html`<dt>${t.decree}</dt>
                <dd>
                  ${decree}${effectiveDate ? `, ${t.since(longDay(effectiveDate, locale))}` : ''}
                </dd>`
            : nothing
        }
      </dl>
      <p><a href=${page(`layanan/${service.id}`)}>${t.fullPage}</a></p>
    </details>
  `;
}
