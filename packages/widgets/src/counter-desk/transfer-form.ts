import type { ServiceSummary } from '@mpp-digital/contract';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

import { announce } from '../announce.ts';
import type { Locale } from '../language.ts';
import type { CounterDeskMessages } from '../messages/id/counter-desk.ts';
import type { DeskActs } from './desk-acts.ts';
import type { DeskLine } from './desk-line.ts';
import { serviceSelect } from './service-select.ts';

/** Sends who is at the counter to another service. */
export class TransferForm {
  isOpen = false;
  done = '';
  #serviceId = '';

  readonly #host: ReactiveControllerHost;
  readonly #line: DeskLine;
  readonly #acts: DeskActs;

  constructor(host: ReactiveControllerHost, line: DeskLine, acts: DeskActs) {
    this.#host = host;
    this.#line = line;
    this.#acts = acts;
  }

  readonly open = () => {
    this.isOpen = true;
    this.done = '';
    this.#host.requestUpdate();
  };

  readonly #close = () => {
    this.isOpen = false;
    this.#host.requestUpdate();
  };

  async #submit(t: CounterDeskMessages) {
    const id = this.#line.current?.bookingId;
    const to = this.#serviceId;
    if (!id || !to) return;
    const visit = await this.#acts.run(`transfer ${id} ${to}`, (idempotencyKey) =>
      this.#line.staff.transfer(id, to, { idempotencyKey }),
    );
    if (!visit) return;
    this.done = t.transferred(visit.number);
    announce(this.done);
    this.#close();
  }

  /** @param services - All that can be had at the place. */
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
      <form @submit=${onSubmit} class="transfer">
        ${serviceSelect(
          {
            id: 'transfer-service',
            label: t.transferTo,
            services,
            value: this.#serviceId,
            onChange: (id) => (this.#serviceId = id),
          },
          locale,
        )}
        <div class="acts">
          <button class="primary">${t.transferNow}</button>
          <button type="button" @click=${this.#close}>${t.cancel}</button>
        </div>
      </form>
    `;
  }
}
