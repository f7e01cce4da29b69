import { formatCode } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { clockWithZone, dayOf, longDay } from '../format/moments.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { ElementMessages } from '../messages/id/element.ts';
import type { TicketMessages } from '../messages/id/ticket.ts';
import { type BookingFacts, whereText } from './ticket-words.ts';

/** What one needs at the door: the number, for what, when, where, the code. The number is the biggest. */
export function ticketFacts(
  facts: BookingFacts,
  t: ElementMessages & TicketMessages,
  locale: Locale,
  beside: { qr?: TemplateResult | undefined; actions?: TemplateResult | undefined } = {},
): TemplateResult {
  const { startsAt, timeZone } = facts;
  return html`
    <div class="ticket-facts" part="ticket">
      <p class="ticket-number">
        <span>${t.queueNumber}</span>
        <strong part="number" translate="no">${facts.number}</strong>
      </p>
      <p class="ticket-service">
        <strong>${inLocale(facts.service.name, locale)}</strong>
      </p>
      <p class="ticket-when">
        <time datetime=${startsAt}>
          <span>${longDay(dayOf(startsAt, timeZone), locale)}</span>
          <strong>${clockWithZone(startsAt, timeZone, locale)}</strong>
        </time>
        ${facts.state === 'booked' ? html`<span>${t.comeEarly}</span>` : nothing}
      </p>
      <p class="ticket-where">
        <strong>${whereText(facts, t, locale)}</strong>
        <span class="muted">${facts.place.address}</span>
      </p>
      ${'priority' in facts && facts.priority ? html`<p>${t.priorityNote}</p>` : nothing}
      <div class="ticket-proof">
        ${beside.qr ?? nothing}
        <p class="ticket-code">
          <span>${t.codeLabel}</span>
          <strong part="code" translate="no">${formatCode(facts.code)}</strong>
        </p>
        ${beside.actions ?? nothing}
      </div>
    </div>
  `;
}
