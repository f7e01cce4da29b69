import { formatCode, type Ticket } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import { announce } from '../announce.ts';
import { copy } from '../clipboard.ts';
import { notice, type NoticeKind } from '../form/notice.ts';
import type { TicketActionsMessages } from '../messages/id/ticket-actions.ts';
import { printAlone } from '../print-alone.ts';
import { saveCalendarFile } from './calendar-file.ts';
import { shareText } from './share-text.ts';
import type { ActionsContext } from './ticket-context.ts';

type Outcome = Extract<
  keyof TicketActionsMessages,
  `${string}Copied` | `${string}Failed` | 'calendarSaved'
>;

/** Ways to keep a ticket: copy, calendar, share, print. There is no account that keeps it. */
export class TicketKeeping {
  readonly #context: ActionsContext;
  #said: { kind: NoticeKind; what: Outcome } | undefined;
  #loading = false;

  constructor(context: ActionsContext) {
    this.#context = context;
  }

  /** Takes away what was said about another ticket. */
  reset(): void {
    this.#said = undefined;
  }

  copyButton(ticket: Ticket) {
    const t = this.#context.messages();
    return html`<button type="button" @click=${() => void this.#copyCode(ticket)}>
        ${t.copyCode}
      </button>
      ${this.#news('codeCopied', 'copyFailed')}`;
  }

  render(ticket: Ticket) {
    const t = this.#context.messages();
    return html`
      <section class="ticket-keeping" aria-labelledby="ticket-keeping">
        <h3 id="ticket-keeping">${t.keepTitle}</h3>
        <p>${t.keepNote}</p>
        <div class="row">
          <button
            type="button"
            class="primary"
            aria-disabled=${this.#loading ? 'true' : nothing}
            @click=${() => void this.#saveCalendar(ticket)}
          >
            ${t.toCalendar}
          </button>
          <button type="button" @click=${() => void this.#share(ticket)}>${t.shareTicket}</button>
          <button type="button" @click=${() => printAlone(this.#context.host)}>
            ${t.printTicket}
          </button>
          <button type="button" @click=${() => void this.#copyLink(ticket)}>${t.copyLink}</button>
        </div>
        ${this.#news(
          'linkCopied',
          'linkCopyFailed',
          'calendarSaved',
          'calendarFailed',
          'ticketTextCopied',
          'shareFailed',
        )}
      </section>
    `;
  }

  /** What came of it, where the button is. */
  #news(...outcomes: readonly Outcome[]) {
    const said = this.#said;
    return said && outcomes.includes(said.what)
      ? notice(said.kind, this.#context.messages()[said.what])
      : nothing;
  }

  async #copyCode({ code }: Ticket) {
    if (await copy(formatCode(code))) this.#say('positive', 'codeCopied');
    else this.#say('warning', 'copyFailed');
  }

  async #copyLink({ link }: Ticket) {
    if (await copy(link)) this.#say('positive', 'linkCopied');
    else this.#say('warning', 'linkCopyFailed');
  }

  async #share(ticket: Ticket) {
    const t = this.#context.messages();
    const text = shareText(ticket, t, this.#context.locale());
    try {
      if (!navigator.share) throw new Error('This browser shares nothing');
      await navigator.share({ text });
    } catch (error) {
      // Closing the browser's own dialogue is no failure.
      if ((error as Error).name === 'AbortError') return;
      if (await copy(text)) this.#say('positive', 'ticketTextCopied');
      else this.#say('warning', 'shareFailed');
    }
  }

  async #saveCalendar(ticket: Ticket) {
    if (this.#loading) return;
    this.#loading = true;
    this.#context.host.requestUpdate();
    try {
      const { client, locale } = this.#context;
      const calendar = await client().bookings.calendar(ticket, { language: locale() });
      saveCalendarFile(calendar, ticket);
      this.#say('positive', 'calendarSaved');
    } catch {
      this.#say('negative', 'calendarFailed');
    } finally {
      this.#loading = false;
      this.#context.host.requestUpdate();
    }
  }

  #say(kind: NoticeKind, what: Outcome) {
    this.#said = { kind, what };
    announce(this.#context.messages()[what]);
    this.#context.host.requestUpdate();
  }
}
