import { formatCode, type Ticket } from '@mpp-digital/contract';

import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { ElementMessages } from '../messages/id/element.ts';
import type { TicketActionsMessages } from '../messages/id/ticket-actions.ts';
import { whenText, whereText } from './ticket-words.ts';

/** The ticket to send to oneself or a companion. Without the secret: it shows, but changes nothing. */
export function shareText(
  ticket: Ticket,
  t: ElementMessages & TicketActionsMessages,
  locale: Locale,
): string {
  return t.shareText({
    number: ticket.number,
    service: inLocale(ticket.service.name, locale),
    when: whenText(ticket, locale),
    place: `${whereText(ticket, t, locale)}, ${ticket.place.address}`,
    code: formatCode(ticket.code),
    link: ticket.link.replace(/#.*/, ''),
  });
}
