import type { ServiceSummary } from '@mpp-digital/contract';
import { formatCode, normalisePhone } from '@mpp-digital/contract';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

import { announce } from '../announce.ts';
import { textField } from '../form/text-field.ts';
import type { Locale } from '../language.ts';
import type { CounterDeskMessages } from '../messages/id/counter-desk.ts';
import type { DeskActs } from './desk-acts.ts';
import type { DeskLine } from './desk-line.ts';
import { priorityCheck } from './priority-check.ts';
import { serviceSelect } from './service-select.ts';

/** Gives a number to one who came without a booking. */
export class WalkInForm {
  #serviceId = '';
  #name = '';
  #phone = '';
  #priority = false;
  #isPhoneWrong = false;
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
    const { seat, staff } = this.#line;
    if (!seat || !this.#serviceId) return;
    const name = this.#name.trim();
    const phone = normalisePhone(this.#phone);
    this.#isPhoneWrong = phone === undefined && this.#phone.trim() !== '';
    this.#done = '';
    this.#host.requestUpdate();
    if (this.#isPhoneWrong) return;
    const visit = {
      placeId: seat.placeId,
      serviceId: this.#serviceId,
      ...(name && { name }),
      ...(phone && { phone }),
      priority: this.#priority,
    };
    const given = await this.#acts.run(`walkIn ${JSON.stringify(visit)}`, (idempotencyKey) =>
      staff.walkIn(visit, { idempotencyKey }),
    );
    if (!given) return;
    this.#name = this.#phone = '';
    this.#priority = false;
    this.#done = t.walkInDone(given.visit.number, formatCode(given.code));
    announce(this.#done);
    this.#host.requestUpdate();
  }

  /** @param services - What the agency offers here. */
  render(
    services: readonly ServiceSummary[],
    locale: Locale,
    t: CounterDeskMessages,
  ): TemplateResult {
    this.#serviceId ||= services[0]?.id ?? '';
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      void this.#submit(t);
    };
    return html`
      <form @submit=${onSubmit} part="walk-in" novalidate>
        <h3>${t.walkIn}</h3>
        <p class="hint">${t.walkInHint}</p>
        ${serviceSelect(
          {
            id: 'walk-in-service',
            label: t.serviceLabel,
            services,
            value: this.#serviceId,
            onChange: (id) => (this.#serviceId = id),
          },
          locale,
        )}
        ${textField({
          id: 'walk-in-name',
          label: t.nameLabel,
          value: this.#name,
          maxLength: 120,
          onInput: (name) => (this.#name = name),
        })}
        ${textField({
          id: 'walk-in-phone',
          label: t.phoneLabel,
          type: 'tel',
          inputMode: 'tel',
          error: this.#isPhoneWrong ? t.phoneWrong : undefined,
          value: this.#phone,
          onInput: (phone) => (this.#phone = phone),
        })}
        ${priorityCheck(t.priorityLabel, this.#priority, (is) => (this.#priority = is))}
        <button>${t.walkInNow}</button>
        <p class="done">${this.#done}</p>
      </form>
    `;
  }
}
