import type { Person } from '@mpp-digital/contract';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

import { errorSummary } from '../form/error-summary.ts';
import { textField } from '../form/text-field.ts';
import type { BookingStep, LaterContext } from './booking-step.ts';
import {
  longestName,
  type PersonAnswers,
  personOf,
  type PersonProblems,
  personProblems,
} from './person.ts';

const nobody: PersonAnswers = { name: '', phone: '', priority: false };

/** “Who is coming?”: a name, a number, and whether to be served first. */
export class PersonStep implements BookingStep {
  readonly number = 2;

  readonly #context: LaterContext;
  readonly #when: () => string;
  readonly #onDone: () => void;
  #answers = nobody;
  #problems: PersonProblems = new Map();

  /** @param when - Which day and time the seat is held for. */
  constructor(context: LaterContext, when: () => string, onDone: () => void) {
    this.#context = context;
    this.#when = when;
    this.#onDone = onDone;
  }

  /** The answers as the server wants them; undefined while something is missing or wrong. */
  get person(): Person | undefined {
    return personOf(this.#answers);
  }

  /** Whether something would be lost with the page. */
  get isTyped(): boolean {
    return this.#answers.name + this.#answers.phone !== '';
  }

  /** Somebody else may come next. */
  forget(): void {
    this.#answers = nobody;
  }

  get heading() {
    return this.#context.messages().askPerson;
  }

  get action() {
    return this.#context.messages().next;
  }

  submit() {
    this.#problems = personProblems(this.#answers);
    if (this.#problems.size) this.#context.focusOn('error-summary');
    else this.#onDone();
  }

  leave() {
    this.#problems = new Map();
  }

  /** The server refused these fields, which we took for right. */
  refuse(fields: readonly ('name' | 'phone')[]) {
    this.#problems = new Map(
      fields.map((field) => [field, field === 'name' ? 'nameWrong' : 'phoneWrong']),
    );
    this.#context.focusOn('error-summary');
  }

  renderProblem() {
    const t = this.#context.messages();
    return this.#problems.size
      ? errorSummary(
          t.errorSummary,
          new Map([...this.#problems].map(([field, name]) => [field, t[name]])),
        )
      : nothing;
  }

  render() {
    const t = this.#context.messages();
    const { name, phone, priority } = this.#answers;
    return html`
      <p><strong>${this.#when()}</strong></p>
      ${textField({
        id: 'name',
        label: t.name,
        hint: t.nameHint,
        error: this.#problem('name'),
        value: name,
        autocomplete: 'name',
        maxLength: longestName,
        onInput: (typed) => this.#take('name', typed),
      })}
      ${textField({
        id: 'phone',
        label: t.phone,
        hint: t.phoneHint,
        error: this.#problem('phone'),
        value: phone,
        type: 'tel',
        inputMode: 'tel',
        autocomplete: 'tel',
        onInput: (typed) => this.#take('phone', typed),
      })}
      <div class="priority">
        <label class="tick-line">
          <input
            type="checkbox"
            id="priority"
            name="priority"
            aria-describedby="priority-hint"
            .checked=${live(priority)}
            @change=${(event: Event) =>
              this.#take('priority', (event.target as HTMLInputElement).checked)}
          />
          <span>${t.priority}</span>
        </label>
        <p class="hint" id="priority-hint">${t.priorityHint}</p>
      </div>
    `;
  }

  #problem(field: 'name' | 'phone') {
    const name = this.#problems.get(field);
    return name && this.#context.messages()[name];
  }

  #take<K extends keyof PersonAnswers>(field: K, value: PersonAnswers[K]) {
    this.#answers = { ...this.#answers, [field]: value };
    // What is being mended is no longer said to be wrong.
    this.#problems = new Map([...this.#problems].filter(([id]) => id !== field));
    this.#context.host.requestUpdate();
  }
}
