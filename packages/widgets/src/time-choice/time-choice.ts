import { initialState, Task, TaskStatus } from '@lit/task';
import type { Availability, AvailableDay, Slot } from '@mpp-digital/contract';
import type { MppClient } from '@mpp-digital/sdk';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';

import { notice } from '../form/notice.ts';
import { Waiting } from '../form/waiting.ts';
import { dayAndMonth, dayOf, longDay } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import { errorText } from '../messages/error-text.ts';
import type { ElementMessages } from '../messages/id/element.ts';
import type { TimeChoiceMessages } from '../messages/id/time-choice.ts';
import { dayList } from './day-list.ts';
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
  /** The citizen chose a time; or another day, and with it no time yet. */
  onChoose: (slot: Slot | undefined) => void;
}

type Asked = readonly [client: TimesClient, placeId: string, serviceId: string];

const week = 7;
/** The most days that one answer holds. */
const most = 31;

/**
 * Lets a citizen choose a day and a time: honest days as a list of choices, then the times of one.
 * `render()` gives a widget the two questions, `slot` the answer.
 */
export class TimeChoice implements ReactiveController {
  /** IANA time zone of the place. */
  timeZone = 'Asia/Jakarta';

  readonly #host: LitElement;
  readonly #options: TimeChoiceOptions;
  readonly #week: Task<[TimesClient, string | undefined, string | undefined], void>;
  readonly #later: Task<[], void>;
  readonly #waiting: Waiting;

  #slot: Slot | undefined;
  /** Whom the days on the screen are from, and for what they are. */
  #asked: Asked | undefined;
  #days: AvailableDay[] = [];
  #day = '';
  #today = '';
  #until = '';
  /** The first day on the screen, where the days before it have no room. */
  #from: string | undefined;

  constructor(host: LitElement, options: TimeChoiceOptions) {
    this.#host = host;
    this.#options = options;
    this.#waiting = new Waiting(host);
    this.#week = new Task(host, {
      args: () => {
        const { placeId, serviceId } = options.wanted() ?? {};
        return [options.client(), placeId, serviceId];
      },
      task: ([client, placeId, serviceId], { signal }) =>
        placeId && serviceId
          ? this.#waiting.for(this.#fetch([client, placeId, serviceId], signal))
          : initialState,
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

  /**
   * The chosen time, while its day is on the screen: nobody goes on with a time that they do not see.
   * The widget takes it away when its seat is lost.
   */
  get slot(): Slot | undefined {
    const slot = this.#slot;
    return slot && dayOf(slot.startsAt, this.timeZone) === this.#day ? slot : undefined;
  }

  set slot(slot: Slot | undefined) {
    this.#slot = slot;
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

  /** Free times of all days on the screen; not the chosen one. */
  get others(): readonly Slot[] {
    return this.#days.flatMap(({ slots }) => slots).filter(({ id }) => id !== this.#slot?.id);
  }

  /** Chooses a time as if the citizen had pressed it. */
  choose(slot: Slot): void {
    this.slot = slot;
    this.#day = dayOf(slot.startsAt, this.timeZone);
    this.#host.requestUpdate();
    this.#options.onChoose(slot);
  }

  async #fetch(asked: Asked, signal: AbortSignal) {
    if (asked.some((part, position) => part !== this.#asked?.[position])) {
      this.#days = [];
      this.#day = '';
      this.#from = this.#slot = undefined;
    }
    this.#asked = asked;
    const days = Math.min(Math.max(this.#days.length, week), most);
    let answer = await this.#ask(this.#from, days, signal);
    if (!this.#from) this.#today = answer.days[0]!.date;
    if (!answer.days.some(hasRoom) && answer.next) {
      this.#from = answer.next;
      answer = await this.#ask(answer.next, week, signal);
    }
    this.#days = [];
    this.#take(answer);
  }

  #ask(from: string | undefined, days: number, signal: AbortSignal) {
    const [client, placeId, serviceId] = this.#asked!;
    return client.availability.days(
      { placeId, services: [serviceId], days, ...(from && { from }) },
      { signal },
    );
  }

  async #fetchLater(signal: AbortSignal) {
    const answer = await this.#ask(dayAfter(this.#days.at(-1)!.date), week, signal);
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
    if (!shown || !(hasRoom(shown) || this.slot)) this.#day = this.#days.find(hasRoom)?.date ?? '';
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
    this.#options.onChoose(undefined);
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
      ? this.#waiting.render(this.#options.messages())
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
  #times({ slots }: AvailableDay): Slot[] {
    const { slot } = this;
    return slot && !slots.some(({ id }) => id === slot.id)
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
