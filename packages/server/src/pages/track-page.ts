import { formatCode, type BookingStatus } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { errorSummary, textField } from './field.ts';
import type { Frame, Markup } from './page.ts';
import { when } from './ticket-view.ts';

/** What was asked, and what came of it. */
export interface Tracked {
  /** As it was typed. */
  typed: string;
  error?: string;
  status?: BookingStatus;
  phoneError?: string | undefined;
}

/** Asks for a code, and shows where it stands. */
export function trackPage(frame: Frame, { typed, error, status, phoneError }: Tracked): Markup {
  const { words, page } = frame;
  const form = html`<h2>${words.trackHeading}</h2>
    ${error ? errorSummary(frame, [{ field: 'kode', text: error }]) : ''}
    <form method="post" action="${page('lacak')}" novalidate>
      ${textField({
        name: 'kode',
        label: words.trackLabel,
        hint: words.trackHint,
        value: typed,
        error,
        maxLength: 60,
      })}
      <button>${words.track}</button>
    </form>`;
  return status ? statusView(frame, status, phoneError) : form;
}

function statusView(frame: Frame, status: BookingStatus, phoneError: string | undefined): Markup {
  const { words, page, language } = frame;
  const isLiving = ['held', 'booked', 'checked-in'].includes(status.state);
  return html`<p><a href="${page('lacak')}">‹ ${words.trackHeading}</a></p>
    <h1>${words.state[status.state]}</h1>
    ${status.reason ? html`<p class="notice">${words.fromOffice(status.reason[language])}</p>` : ''}
    <div class="ticket">
      <p class="muted">${words.yourNumber}</p>
      <p class="number">${status.number}</p>
      <p>
        <b>${when(frame, status)}</b><br />${status.service.name[language]}<br />${
          status.place.name[language]
        }
      </p>
      <p>${words.code} <span class="code">${formatCode(status.code)}</span></p>
    </div>
    <h2>${words.history}</h2>
    <ol>
      ${status.timeline.map(
        ({ at, state }) =>
          html`<li>
            ${words.state[state]}
            <span class="muted">${when(frame, { startsAt: at, timeZone: status.timeZone })}</span>
          </li>`,
      )}
    </ol>
    ${
      status.state === 'served'
        ? html`<form method="post" action="${page('survei')}">
            <input type="hidden" name="kode" value="${status.code}" />
            <button>${words.surveyOpen}</button>
          </form>`
        : ''
    }
    ${
      isLiving
        ? html`<h2>${words.openTicketHeading}</h2>
            ${phoneError ? errorSummary(frame, [{ field: 'angka', text: phoneError }]) : ''}
            <form method="post" action="${page('tiket')}" novalidate>
              <input type="hidden" name="kode" value="${status.code}" />
              ${textField({
                name: 'angka',
                label: words.phoneEnding,
                hint: words.phoneEndingHint,
                value: '',
                error: phoneError,
                maxLength: 4,
              })}
              <button>${words.openTicket}</button>
            </form>`
        : ''
    }`;
}
