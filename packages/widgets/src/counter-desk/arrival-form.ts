import { parseCode } from '@mpp-digital/contract';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

import { announce } from '../announce.ts';
import { textField } from '../form/text-field.ts';
import type { CounterDeskMessages } from '../messages/id/counter-desk.ts';
import type { DeskActs } from './desk-acts.ts';
import type { DeskLine } from './desk-line.ts';
import { priorityCheck } from './priority-check.ts';

/** Notes who has come: the code is typed, or a scanner types it. */
export class ArrivalForm {
  #typed = '';
  #priority = false;
  #isMistyped = false;
  #done = '';

  readonly #host: ReactiveControllerHost;
  readonly #line: DeskLine;
  readonly #acts: DeskActs;

  constructor(host: ReactiveControllerHost, line: DeskLine, acts: DeskActs) {
    this.#host = host;
    this.#line = line;
    this.#acts = acts;
  }

  async #submit(t: CounterDeskMessages) {
    // A ticket's QR code is a link, with the secret in its fragment.
    const code = parseCode(this.#typed.replace(/^.*#/, ''));
    this.#isMistyped = code === undefined;
    this.#done = '';
    this.#host.requestUpdate();
    if (code === undefined) return;
    const arrival = { code, ...(this.#priority && { priority: true }) };
    const visit = await this.#acts.run(`receive ${code}`, () => this.#line.staff.receive(arrival));
    if (!visit) return;
    this.#typed = '';
    this.#priority = false;
    this.#done = t.received(visit.number);
    announce(this.#done);
    this.#host.requestUpdate();
  }

  render(t: CounterDeskMessages): TemplateResult {
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      void this.#submit(t);
    };
    return html`
      <form @submit=${onSubmit} part="arrival" novalidate>
        <h3>${t.receive}</h3>
        ${textField({
          id: 'code',
          label: t.codeLabel,
          hint: t.codeHint,
          error: this.#isMistyped ? t.codeMistyped : undefined,
          value: this.#typed,
          onInput: (typed) => (this.#typed = typed),
        })}
        ${priorityCheck(t.priorityLabel, this.#priority, (is) => (this.#priority = is))}
        <button>${t.receive}</button>
        <p class="done">${this.#done}</p>
      </form>
    `;
  }
}
