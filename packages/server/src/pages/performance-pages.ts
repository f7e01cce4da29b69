import {
  PerformanceQuery,
  type AgencyPerformance,
  type PerformanceReport,
} from '@mpp-digital/contract';
import { html } from 'hono/html';

import { Problem } from '../problem.ts';
import { feedback } from '../resources/feedback.ts';
import { check } from '../validation.ts';
import type { Frame, Markup } from './page.ts';
import { translationOf } from './page.ts';
import type { Site } from './site.ts';

/** How the agencies did in a month, for everyone to see. */
export function addPerformancePages(site: Site): void {
  site.get('/kinerja', async ({ context, frame, caller, backend }) => {
    const { data: query } = check(PerformanceQuery, { month: context.req.query('bulan') });
    if (!query) throw new Problem('not_found');
    return {
      title: frame.words.performancePage,
      translation: translationOf(context, frame, 'bulan'),
      upgrade: true,
      isPublic: true,
      body: performancePage(frame, await feedback.performance({ ...caller, query }, backend)),
    };
  });
}

function performancePage(frame: Frame, report: PerformanceReport): Markup {
  const { words, page, language, regency } = frame;
  const { month, latest, isOver, agencies } = report;
  const later = moved(month, 1);
  return html`<mpp-performance regency="${regency}" month="${month}">
    <h1>${words.performanceHeading(nameOf(month, language))}</h1>
    ${isOver ? '' : html`<p class="notice">${words.performanceSoFar}</p>`}
    <p>${words.performanceHint}</p>
    <p class="row">
      <a href="${page('kinerja', { bulan: moved(month, -1) })}"
        >‹ ${nameOf(moved(month, -1), language)}</a
      >
      ${
        later <= latest
          ? html`<a href="${page('kinerja', { bulan: later })}">${nameOf(later, language)} ›</a>`
          : ''
      }
    </p>
    ${agencies.length === 0 ? html`<p>${words.performanceNone}</p>` : table(frame, agencies)}
  </mpp-performance>`;
}

function table({ words, language }: Frame, agencies: readonly AgencyPerformance[]): Markup {
  const t = words.performance;
  const longest = Math.max(1, ...agencies.map(({ visits }) => visits?.wait?.ninetieth ?? 0));
  const number = new Intl.NumberFormat(language);
  const told = (value: number | undefined) =>
    value === undefined
      ? html`<span class="muted">${t.hidden}</span>`
      : html`${number.format(value)}`;
  return html`<table class="wide">
    <thead>
      <tr>
        ${[
          t.agency,
          t.bookings,
          t.served,
          t.noShows,
          t.cancelled,
          t.median,
          t.ninetieth,
          t.index,
        ].map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${agencies.map(({ agency, visits, satisfaction }) => {
        const wait = visits?.wait ?? undefined;
        return html`<tr>
          <th scope="row">${agency.name[language]}</th>
          <td>${told(visits?.bookings)}</td>
          <td>${told(visits?.served)}</td>
          <td>${told(visits?.noShows)}</td>
          <td>${told(visits?.cancelled)}</td>
          <td>${told(wait?.median)} ${wait ? bar(wait.median / longest) : ''}</td>
          <td>${told(wait?.ninetieth)} ${wait ? bar(wait.ninetieth / longest) : ''}</td>
          <td>
            ${told(satisfaction?.index)}
            ${
              satisfaction
                ? html`(${satisfaction.grade}) ${bar(satisfaction.index / 100)}
                    <span class="muted">${t.answers(satisfaction.answers)}</span>`
                : ''
            }
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** How much it is of the most, to be seen; the number beside it says the same. */
function bar(share: number): Markup {
  const width = Math.round(share * 100);
  return html`<svg class="bar-chart" viewBox="0 0 100 8" width="100" height="8" aria-hidden="true">
    <rect class="most" width="100" height="8" rx="2"></rect>
    <rect width="${width}" height="8" rx="2"></rect>
  </svg>`;
}

/** The month so many months on: `2026-12` and -1 is `2026-11`. */
function moved(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** `Desember 2026`. */
function nameOf(month: string, language: string): string {
  const form = new Intl.DateTimeFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${month}-01T00:00:00Z`));
}
