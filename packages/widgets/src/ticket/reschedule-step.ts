import { initialState, Task, TaskStatus } from '@lit/task';
import type { Slot, Ticket } from '@mpp-digital/contract';
import { MppError, newKey } from '@mpp-digital/sdk';
import { html, nothing } from 'lit';

import { notice } from '../form/notice.ts';
import { errorText } from '../messages/error-text.ts';
import { nearestTime } from '../time-choice/nearest-time.ts';
import { TimeChoice } from '../time-choice/time-choice.ts';
import { causeText } from './cause-text.ts';
import type { ActionsContext } from './ticket-context.ts';
import { whenText } from './ticket-words.ts';

interface Outcome {
  /** The booking was moved. */
  onMoved: (ticket: Ticket) => void;
  /** The citizen keeps the old time. `unsure`: a try may have succeeded without our knowing. */
  onLeave: (unsure: boolean) => void;
}

/** “When can you come?” for a booking that exists. The old seat is kept until the new one is won. */
export class RescheduleStep {
  readonly #context: ActionsContext;
  readonly #outcome: Outcome;
  readonly #choice: TimeChoice;
  readonly #move: Task<[Ticket | undefined, Slot | undefined], Ticket>;
  #ticket: Ticket | undefined;
  #unchosen = false;
  /** One key for each wish, however often it is pressed: an answer that got lost is given again. */
  #wish = { slotId: '', key: '' };

  constructor(context: ActionsContext, outcome: Outcome) {
    this.#context = context;
    this.#outcome = outcome;
    this.#choice = new TimeChoice(context.host, {
      client: context.client,
      messages: context.messages,
      locale: context.locale,
      wanted: () =>
        this.#ticket && { placeId: this.#ticket.place.id, serviceId: this.#ticket.service.id },
      onChoose: () => this.#forget(),
    });
    this.#move = new Task(context.host, {
      autoRun: false,
      task: ([ticket, slot], { signal }) =>
        ticket && slot
          ? context.client().bookings.reschedule(ticket, slot.id, {
              signal,
              idempotencyKey: this.#keyFor(slot),
            })
          : initialState,
      onComplete: (ticket) => {
        this.close();
        outcome.onMoved(ticket);
      },
      onError: (error) => {
        // Somebody else was faster: show what is left.
        if (isCode(error, 'slot_full', 'slot_closed')) void this.#choice.refresh();
      },
    });
  }

  open(ticket: Ticket): void {
    this.#ticket = ticket;
    this.#choice.slot = undefined;
    this.#wish = { slotId: '', key: '' };
    this.#forget();
  }

  close(): void {
    this.#ticket = undefined;
  }

  #keyFor({ id }: Slot): string {
    if (this.#wish.slotId !== id) this.#wish = { slotId: id, key: newKey() };
    return this.#wish.key;
  }

  /** Takes away what was said about another time. */
  #forget() {
    this.#unchosen = false;
    void this.#move.run([undefined, undefined]);
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.#move.status === TaskStatus.PENDING) return;
    const { slot } = this.#choice;
    this.#unchosen = !slot;
    if (slot) void this.#move.run([this.#ticket, slot]);
    this.#context.host.requestUpdate();
  };

  readonly #leave = () => this.#outcome.onLeave(this.#move.status === TaskStatus.ERROR);

  #takeNearest(slot: Slot) {
    this.#choice.choose(slot);
    void this.#move.run([this.#ticket, slot]);
    // The notice goes, and the focus must not go with it.
    const { host } = this.#context;
    void host.updateComplete.then(() =>
      host.renderRoot.querySelector<HTMLElement>(`#time-${slot.id}`)?.focus(),
    );
  }

  render() {
    const ticket = this.#ticket;
    if (!ticket) return nothing;
    const t = this.#context.messages();
    const locale = this.#context.locale();
    const { slot, timeZone } = this.#choice;
    const moving = this.#move.status === TaskStatus.PENDING;
    const when = slot && whenText({ startsAt: slot.startsAt, timeZone }, locale);
    return html`
      <form class="stack" novalidate @submit=${this.#submit}>
        <h2 data-heading tabindex="-1">${t.changeTimeQuestion}</h2>
        <p>${t.changeTimeNow(whenText(ticket, locale))}</p>
        ${this.#choice.render()} ${this.#failure()}
        ${this.#unchosen ? html`<p class="field-error" role="alert">${t.changeTimeFirst}</p>` : nothing}
        <div class="row">
          <button class="primary" aria-disabled=${moving ? 'true' : nothing}>
            ${moving ? t.changingTime : when ? t.changeTimeTo(when) : t.changeTime}
          </button>
          <button type="button" @click=${this.#leave}>${t.keepTime}</button>
        </div>
      </form>
    `;
  }

  #failure() {
    const { status, error } = this.#move;
    if (status !== TaskStatus.ERROR) return nothing;
    const t = this.#context.messages();
    const cause = causeText(error, t);
    const sentence = cause ? t.changeTimeUnsure(cause) : errorText(error, t);
    const wanted = this.#choice.slot;
    const nearest =
      wanted && isCode(error, 'slot_full', 'slot_closed')
        ? nearestTime(wanted.startsAt, this.#choice.others)
        : undefined;
    if (!nearest) {
      return notice('negative', sentence);
    }
    const { timeZone } = this.#choice;
    const when = whenText({ startsAt: nearest.startsAt, timeZone }, this.#context.locale());
    return notice('negative', sentence, {
      label: t.nearestInstead(when),
      run: () => this.#takeNearest(nearest),
    });
  }
}

const isCode = (error: unknown, ...codes: MppError['code'][]) =>
  error instanceof MppError && codes.includes(error.code);
