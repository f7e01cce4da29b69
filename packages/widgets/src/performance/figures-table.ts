import type { AgencyPerformance } from '@mpp-digital/contract';
import { html, type TemplateResult } from 'lit';

import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { PerformanceMessages } from '../messages/id/performance.ts';

/** All figures of a month, to be read or copied. */
export function figuresTable(
  agencies: readonly AgencyPerformance[],
  caption: string,
  t: PerformanceMessages,
  locale: Locale,
): TemplateResult {
  const number = new Intl.NumberFormat(locale);
  const told = (value: number | undefined) => (value === undefined ? '–' : number.format(value));
  return html`<details>
    <summary>${t.table}</summary>
    <div class="scroll" role="region" aria-label=${t.table} tabindex="0">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${Object.values(t.columns).map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${agencies.map(({ agency, visits, satisfaction }) => {
            const figures = [
              visits?.bookings,
              visits?.served,
              visits?.noShows,
              visits?.cancelled,
              visits?.wait?.median,
              visits?.wait?.ninetieth,
              satisfaction?.index,
              satisfaction?.answers,
            ];
            return html`<tr>
              <th scope="row">${inLocale(agency.name, locale)}</th>
              ${figures.map((figure) => html`<td>${told(figure)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
}
