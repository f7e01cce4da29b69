import type { AgencyPerformance } from '@mpp-digital/contract';
import { html, nothing, svg, type TemplateResult } from 'lit';

import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { PerformanceMessages } from '../messages/id/performance.ts';
import { fullBar, type Measure, valueOf } from './measures.ts';

/**
 * A bar for each agency, the longest first. Its name and figure are text, so the bars are for the eye
 * only.
 */
export function chart(
  agencies: readonly AgencyPerformance[],
  measure: Measure,
  month: string,
  t: PerformanceMessages,
  locale: Locale,
): TemplateResult {
  const number = new Intl.NumberFormat(locale);
  const bars = agencies
    .map(({ agency, ...rest }) => ({ agency, value: valueOf[measure]({ agency, ...rest }) }))
    .sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
  const full = fullBar(
    measure,
    bars.flatMap(({ value }) => value ?? []),
  );
  return html`<ul part="chart" aria-label=${t.chart(t.measures[measure], month)}>
    ${bars.map(
      ({ agency, value }) => html`
        <li>
          <span>${inLocale(agency.name, locale)}</span>
          <strong class=${value === undefined ? 'muted' : nothing}>
            ${value === undefined ? t.untold : t.inWords[measure](number.format(value))}
          </strong>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="full" width="100" height="6" />
            ${svg`<rect class="bar" width=${(100 * (value ?? 0)) / full} height="6" />`}
          </svg>
        </li>
      `,
    )}
  </ul>`;
}
