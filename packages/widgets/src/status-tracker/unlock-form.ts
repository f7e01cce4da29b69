import { initialState, Task, TaskStatus } from '@lit/task';
import type { Ticket } from '@mpp-digital/contract';
import { MppError, type MppClient } from '@mpp-digital/sdk';
import { html, type LitElement, nothing } from 'lit';

import { notice } from '../form/notice.ts';
import { textField } from '../form/text-field.ts';
import { errorText } from '../messages/error-text.ts';
import type { FoundMessages } from './found-messages.ts';
import { causeText } from '../ticket/cause-text.ts';

interface UnlockOptions {
  client: () => MppClient;
  messages: () => FoundMessages;
  onUnlocked: (ticket: Ticket) => void;
}

/** Asks for the end of the phone number: with the code, it opens the ticket. */
export class UnlockForm {
  readonly #host: LitElement;
  readonly #options: UnlockOptions;
  readonly #unlock: Task<[code?: string, ending?: string], Ticket>;
  #ending = '';
  #mistyped = false;

  constructor(host: LitElement, options: UnlockOptions) {
    this.#host = host;
    this.#options = options;
    this.#unlock = new Task(host, {
      autoRun: false,
      task: ([code, phoneEnding], { signal }) =>
        code && phoneEnding
          ? options.client().bookings.unlock({ code, phoneEnding }, { signal })
          : initialState,
      onComplete: (ticket) => {
        this.forget();
        options.onUnlocked(ticket);
      },
      onError: () => {
        if (this.#problem) this.#focusField();
      },
    });
  }

  /** Forgets what was typed. */
  forget(): void {
    this.#ending = '';
    this.#mistyped = false;
    void this.#unlock.run([]);
  }

  #submit(event: SubmitEvent, code: string) {
    event.preventDefault();
    if (this.#unlock.status === TaskStatus.PENDING) return;
    this.#ending = endingOf(this.#ending);
    this.#mistyped = !/^\d{4}$/.test(this.#ending);
    if (this.#mistyped) this.#focusField();
    else void this.#unlock.run([code, this.#ending]);
    this.#host.requestUpdate();
  }

  #focusField() {
    const focus = () => this.#host.renderRoot.querySelector<HTMLElement>('#ending')?.focus();
    void this.#host.updateComplete.then(focus);
  }

  /** What to say at the field; undefined when the field is not the cause. */
  get #problem(): string | undefined {
    const t = this.#options.messages();
    const { status, error } = this.#unlock;
    if (this.#mistyped) return t.endingMistyped;
    if (status !== TaskStatus.ERROR || !(error instanceof MppError)) return undefined;
    if (error.code === 'not_found') return t.endingWrong;
    if (error.code !== 'too_many_requests') return undefined;
    const minutes = Math.ceil((error.retryAfter ?? 0) / 60);
    return t.unlockLocked(minutes ? t.inMinutes(minutes) : t.unlockLater);
  }

  render(code: string) {
    const t = this.#options.messages();
    const unlocking = this.#unlock.status === TaskStatus.PENDING;
    return html`
      <details class="unlock" part="unlock">
        <summary>${t.unlockTitle}</summary>
        <form class="stack" novalidate @submit=${(event: SubmitEvent) => this.#submit(event, code)}>
          ${textField({
            id: 'ending',
            label: t.unlockLabel,
            hint: t.unlockHint,
            error: this.#problem,
            value: this.#ending,
            inputMode: 'numeric',
            onInput: (value) => (this.#ending = value),
          })}
          ${this.#failure()}
          <div class="row">
            <button class="primary" aria-disabled=${unlocking ? 'true' : nothing}>
              ${unlocking ? t.unlocking : t.unlock}
            </button>
          </div>
        </form>
      </details>
    `;
  }

  #failure() {
    const { status, error } = this.#unlock;
    if (status !== TaskStatus.ERROR || this.#problem) return nothing;
    const t = this.#options.messages();
    const cause = causeText(error, t);
    const sentence = cause ? t.lookFailed(cause) : errorText(error, t);
    return notice('negative', sentence);
  }
}

/** Whole numbers are pasted here, too, and hold more than a number needs to say. */
function endingOf(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/\P{Nd}/gu, '');
  return digits.length > 7 ? digits.slice(-4) : digits || typed;
}
