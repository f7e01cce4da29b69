import type { MppClient } from '@mpp-digital/sdk';
import type { LitElement } from 'lit';

import type { Locale } from '../language.ts';
import type { ElementMessages } from '../messages/id/element.ts';
import type { TicketMessages } from '../messages/id/ticket.ts';
import type { TicketActionsMessages } from '../messages/id/ticket-actions.ts';
import type { TimeChoiceMessages } from '../messages/id/time-choice.ts';

/** What a widget that shows a ticket has at hand. */
export interface TicketContext {
  host: LitElement;
  client: () => MppClient;
  messages: () => ElementMessages &
    TicketMessages &
    Partial<TicketActionsMessages & TimeChoiceMessages>;
  locale: () => Locale;
}

/** What the actions of a ticket have at hand: their texts too. */
export interface ActionsContext extends TicketContext {
  messages: () => ElementMessages & TicketMessages & TicketActionsMessages & TimeChoiceMessages;
}
