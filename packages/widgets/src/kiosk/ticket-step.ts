import { formatCode, type QueuePosition } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { notice } from '../form/notice.ts';
import { dayAndClock } from '../format/moments.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { KioskMessages } from '../messages/id/kiosk.ts';
import { isHere, type ShownTicket } from './shown-ticket.ts';

interface TicketParts {
  ticket: ShownTicket;
  /** Where it stands in the line, as last known. */
  position: QueuePosition | undefined;
  qr: TemplateResult;
  /** Prints it; undefined without a printer. */
  onPrint: (() => void) | undefined;
  onDone: () => void;
}

/** A ticket on the screen: the number, who is called, and how to take it along. */
export function ticketStep(parts: TicketParts, locale: Locale, t: KioskMessages): TemplateResult {
  const { ticket, position, onPrint, onDone } = parts;
  const news = newsOf(ticket, locale, t);
  return html`
    <h2 data-heading tabindex="-1">${isHere(ticket) ? t.yourNumber : news}</h2>
    <div class="ticket">
      <div class="facts">
        <p class="number" part="number">${ticket.number}</p>
        ${ticket.priority && isHere(ticket) ? html`<p class="badge">${t.priority}</p>` : nothing}
        <p>
          <strong>${inLocale(ticket.service.name, locale)}</strong><br />
          ${inLocale(ticket.agency.name, locale)}
          ${ticket.outcome === 'taken' ? nothing : html`<br />${bookedFor(ticket, locale, t)}`}
        </p>
        ${
          isHere(ticket)
            ? html`${ticket.outcome === 'taken' ? nothing : notice('positive', news)}
              ${line(ticket, position, t)}`
            : nothing
        }
      </div>
      <div class="along">
        <h3>${t.toPhone}</h3>
        ${parts.qr}
        <p>${t.toPhoneHint}</p>
        <p>${t.code} <strong class="code">${formatCode(ticket.code)}</strong></p>
      </div>
    </div>
    <div class="row">
      ${
        onPrint && isHere(ticket)
          ? html`<button type="button" class="large" @click=${onPrint}>${t.print}</button>`
          : nothing
      }
      <button type="button" class="primary large" @click=${onDone}>${t.done}</button>
    </div>
  `;
}

/** What came of it, in a sentence. */
export function newsOf(ticket: ShownTicket, locale: Locale, t: KioskMessages): string {
  const { outcome, state, place } = ticket;
  if (outcome === 'taken') return `${t.yourNumber}: ${ticket.number}`;
  if (outcome === 'received') return t.received;
  if (outcome === 'already-here') return t.alreadyHere;
  if (outcome === 'other-day') {
    return t.otherDay(dayAndClock(ticket.startsAt, ticket.timeZone, locale));
  }
  if (outcome === 'other-place') {
    return t.otherPlace([inLocale(place.name, locale), place.address].filter(Boolean).join(', '));
  }
  return state === 'cancelled' ? t.cancelled : state === 'no-show' ? t.noShow : t.ended;
}

const bookedFor = ({ startsAt, timeZone }: ShownTicket, locale: Locale, t: KioskMessages) =>
  t.bookedFor(dayAndClock(startsAt, timeZone, locale));

/** Who is called now, and how long it may take. */
function line(ticket: ShownTicket, position: QueuePosition | undefined, t: KioskMessages) {
  const { counters } = ticket.place;
  const counter = position?.counter ?? null;
  return html`
    ${counters.length > 0 ? html`<p>${t.atCounters(counters.join(', '))}</p>` : nothing}
    ${
      counter !== null
        ? notice('positive', t.calledTo(counter))
        : position
          ? html`<p role="status">
              <strong>${t.calledNow}:</strong> ${
                position.calls.length > 0
                  ? position.calls.map((call) => t.call(call.number, call.counter)).join(', ')
                  : t.nobodyCalled
              }<br />
              ${position.before ? html`${t.before(position.before.here)}<br />` : nothing}
              ${position.wait ? t.wait(position.wait.from, position.wait.to) : nothing}
            </p>`
          : nothing
    }
  `;
}

/** The same on paper: black on white, 80 mm wide. */
export function receipt(
  { ticket, qr }: Pick<TicketParts, 'ticket' | 'qr'>,
  locale: Locale,
  t: KioskMessages,
): TemplateResult {
  const { counters } = ticket.place;
  const now = dayAndClock(ticket.serverTime, ticket.timeZone, locale);
  return html`
    <div class="receipt" aria-hidden="true">
      <p><strong>${inLocale(ticket.place.name, locale)}</strong></p>
      <p>${t.yourNumber}</p>
      <p class="number">${ticket.number}</p>
      ${ticket.priority ? html`<p><strong>${t.priority}</strong></p>` : nothing}
      <p>${inLocale(ticket.service.name, locale)}</p>
      <p>${inLocale(ticket.agency.name, locale)}</p>
      ${counters.length > 0 ? html`<p>${t.atCounters(counters.join(', '))}</p>` : nothing}
      <p>${ticket.outcome === 'taken' ? t.takenAt(now) : bookedFor(ticket, locale, t)}</p>
      ${qr}
      <p>${t.code}<br /><strong class="code">${formatCode(ticket.code)}</strong></p>
      <p>${t.keep}</p>
    </div>
  `;
}
