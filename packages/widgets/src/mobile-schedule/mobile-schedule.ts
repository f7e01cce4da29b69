import { MppError } from '@mpp-digital/sdk';
import { Mobile } from '@mpp-digital/sdk/resources';
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';

import { MppElement } from '../element.ts';
import { notice } from '../form/notice.ts';
import { problem } from '../form/problem.ts';
import { clockWithZone, dayOf, shortDay } from '../format/moments.ts';
import { errorText } from '../messages/error-text.ts';
import { mobileSchedule, type MobileScheduleMessages } from '../messages/id/mobile-schedule.ts';
import { book } from '../service-finder/book.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { styles } from './mobile-schedule.styles.ts';
import { ScheduleReading } from './schedule-reading.ts';
import { stopList, type StopContext } from './stop-view.ts';
import { villageChoice } from './village-choice.ts';
import { weekView } from './week-view.ts';

/**
 * Shows what comes near a village and when, as a list or by weeks, with what can be done there and a
 * calendar to subscribe to. Where a stop takes bookings, a number can be taken. The village is found by
 * its name or in a list; nobody is asked where they are.
 *
 * @summary What mobile services come to a village.
 *
 * @slot help - Shown when the server cannot be reached: for instance the office's phone number.
 *
 * @event {BookEvent} mpp-book - Someone wants a number for a service. Cancel it to lead elsewhere;
 *   otherwise the booking form on the page gets the service, or the server's page opens.
 *
 * @csspart field - A label with its hint and control.
 * @csspart villages - The villages to choose from.
 * @csspart list - Stops by date.
 * @csspart stop - One stop.
 * @csspart week - Seven days.
 * @csspart calendar - Links to the calendar.
 * @csspart notice - What is otherwise than usual, and what went wrong.
 *
 * @cssproperty [--mpp-color-brand=#0b5cad] - Colour of links and buttons.
 *
 * @example
 * ```html
 * <mpp-mobile-schedule api="https://mpp.example.go.id" regency="35.79"></mpp-mobile-schedule>
 * ```
 *
 * @tag mpp-mobile-schedule
 */
export class MobileSchedule extends MppElement<MobileScheduleMessages> {
  /** @internal */
  static override styles = [tokens, controls, styles];

  static override properties: PropertyDeclarations = {
    village: {},
    typed: { state: true, attribute: false },
    week: { state: true, attribute: false },
  };

  /** Kemendagri code of the village, for example `35.79.02.2003`. Without it, people choose. */
  declare village: string;

  declare private typed: string;
  /** Which week is shown; undefined for the list. */
  declare private week: number | undefined;

  protected override readonly texts = {
    id: mobileSchedule,
    en: () => import('../messages/en/mobile-schedule.ts').then((module) => module.mobileSchedule),
  };

  readonly #reading: ScheduleReading = new ScheduleReading(this, {
    transport: () => this.transport,
    village: () => this.village,
  });

  constructor() {
    super();
    this.village = '';
    this.typed = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('village') && this.week) this.week = 0;
  }

  readonly #choose = (code: string) => {
    this.village = code;
    this.#focusSoon('[data-heading]');
  };

  readonly #chooseAnother = () => {
    this.village = this.typed = '';
    this.removeAttribute('village');
    this.#focusSoon('#village');
  };

  readonly #book = (serviceId: string) =>
    book(this, serviceId, this.page(`janji?layanan=${encodeURIComponent(serviceId)}`));

  #focusSoon(selector: string) {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }

  protected override render() {
    const t = this.messages;
    return html`<div class="stack">${this.village ? this.#coming(t) : this.#choice(t)}</div>`;
  }

  #choice(t: MobileScheduleMessages) {
    const { villages } = this.#reading;
    const choice = { typed: this.typed, onType: this.#type, onChoose: this.#choose };
    return html`
      <h2 data-heading tabindex="-1">${t.heading}</h2>
      ${!villages ? this.#waiting(t) : nothing}
      ${villages?.length === 0 ? html`<p>${t.noVillages}</p>` : nothing}
      ${villages?.length ? villageChoice({ villages, ...choice }, t) : nothing}
    `;
  }

  readonly #type = (typed: string) => (this.typed = typed);

  #coming(t: MobileScheduleMessages) {
    const { villages, schedule } = this.#reading;
    const name = villages?.find(({ code }) => code === this.village)?.name;
    return html`
      <h2 data-heading tabindex="-1">${name ? t.comesTo(name) : t.comesHere}</h2>
      <p>
        <button type="button" class="plain" @click=${this.#chooseAnother}>${t.otherVillage}</button>
      </p>
      ${schedule ? this.#stops(t) : this.#waiting(t)}
    `;
  }

  /** Nothing is known yet: it is on its way, or it could not be had. */
  #waiting(t: MobileScheduleMessages) {
    const { error, slow, again } = this.#reading;
    if (!error) return html`<p role="status">${slow ? t.slow : t.loading}</p>`;
    // A village that nothing comes to any more, named by an older address.
    if (error instanceof MppError && error.code === 'not_found' && this.village) {
      return html`<p>${t.nothingComes}</p>`;
    }
    return html`${problem(this.#sentence(error, t), { label: t.retry, run: again })}
      <slot name="help"></slot>`;
  }

  #sentence(error: unknown, t: MobileScheduleMessages): string {
    const causes: Partial<Record<string, string>> = t.causes;
    const cause = error instanceof MppError ? causes[error.code] : undefined;
    return cause === undefined ? errorText(error, t) : t.again(cause);
  }

  #stops(t: MobileScheduleMessages) {
    const { stops, timeZone, from } = this.#reading.schedule!;
    const { locale, village, week } = this;
    const context: StopContext = {
      ...{ t, locale, timeZone, village },
      page: (path) => this.page(path),
      onBook: this.#book,
    };
    const onWeek = (to: number) => (this.week = to);
    return html`
      ${this.#kept(timeZone, t)}
      ${stops.length === 0 ? html`<p>${t.nothingComes}</p>` : this.#views(t)}
      ${
        week !== undefined && stops.length > 0
          ? weekView({ stops, from, week, onWeek }, context)
          : stopList(stops, context)
      }
      ${this.#calendar(t)}
    `;
  }

  #views(t: MobileScheduleMessages) {
    const view = (label: string, week: number | undefined) => html`
      <button
        type="button"
        aria-pressed=${(week === undefined) === (this.week === undefined)}
        @click=${() => (this.week = week)}
      >
        ${label}
      </button>
    `;
    return html`<div class="row" role="group" aria-label=${t.view}>
      ${view(t.asList, undefined)} ${view(t.asWeek, 0)}
    </div>`;
  }

  /** Says since when the screen shows what an earlier visit kept. */
  #kept(timeZone: string, t: MobileScheduleMessages) {
    const { since, again } = this.#reading;
    if (!since) return nothing;
    const moment = since.toISOString();
    const day = shortDay(dayOf(moment, timeZone), this.locale);
    const time = `${day}, ${clockWithZone(moment, timeZone, this.locale)}`;
    return notice('information', t.kept(time), { label: t.retry, run: again });
  }

  #calendar(t: MobileScheduleMessages) {
    const address = new Mobile(this.transport).calendarAddress({
      village: this.village,
      lang: this.locale,
    });
    return html`<ul part="calendar">
      <li><a href=${address.replace(/^https?:/, 'webcal:')}>${t.subscribe}</a></li>
      <li><a href=${address}>${t.download}</a></li>
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-mobile-schedule': MobileSchedule;
  }
}
