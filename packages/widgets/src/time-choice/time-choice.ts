import { initialState, Task, TaskStatus } from '@lit/task';
import type { Availability, AvailableDay, Slot } from '@mpp-digital/contract';
import type { MppClient } from '@mpp-digital/sdk';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';

import { notice } from '../form/notice.ts';
import { dayAndMonth, dayOf, longDay } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import { errorText } from '../messages/error-text.ts';
import type { ElementMessages } from '../messages/id/element.ts';
import type { TimeChoiceMessages } from '../messages/id/time-choice.ts';
import { dayList } from './day-list.ts';
import { nearestTo } from './time-groups.ts';
import { timeList } from './time-list.ts';

/** As much of the client as finding a time needs. */
export type TimesClient = Pick<MppClient, 'availability'>;

/** What a choice of times needs from the widget that shows it. */
export interface TimeChoiceOptions {
  client: () => TimesClient;
  /** For what and where; nothing is fetched until it is known. */
  wanted: () => { placeId: string; serviceId: string } | undefined;
  messages: () => ElementMessages & TimeChoiceMessages;
  locale: () => Locale;
  /** The citizen chose a time. */
  onChoose: (slot: Slot) => void;
}

type Asked = [client: TimesClient, placeId: string | undefined, serviceId: string | undefined];

const week = 7;
/** The most days that one answer holds. */
const most = 31;

/**
 * Lets a citizen choose a day and a time: honest days as a list of choices, then the times of one.
 * `render()` gives a widget the two questions, `slot` the answer.
 */
export class TimeChoice implements ReactiveController {
  /** The chosen time. The widget takes it away when its seat is lost. */
  slot: Slot | undefined;

  /** IANA time zone of the place. */
  timeZone = 'Asia/Jakarta';

  readonly #host: LitElement;
  readonly #options: TimeChoiceOptions;
  readonly #week: Task<Asked, void>;
  readonly #later: Task<[], void>;

  #wanted = '';
  #days: AvailableDay[] = [];
  #day = '';
  #today = '';
  #until = '';
  /** The first day on the screen, where the days before it have no room. */
  #from: string | undefined;

  constructor(host: LitElement, options: TimeChoiceOptions) {
    this.#host = host;
    this.#options = options;
    this.#week = new Task(host, {
      args: () => {
        const { placeId, serviceId } = options.wanted() ?? {};
        return [options.client(), placeId, serviceId];
      },
      task: ([client, placeId, serviceId], { signal }) =>
        placeId && serviceId ? this.#fetch(client, placeId, serviceId, signal) : initialState,
    });
    this.#later = new Task(host, {
      autoRun: false,
      task: (_, { signal }) => this.#fetchLater(signal),
    });
    host.addController(this);
  }

  hostConnected() {
    addEventListener('online', this.#recover);
  }

  hostDisconnected() {
    removeEventListener('online', this.#recover);
  }

  /** Whether there is a time to choose. */
  get hasRoom(): boolean {
    return this.#day !== '';
  }

  /** Whether the server says that there is none. */
  get isEmpty(): boolean {
    return this.#days.length > 0 && !this.hasRoom;
  }

  /** Asks the server again. What is on the screen stays until the answer is there. */
  async refresh(): Promise<void> {
    await this.#week.run();
  }

  /** The free time nearest to one that can no longer be had; not the chosen one. */
  nearest(startsAt: string): Slot | undefined {
    const slots = this.#days.flatMap((day) => day.slots);
    return nearestTo(
      startsAt,
      slots.filter(({ id }) => id !== this.slot?.id),
    );
  }

  /** Chooses a time as if the citizen had pressed it. */
  choose(slot: Slot): void {
    this.slot = slot;
    this.#day = dayOf(slot.startsAt, this.timeZone);
    this.#host.requestUpdate();
    this.#options.onChoose(slot);
  }

  async #fetch(client: TimesClient, placeId: string, serviceId: string, signal: AbortSignal) {
    const wanted = `${placeId} ${serviceId}`;
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.#days = [];
      this.#day = '';
      this.#from = this.slot = undefined;
    }
    const ask = (from: string | undefined, days: number) =>
      client.availability.days(
        { placeId, services: [serviceId], days, ...(from ? { from } : {}) },
        { signal },
      );
    let answer = await ask(this.#from, Math.min(Math.max(this.#days.length, week), most));
    if (!this.#from) this.#today = answer.days[0]!.date;
    if (!answer.days.some(hasRoom) && answer.next) {
      this.#from = answer.next;
      answer = await ask(answer.next, week);
    }
    this.#days = [];
    this.#take(answer);
  }

  async #fetchLater(signal: AbortSignal) {
    const [placeId = '', serviceId = ''] = this.#wanted.split(' ');
    const from = dayAfter(this.#days.at(-1)!.date);
    const answer = await this.#options
      .client()
      .availability.days({ placeId, services: [serviceId], from, days: week }, { signal });
    this.#take(answer);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const first = answer.days.find(hasRoom);
    if (first) this.#focus(`day-${first.date}`);
  }

  #take({ days, timeZone, until }: Availability) {
    this.timeZone = timeZone;
    this.#until = until;
    this.#days = [...this.#days, ...days.filter(({ date }) => date <= until)];
    // The earliest day with room is chosen already: its times are what most people want to see.
    const shown = this.#days.find(({ date }) => date === this.#day);
    if (!shown || !hasRoom(shown)) this.#day = this.#days.find(hasRoom)?.date ?? '';
  }

  #focus(id: string) {
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  readonly #recover = () => {
    if (this.#week.status === TaskStatus.ERROR) this.#retry();
  };

  readonly #retry = () => {
    // After a night on the screen, its first day may be over.
    this.#from = undefined;
    void this.refresh();
  };

  readonly #chooseDay = (date: string) => {
    this.#day = date;
    this.#host.requestUpdate();
  };

  render(): TemplateResult {
    return html`
      <div class="time-choice">
        ${this.#failure(this.#week, this.#retry)}
        ${this.#days.length ? this.#choices() : this.#loading()}
      </div>
    `;
  }

  #loading() {
    return this.#week.status === TaskStatus.PENDING
      ? html`<p class="muted loading" role="status">${this.#options.messages().loading}</p>`
      : nothing;
  }

  #failure({ status, error }: { status: TaskStatus; error: unknown }, retry: () => void) {
    if (status !== TaskStatus.ERROR) return nothing;
    const t = this.#options.messages();
    return notice('negative', errorText(error, t), { label: t.retry, run: retry });
  }

  #choices() {
    const messages = this.#options.messages();
    const locale = this.#options.locale();
    const open = this.#days.find(({ date }) => date === this.#day);
    if (!open) return notice('information', messages.noDayWithRoom(longDay(this.#until, locale)));
    return html`
      ${
        this.#from
          ? notice('information', messages.nextDayWithRoom(dayAndMonth(this.#from, locale)))
          : nothing
      }
      <div>
        ${dayList({
          days: this.#days,
          today: this.#today,
          chosen: this.#day,
          messages,
          locale,
          onChoose: this.#chooseDay,
        })}
        ${this.#moreDays()}
      </div>
      ${timeList({
        slots: this.#times(open),
        timeZone: this.timeZone,
        chosen: this.slot,
        messages,
        locale,
        onChoose: (slot) => this.choose(slot),
      })}
    `;
  }

  /** A seat that is held counts as taken: its time would be missing from a fresh list. */
  #times({ date, slots }: AvailableDay): Slot[] {
    const { slot } = this;
    const missing =
      slot &&
      dayOf(slot.startsAt, this.timeZone) === date &&
      !slots.some(({ id }) => id === slot.id);
    return missing
      ? [...slots, slot].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
      : slots;
  }

  #moreDays() {
    if (this.#days.at(-1)!.date >= this.#until) return nothing;
    const t = this.#options.messages();
    const loading = this.#later.status === TaskStatus.PENDING;
    return html`
      ${this.#failure(this.#later, () => void this.#later.run())}
      <button
        type="button"
        class="plain"
        aria-disabled=${loading ? 'true' : nothing}
        @click=${() => loading || void this.#later.run()}
      >
        ${loading ? t.loading : t.laterDays}
      </button>
    `;
  }
}

const hasRoom = ({ state }: AvailableDay) => state === 'open';

const dayAfter = (date: string) =>
  new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
