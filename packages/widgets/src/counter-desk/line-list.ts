import type { Visit } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { clock } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import type { CounterDeskMessages } from '../messages/id/counter-desk.ts';

interface LineFacts {
  visits: readonly Visit[];
  counter: number;
  timeZone: string;
  locale: Locale;
}

/** Who waits, in the order of the calls; who is at other counters; who is still expected. */
export function lineList(facts: LineFacts, t: CounterDeskMessages): TemplateResult {
  const at = (...states: Visit['state'][]) =>
    facts.visits.filter(
      ({ state, counter }) => states.includes(state) && counter !== facts.counter,
    );
  const waiting = at('checked-in');
  const elsewhere = at('called', 'serving');
  const expected = at('booked');
  return html`
    <section aria-labelledby="waiting" part="waiting">
      <h3 id="waiting">${t.waiting} <small>${t.people(waiting.length)}</small></h3>
      ${waiting.length > 0 ? list(waiting, facts, t) : html`<p class="muted">${t.nobodyWaits}</p>`}
    </section>
    ${
      elsewhere.length > 0
        ? html`<section aria-labelledby="elsewhere">
            <h3 id="elsewhere">${t.elsewhere}</h3>
            ${list(elsewhere, facts, t)}
          </section>`
        : nothing
    }
    ${
      expected.length > 0
        ? html`<details>
            <summary>${t.expected} <small>${t.people(expected.length)}</small></summary>
            ${list(expected, facts, t)}
          </details>`
        : nothing
    }
  `;
}

function list(visits: readonly Visit[], { timeZone, locale }: LineFacts, t: CounterDeskMessages) {
  return html`<ol class="line">
    ${repeat(
      visits,
      ({ bookingId }) => bookingId,
      (visit) => html`
        <li>
          <strong>${visit.number}</strong>
          <span>
            ${visit.service.name[locale]}
            <small class="muted">
              ${
                visit.counter === null
                  ? clock(visit.startsAt, timeZone, locale)
                  : t.atCounter(visit.counter)
              }
              ${visit.skips > 0 ? html`· ${t.skipped(visit.skips)}` : nothing}
            </small>
            ${visit.priority ? html`<span class="badge">${t.priority}</span>` : nothing}
          </span>
        </li>
      `,
    )}
  </ol>`;
}
