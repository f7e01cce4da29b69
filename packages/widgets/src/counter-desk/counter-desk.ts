import type { CatalogueIndex } from '@mpp-digital/contract';
import { Catalogue } from '@mpp-digital/sdk/resources';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';

import { announce } from '../announce.ts';
import { MppElement } from '../element.ts';
import { notice } from '../form/notice.ts';
import { problem } from '../form/problem.ts';
import { clockWithZone } from '../format/moments.ts';
import { counterDesk, type CounterDeskMessages } from '../messages/id/counter-desk.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { ArrivalForm } from './arrival-form.ts';
import { styles } from './counter-desk.styles.ts';
import { currentVisit } from './current-visit.ts';
import { type Act, actsFor, DeskActs } from './desk-acts.ts';
import { DeskLine, type Seat } from './desk-line.ts';
import { lineList } from './line-list.ts';
import { seatChoice } from './seat-choice.ts';
import { deskSentence } from './sentences.ts';
import { keys, Shortcuts } from './shortcuts.ts';
import { TransferForm } from './transfer-form.ts';
import { WalkInForm } from './walk-in-form.ts';

/** Where the counter is remembered, for this tab: nothing of a person. */
const memory = 'mpp-counter-desk';

/**
 * Where an officer calls, serves and receives people at a counter. For the server's own page
 * `/staff`, because the sign-in is a cookie of the server. What is done with whoever is at the counter has a letter of its own.
 *
 * @summary The officer's place at a counter.
 *
 * @csspart current - Who is at the counter, and what can be done.
 * @csspart number - The queue number.
 * @csspart waiting - Who waits.
 * @csspart arrival - Where arrivals are noted.
 * @csspart walk-in - Where numbers are given.
 * @csspart field - A label with its hint and control.
 * @csspart notice - What went wrong.
 *
 * @example
 * ```html
 * <mpp-counter-desk regency="35.79"></mpp-counter-desk>
 * ```
 *
 * @tag mpp-counter-desk
 */
export class CounterDesk extends MppElement<CounterDeskMessages> {
  /** @internal */
  static override styles = [tokens, controls, styles];

  protected override readonly texts = {
    id: counterDesk,
    en: () => import('../messages/en/counter-desk.ts').then((module) => module.counterDesk),
  };

  readonly #line: DeskLine = new DeskLine(this, () => this.transport);
  readonly #acts: DeskActs = new DeskActs(this, this.#line);
  readonly #arrival: ArrivalForm = new ArrivalForm(this, this.#line, this.#acts);
  readonly #walkIn: WalkInForm = new WalkInForm(this, this.#line, this.#acts);
  readonly #transfer: TransferForm = new TransferForm(this, this.#line, this.#acts);
  #index: CatalogueIndex | undefined;

  constructor() {
    super();
    new Shortcuts(this, (key) => this.#press(key));
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    const kept = sessionStorage.getItem(memory);
    if (kept) this.#line.sit(JSON.parse(kept) as Seat);
    new Catalogue(this.transport).index().then(
      (index) => {
        this.#index = index;
        this.requestUpdate();
      },
      (error: unknown) => this.#line.failed(error),
    );
  }

  #press(key: string): boolean {
    const act = actsFor(this.#line.current).find((each) => keys[each] === key);
    if (!act || !this.#line.seat) return false;
    this.#act(act);
    return true;
  }

  readonly #act = (act: Act) => {
    this.#transfer.isOpen = false;
    void this.#acts.act(act).then(() => this.#focusCurrent());
  };

  /** Says who is at the counter now: the buttons of before are gone. */
  #focusCurrent() {
    void this.updateComplete.then(() => {
      const { current } = this.#line;
      const { problem: wrong } = this.#acts;
      if (wrong) return this.renderRoot.querySelector<HTMLElement>('[role=alert]')?.focus();
      this.renderRoot.querySelector<HTMLElement>('[data-current]')?.focus();
      if (current) announce(`${current.number}, ${current.service.name[this.locale]}`);
    });
  }

  readonly #sit = (seat: Seat | undefined) => {
    if (seat) sessionStorage.setItem(memory, JSON.stringify(seat));
    this.#line.sit(seat);
    void this.updateComplete.then(() => this.focus());
  };

  #services(agencyId?: string) {
    const services = this.#index?.services ?? [];
    return services.filter(
      (service) => service.bookable && (!agencyId || service.agencyId === agencyId),
    );
  }

  protected override render(): TemplateResult {
    const t = this.messages;
    const { officer, seat } = this.#line;
    if (officer === undefined) return this.#waiting(t);
    if (!seat) {
      return officer ? seatChoice(officer, this.#sit, this.locale, t) : this.#signedOut(t);
    }
    return this.#desk(seat, t);
  }

  #waiting(t: CounterDeskMessages) {
    const { trouble } = this.#line;
    const again = { label: t.retry, run: () => void this.#line.identify() };
    return trouble
      ? problem(deskSentence(trouble, t), again)
      : html`<p role="status">${t.loading}</p>`;
  }

  #signedOut(t: CounterDeskMessages) {
    return html`<h2 data-heading tabindex="-1">${t.signedOut}</h2>
      <p>${t.signedOutHint}</p>
      <p><a href="${this.server}/staff/sign-in">${t.signIn}</a></p>`;
  }

  #desk(seat: Seat, t: CounterDeskMessages) {
    const { locale } = this;
    const { officer, visits, current, visitor, timeZone } = this.#line;
    const agency = this.#index?.agencies.find(({ id }) => id === seat.agencyId);
    const waiting = visits.filter(({ state }) => state === 'checked-in').length;
    return html`
      <header>
        <h2 data-heading tabindex="-1">
          ${t.at(agency?.name[locale] ?? seat.agencyId, seat.counter)}
        </h2>
        <p>
          ${officer?.name}
          <button type="button" class="plain" @click=${() => this.#sit(undefined)}>
            ${t.change}
          </button>
        </p>
      </header>
      ${this.#troubles(t)}
      <div class="desk">
        <div>
          ${currentVisit(
            {
              visit: current,
              visitor,
              waiting,
              isPending: this.#acts.pending !== undefined,
              timeZone,
              locale,
              onAct: this.#act,
              onTransfer: this.#transfer.open,
            },
            t,
          )}
          ${
            current && this.#transfer.isOpen
              ? this.#transfer.render(this.#services(), locale, t)
              : nothing
          }
          <p class="done">${current ? '' : this.#transfer.done}</p>
          ${lineList({ visits, counter: seat.counter, timeZone, locale }, t)}
        </div>
        <div>
          ${this.#arrival.render(t)}
          ${this.#walkIn.render(this.#services(seat.agencyId), locale, t)}
        </div>
      </div>
    `;
  }

  #troubles(t: CounterDeskMessages) {
    const { officer, trouble, readAt, timeZone } = this.#line;
    const { problem: wrong } = this.#acts;
    if (officer === null) {
      return html`<div role="alert" tabindex="-1">
        ${notice('warning', t.signInAgain)}
        <p>
          <a href="${this.server}/staff/sign-in" target="_blank" rel="opener">${t.signInHere}</a>
        </p>
      </div>`;
    }
    if (wrong && wrong.code !== 'unauthorized') return problem(deskSentence(wrong, t));
    if (!trouble) return nothing;
    if (!readAt) return problem(deskSentence(trouble, t));
    return notice('warning', t.stale(clockWithZone(readAt, timeZone, this.locale)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-counter-desk': CounterDesk;
  }
}
