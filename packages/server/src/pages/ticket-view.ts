import { formatCode, type Service, type Ticket } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { clock, dayOfMoment, zoneName } from './format.ts';
import type { Frame, Markup } from './page.ts';

/** A ticket, for the one whose it is: to keep, to save to a calendar, to give back. */
export function ticketView(
  frame: Frame,
  ticket: Ticket,
  service: Service | undefined,
  notice = ticket.state === 'cancelled' ? frame.words.cancelled : undefined,
): Markup {
  const { words, page, language } = frame;
  const isLiving = ['held', 'booked', 'checked-in'].includes(ticket.state);
  return html`<h1>
      ${ticket.state === 'booked' ? words.ticketHeading : words.state[ticket.state]}
    </h1>
    ${notice === undefined ? '' : html`<p class="notice">${notice}</p>`}
    ${ticket.reason ? html`<p class="notice">${words.fromOffice(ticket.reason[language])}</p>` : ''}
    <div class="ticket">
      <p class="muted">${words.yourNumber}</p>
      <p class="number">${ticket.number}</p>
      <p>
        <b>${when(frame, ticket)}</b><br />
        ${ticket.service.name[language]}<br />
        ${ticket.place.name[language]}${
          ticket.place.counters.length > 0
            ? `, ${words.counters(ticket.place.counters.join(', '))}`
            : ''
        }<br />
        <span class="muted">${ticket.place.address}</span>
      </p>
      <p>${words.code} <span class="code">${formatCode(ticket.code)}</span></p>
      <p class="muted">${words.keepCode} ${isLiving ? words.arriveEarly : ''}</p>
    </div>
    ${
      isLiving && service && service.requirements.length > 0
        ? html`<h2>${words.bring}</h2>
            <ul>
              ${service.requirements.map(
                ({ text, when: only }) =>
                  html`<li>${text[language]}${only ? ` (${only[language]})` : ''}</li>`,
              )}
            </ul>`
        : ''
    }
    ${
      isLiving
        ? html`<form method="post" class="row">
            <input type="hidden" name="tiket" value="${ticket.secret}" />
            <input type="hidden" name="id" value="${ticket.id}" />
            <button class="quiet" formaction="${page('kalender')}">${words.calendar}</button>
            <button class="danger" formaction="${page('batal')}">${words.cancel}</button>
          </form>`
        : ''
    }`;
}

/** `Selasa, 1 Desember 2026, 09.20 WIB` */
export function when(
  { language }: Frame,
  { startsAt, timeZone }: Pick<Ticket, 'startsAt' | 'timeZone'>,
): string {
  const day = dayOfMoment(startsAt, timeZone, language);
  return `${day}, ${clock(startsAt, timeZone, language)} ${zoneName(timeZone)}`;
}
