import type { Person, Ticket } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { html, nothing } from 'lit';

import { announce } from '../announce.ts';
import { notice } from '../form/notice.ts';
import { problem, problemId } from '../form/problem.ts';
import { localPhone } from '../format/phone.ts';
import type { BookingStep, LaterContext } from './booking-step.ts';
import { refusalText } from './refusal-text.ts';
import type { Step } from './step-trail.ts';
import { Submission } from './submission.ts';

/** All that was answered. */
interface Answers {
  service: string;
  agency: string;
  place: string;
  when: string;
  person: Person;
  seat: Ticket;
  /** Whether there was another place to choose. */
  manyPlaces: boolean;
}

interface CheckStepOptions {
  answers: () => Answers | undefined;
  /** @param field - Id of the field that the citizen wants to change. */
  onChange: (step: Step, field?: string) => void;
  onBooked: (ticket: Ticket) => void;
  onExpired: () => void;
  onFieldsRefused: (fields: readonly ('name' | 'phone')[]) => void;
}

interface Row {
  label: string;
  value: unknown;
  /** Where it is asked; nowhere when there was no choice. */
  step?: Step;
  field?: string;
}

/** “Is this right?”: all answers once more, each with a way back to its question, and the sending. */
export class CheckStep implements BookingStep {
  readonly number = 3;
  readonly submission: Submission;

  readonly #context: LaterContext;
  readonly #options: CheckStepOptions;
  #refusal: unknown;
  #isSlow = false;

  constructor(context: LaterContext, options: CheckStepOptions) {
    this.#context = context;
    this.#options = options;
    this.submission = new Submission(context.host, {
      client: context.client,
      onBooked: options.onBooked,
      onSlow: () => {
        this.#isSlow = true;
        announce(context.messages().slow);
        context.host.requestUpdate();
      },
      onRefused: this.#refuse,
    });
  }

  get heading() {
    return this.#context.messages().askCheck;
  }

  get action() {
    const { submit, sending } = this.#context.messages();
    return this.isBusy ? sending : submit;
  }

  get isBusy() {
    return this.submission.status === 'sending';
  }

  /** The seat may be booked without our knowing. */
  get isUnsure(): boolean {
    return this.isBusy || this.submission.isUnanswered(this.#options.answers()?.seat);
  }

  /** Finishes if the seat was booked without our knowing. */
  async settle(): Promise<boolean> {
    const seat = this.#options.answers()?.seat;
    return seat !== undefined && this.isUnsure && this.submission.settle(seat);
  }

  readonly submit = () => {
    const answers = this.#options.answers();
    this.#refusal = undefined;
    this.#isSlow = false;
    if (answers) this.submission.send(answers.seat, answers.person);
  };

  leave() {
    this.#refusal = undefined;
    this.submission.pause();
  }

  readonly #refuse = (error: unknown) => {
    const { code, fieldErrors } =
      error instanceof MppError ? error : { code: undefined, fieldErrors: [] };
    const fields = (['name', 'phone'] as const).filter((field) =>
      fieldErrors.some(({ pointer }) => pointer === `/${field}`),
    );
    if (fields.length) this.#options.onFieldsRefused(fields);
    else if (code === 'hold_expired') this.#options.onExpired();
    else {
      this.#refusal = error;
      this.#context.focusOn(problemId);
    }
  };

  renderProblem() {
    const t = this.#context.messages();
    const answers = this.#options.answers();
    if (this.submission.isUnanswered(answers?.seat)) {
      const stuck = this.submission.status === 'stuck';
      return html`<div role="alert">
        ${notice('warning', stuck ? t.triesEnded : t.triesAgain, {
          label: t.retryNow,
          run: this.submit,
        })}
      </div>`;
    }
    if (!this.#refusal) return nothing;
    const sentence = refusalText(this.#refusal, t);
    if (!(this.#refusal instanceof MppError) || this.#refusal.code !== 'already_booked') {
      return problem(sentence);
    }
    return html`
      ${problem(sentence, { label: t.otherDay, run: () => this.#options.onChange('time') })}
      <p><a href=${this.#context.page('lacak')}>${t.trackBooking}</a></p>
    `;
  }

  render() {
    const answers = this.#options.answers();
    return answers ? html`${this.#rows(answers)}` : nothing;
  }

  #rows({ service, agency, place, when, person, manyPlaces }: Answers) {
    const t = this.#context.messages();
    const rows: Row[] = [
      { label: t.service, value: service, step: 'service' },
      { label: t.place, value: place, ...(manyPlaces && { step: 'place' }) },
      { label: t.time, value: when, step: 'time' },
      // A name may run from right to left: it must not turn what stands around it.
      { label: t.name, value: html`<bdi>${person.name}</bdi>`, step: 'person', field: 'name' },
      { label: t.phone, value: localPhone(person.phone), step: 'person', field: 'phone' },
      {
        label: t.priorityLane,
        value: person.priority ? t.yes : t.no,
        step: 'person',
        field: 'priority',
      },
    ];
    return html`
      <dl class="answers">
        ${rows.map(
          ({ label, value, step, field }) => html`
            <div class="answer">
              <dt>${label}</dt>
              <dd>${value}</dd>
              ${
                step
                  ? html`<dd class="answer-change">
                      <button
                        type="button"
                        class="plain"
                        @click=${() => this.#options.onChange(step, field)}
                      >
                        ${t.change}<span class="visually-hidden"> ${label}</span>
                      </button>
                    </dd>`
                  : nothing
              }
            </div>
          `,
        )}
      </dl>
      <p class="muted">${t.privacy(agency)}</p>
      ${this.isBusy && this.#isSlow ? html`<p>${t.slow}</p>` : nothing}
    `;
  }
}
