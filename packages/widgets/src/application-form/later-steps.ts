import { type Application, askedDocuments, type NewApplication } from '@mpp-digital/contract';
import { newKey } from '@mpp-digital/sdk';
import { Applications, MppError } from '@mpp-digital/sdk/resources';
import { html, nothing } from 'lit';

import { announce } from '../announce.ts';
import { cleanName, longestName, personOf, personProblems } from '../booking-form/person.ts';
import { problem, problemId } from '../form/problem.ts';
import { textField } from '../form/text-field.ts';
import { errorText } from '../messages/error-text.ts';
import {
  applicationSteps,
  type ApplicationStepsMessages,
} from '../messages/id/application-steps.ts';
import { patiently } from '../patience.ts';
import type { Problems } from './answer-problems.ts';
import type { ApplicationContext, Step } from './application-context.ts';
import { documentsStep, fileField } from './documents-step.ts';
import { receipt } from './receipt.ts';
import { reviewStep } from './review-step.ts';
import { SentFiles } from './sent-files.ts';

/** All that the form's own steps do without: documents, who applies, the summary, the receipt. */
export class LaterSteps {
  application: Application | undefined;
  isBusy = false;

  readonly #context: ApplicationContext;
  readonly #files: SentFiles;
  #english: ApplicationStepsMessages | undefined;
  #refusal: unknown;
  #isSlow = false;
  #key = '';
  #sent = '';

  constructor(context: ApplicationContext) {
    this.#context = context;
    this.#files = new SentFiles(context.transport, () => context.host.requestUpdate());
  }

  /** Another form: nothing of the last one stays. */
  begin(): void {
    this.#files.clear();
    this.application = this.#refusal = undefined;
    this.#sent = '';
  }

  /** The line is back. */
  resume(): void {
    this.#files.resume();
  }

  get #messages() {
    if (this.#context.locale() === 'en' && !this.#english) {
      import('../messages/en/application-steps.ts').then(
        (module) => {
          this.#english = module.applicationSteps;
          this.#context.host.requestUpdate();
        },
        () => undefined,
      );
    }
    const words = this.#context.locale() === 'en' ? this.#english : undefined;
    return {
      ...(words ?? applicationSteps),
      ...this.#context.messages(),
      ...(words ? { refusals: words.refusals } : { refusals: applicationSteps.refusals }),
    };
  }

  get action(): string {
    return this.isBusy ? this.#messages.sendingAll : this.#messages.send;
  }

  heading(step: Step): string {
    const t = this.#messages;
    return step === 'documents' ? t.documents : step === 'person' ? t.person : t.review;
  }

  get #documents() {
    return askedDocuments(this.#context.form(), this.#context.answers());
  }

  problemsOf(step: Step): Problems {
    const t = this.#messages;
    if (step === 'person') {
      const { name, phone } = this.#context.contact;
      const wrong = personProblems({ name, phone, priority: false });
      return new Map([...wrong].map(([field, sentence]) => [field, t[sentence]]));
    }
    if (step !== 'documents') return new Map();
    return new Map(
      this.#documents.flatMap(({ code, text, optional }): [string, string][] => {
        const files = this.#files.of(code);
        const label = text[this.#context.locale()];
        if (files.some(({ state }) => state !== 'sent')) {
          return [[fileField(code), t.documentUnsent(label)]];
        }
        return files.length > 0 || optional ? [] : [[fileField(code), t.documentMissing(label)]];
      }),
    );
  }

  render(step: Step, problems: Problems) {
    const t = this.#messages;
    const { contact, onChange } = this.#context;
    if (step === 'documents') {
      return documentsStep(this.#documents, this.#files, problems, this.#context.locale(), t);
    }
    if (step === 'person') {
      const field = (id: 'name' | 'phone', label: string, hint: string) =>
        textField({
          ...{ id, label, hint, value: contact[id], error: problems.get(id) },
          ...(id === 'name'
            ? { autocomplete: 'name', maxLength: 2 * longestName }
            : { autocomplete: 'tel', type: 'tel', inputMode: 'tel' }),
          onInput: (typed) => {
            contact[id] = typed;
            onChange();
          },
        });
      return html`${field('name', t.name, t.nameHint)} ${field('phone', t.phone, t.phoneHint)}`;
    }
    return html`
      ${this.#refusal ? problem(errorText(this.#refusal, t)) : nothing}
      ${reviewStep(this.#context, this.#documents, this.#files, t)}
      <p class="muted">${t.privacy}</p>
      ${this.#isSlow ? html`<p role="status">${t.slow}</p>` : nothing}
    `;
  }

  renderReceipt() {
    return this.application
      ? receipt(this.application, this.#context.locale(), this.#messages)
      : nothing;
  }

  submit(): void {
    const { contact, answers, serviceId } = this.#context;
    const person = personOf({ ...contact, priority: false });
    const codes = this.#documents.map(({ code }) => code);
    for (const step of ['documents', 'person'] as const) {
      if (this.problemsOf(step).size > 0) return this.#context.change(step);
    }
    if (!person || this.isBusy) return;
    void this.#send({
      serviceId: serviceId(),
      name: cleanName(person.name),
      phone: person.phone,
      answers: answers(),
      documents: this.#files.handedIn(codes),
    });
  }

  /** The same once more goes with the same key: sent twice, handed in once. */
  async #send(application: NewApplication) {
    const content = JSON.stringify(application);
    if (content !== this.#sent) this.#key = newKey();
    this.#sent = content;
    this.isBusy = true;
    this.#refusal = undefined;
    this.#context.host.requestUpdate();
    try {
      const options = { idempotencyKey: this.#key };
      const answer = new Applications(this.#context.transport()).submit(application, options);
      this.application = await patiently(answer, () => {
        this.#isSlow = true;
        this.#context.host.requestUpdate();
      });
      this.#files.clear();
      this.#context.contact.name = this.#context.contact.phone = '';
      this.#context.onApplied(this.application);
      announce(this.#messages.done);
      this.#context.focusOn('heading');
    } catch (error) {
      this.#refusal = error;
      const code = error instanceof MppError ? error.code : undefined;
      // Refusals are not kept under a key, but this one is spoilt.
      if (code === 'key_reused') this.#sent = '';
      this.#context.focusOn(problemId);
      // What we have found good is not good any more: the form has changed since it was read.
      if (code === 'invalid_request') await this.#context.refresh().catch(() => undefined);
    } finally {
      this.isBusy = this.#isSlow = false;
      this.#context.host.requestUpdate();
    }
  }
}
