import type { MppClient } from '@mpp-digital/sdk';
import type { LitElement } from 'lit';

import type { Locale } from '../language.ts';
import type { CommonMessages } from '../messages/id/common.ts';
import type { TicketMessages } from '../messages/id/ticket.ts';
import type { TimeChoiceMessages } from '../messages/id/time-choice.ts';

/** Everything that a ticket and its steps have to say. */
export type TicketViewMessages = CommonMessages & TicketMessages & TimeChoiceMessages;

/** What a ticket needs from the widget that shows it. */
export interface TicketContext {
  host: LitElement;
  client: () => MppClient;
  messages: () => TicketViewMessages;
  locale: () => Locale;
}
