import { bookingMoves, type Status } from '@mpp-digital/contract';
import type { MppError } from '@mpp-digital/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { notice } from '../form/notice.ts';
import { clockWithZone, dayOf, shortDay } from '../format/moments.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import { isPlain, show } from '../nearer.ts';
import type { Survey } from '../survey/survey.ts';
import { causeText } from '../ticket/cause-text.ts';
import { ticketFacts } from '../ticket/ticket-facts.ts';
import type { TicketView } from '../ticket/ticket.ts';
import type { FoundMessages } from './found-messages.ts';
import { hasEnded, isLate, standing } from './standing.ts';
import type { TicketState } from './ticket-reading.ts';
import { timeline } from './timeline.ts';
import type { UnlockForm } from './unlock-form.ts';

interface Result {
  status: Status;
  /** When it was known, by the server's clock. */
  knownAt: string;
  /** Why it is not known better. */
  trouble: MppError | undefined;
  ticket: TicketState;
  view: TicketView;
  unlock: UnlockForm;
  /** Address of what to bring. */
  papers: string;
  /** Address of the survey of this visit. */
  survey: string;
  onOtherCode: () => void;
  onAgain: () => void;
  onBookAgain: () => void;
}

/** Where a booking stands, with its ticket for the one whose it is. */
export function result(parts: Result, t: FoundMessages, locale: Locale): TemplateResult {
  const { status, knownAt, trouble, view } = parts;
  const over = hasEnded(status) || isLate(status, knownAt);
  const moment = momentText(knownAt, status.timeZone, locale);
  const side = html`
    <div class="journey">
      ${timeline(status, t, locale)}
      ${trouble ? nothing : html`<p class="muted">${hasEnded(status) ? t.finalAt(moment) : t.knownAt(moment)}</p>`}
    </div>
    ${over ? nothing : opening(parts, t)}
  `;
  return html`
    <div class="result">
      <header>
        <button type="button" class="plain back" @click=${parts.onOtherCode}>
          <span aria-hidden="true">‹</span> ${t.otherCode}
        </button>
        <h2 data-heading tabindex="-1">${inLocale(status.service.name, locale)}</h2>
        <p class="muted">${inLocale(status.agency.name, locale)}</p>
      </header>
      ${trouble ? keptFrom(trouble, moment, parts.onAgain, t) : nothing}
      <div class="stack">
        ${keyed(status.state, standing(status, knownAt, t, locale))}
        ${
          over
            ? html`<div class="row">
                ${surveyLink(parts, t)}
                <button type="button" class="primary" @click=${parts.onBookAgain}>
                  ${t.bookAgain}
                </button>
              </div>`
            : nothing
        }
      </div>
      ${
        parts.ticket === 'open' && !over
          ? view.render(side)
          : html`
              <div class="facts-and-side">
                ${ticketFacts(status, t, locale)}
                <div class="side">${side}</div>
              </div>
            `
      }
    </div>
  `;
}

/** Who was served is asked how it was: by the survey of the page, else by the server's. */
function surveyLink({ status, survey }: Result, t: FoundMessages) {
  if (status.state !== 'served') return nothing;
  const onClick = (event: MouseEvent) => {
    const widget = document.querySelector<Survey>('mpp-survey');
    if (!widget || !isPlain(event)) return;
    event.preventDefault();
    widget.code = status.code;
    void show(widget);
  };
  return html`<a class="button" href=${survey} @click=${onClick}>${t.toSurvey}</a>`;
}

/** `Sel 24 Nov 05.10 WIB`. */
const momentText = (moment: string, timeZone: string, locale: Locale) =>
  `${shortDay(dayOf(moment, timeZone), locale)} ${clockWithZone(moment, timeZone, locale)}`;

/** The last look failed: this is what was known before. */
function keptFrom(trouble: MppError, moment: string, run: () => void, t: FoundMessages) {
  const cause = causeText(trouble, t) ?? t.causes.busy;
  return html`<div role="status">
    ${notice('warning', t.keptFrom(cause, moment), { label: t.retry, run })}
  </div>`;
}

/** The way from the code to the ticket. */
function opening({ status, ticket, unlock, papers, onAgain }: Result, t: FoundMessages) {
  switch (ticket) {
    case 'open':
      return nothing;
    case 'loading':
      return html`<p class="muted" role="status">${t.loading}</p>`;
    case 'failed':
      return notice('negative', t.ticketMissing, { label: t.retry, run: onAgain });
    case 'refused':
    case undefined:
      return html`
        ${ticket ? notice('warning', t.secretUnknown) : nothing}
        <p><a href=${papers}>${t.toPapers}</a></p>
        ${
          bookingMoves[status.state].includes('cancelled') && status.state !== 'held'
            ? unlock.render(status.code)
            : nothing
        }
      `;
  }
}
