import type { AgencyQueue, CounterCall } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { QueueBoardMessages } from '../messages/id/queue-board.ts';
import { waitText } from './wait-text.ts';

/** Whether somebody waits, is at a counter, or will come. */
export const isBusy = ({ calls, waiting, expected }: AgencyQueue): boolean =>
  calls.length + waiting + expected > 0;

/** All agencies of a place, those with a line first: choosing one shows more. */
export function agencyList(
  agencies: readonly AgencyQueue[],
  onChoose: (agencyId: string) => void,
  t: QueueBoardMessages,
  locale: Locale,
): TemplateResult {
  const quiet = agencies.filter((line) => !isBusy(line));
  const list = (lines: readonly AgencyQueue[]) => html`
    <ul class="agency-list">
      ${lines.map(
        (line) => html`
          <li>
            <button type="button" class="plain" @click=${() => onChoose(line.agency.id)}>
              ${inLocale(line.agency.name, locale)}
            </button>
            ${isBusy(line) ? html`<p class="muted">${inShort(line, t)}</p>` : nothing}
          </li>
        `,
      )}
    </ul>
  `;
  if (quiet.length === agencies.length) {
    return html`<p>${t.nobody}</p>
      ${list(agencies)}`;
  }
  return html`
    ${list(agencies.filter(isBusy))}
    ${
      quiet.length > 0
        ? html`<details>
            <summary>${t.quietAgencies(quiet.length)}</summary>
            ${list(quiet)}
          </details>`
        : nothing
    }
  `;
}

/** `A012 loket 3 · 5 menunggu` */
function inShort({ calls: [latest], waiting }: AgencyQueue, t: QueueBoardMessages): string {
  const call = latest && `${latest.number} ${t.counter(latest.counter)}`;
  return [call, t.waitingShort(waiting)].filter(Boolean).join(' · ');
}

/** The line of one agency: who is at the counters, how many wait, how long it may take. */
export function agencyLine(line: AgencyQueue, t: QueueBoardMessages): TemplateResult {
  const { calls, waiting, waitingPriority, expected, wait } = line;
  const priority = waitingPriority > 0 ? `, ${t.priorityAmong(waitingPriority)}` : '';
  return html`
    <div class="line">
      <section class="at-counters" part="calls">
        <h3>${t.nowCalled}</h3>
        ${callList(calls, t)}
      </section>
      <dl class="counts">
        <div>
          <dt>${t.waiting}</dt>
          <dd>${t.people(waiting)}${priority}</dd>
        </div>
        <div>
          <dt>${t.expected}</dt>
          <dd>${t.withBooking(expected)}</dd>
        </div>
        <div>
          <dt>${t.waitFromNow}</dt>
          <dd>${wait ? waitText(wait, t) : t.waitUnknown}</dd>
        </div>
      </dl>
      ${sharesText(line, t)}
    </div>
  `;
}

/** How the numbers are shared between who booked and who walks in; nothing where all can be booked. */
export const sharesText = ({ shares }: AgencyQueue, t: QueueBoardMessages) =>
  shares ? html`<p class="muted">${t.shares(shares.booked, shares.walkIns)}</p>` : nothing;

function callList(calls: readonly CounterCall[], t: QueueBoardMessages) {
  if (calls.length === 0) return html`<p class="muted">${t.nobodyCalled}</p>`;
  return html`
    <ul class="calls">
      ${calls.map(
        ({ number, counter, state }) => html`
          <li class=${state}>
            <strong>${number}</strong> <span>${t.counter(counter)}</span>
            <span class="muted">${t.callStates[state]}</span>
          </li>
        `,
      )}
    </ul>
  `;
}
