import { MppError } from '@mpp-digital/sdk/resources';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { announce } from '../announce.ts';
import { MppElement } from '../element.ts';
import { errorSummary } from '../form/error-summary.ts';
import { notice } from '../form/notice.ts';
import { problem } from '../form/problem.ts';
import { Later } from '../later.ts';
import { errorText } from '../messages/error-text.ts';
import { applicationForm, type ApplicationFormMessages } from '../messages/id/application-form.ts';
import { OwnHistory } from '../own-history.ts';
import { Reconnect } from '../reconnect.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { problemsOf, type Problems } from './answer-problems.ts';
import type { Step } from './application-context.ts';
import { styles } from './application-form.styles.ts';
import { AppliedEvent } from './applied-event.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { formFields } from './form-fields.ts';
import { FormReading } from './form-reading.ts';
import { noForm, stepsOf, stepTop } from './form-steps.ts';
import { keepQuestion } from './keep-question.ts';
import type { LaterSteps } from './later-steps.ts';

/**
 * Lets a citizen apply for a service online: the service's form step by step, documents, name and
 * phone, check, receipt with a code. What is typed stays in memory, unless one asks for it to be kept
 * on the device. Documents are sent as soon as they are chosen.
 *
 * @summary Application form, from the first question to the receipt.
 *
 * @tag mpp-application-form
 *
 * @attr service - Id of the service.
 * @attr kiosk - On a device that others use, too: nothing can be kept on it.
 *
 * @event {AppliedEvent} mpp-applied - An application was handed in.
 *
 * @csspart field - One question with its hint, error and control.
 * @csspart group - Questions that belong together.
 * @csspart item - One of several groups.
 * @csspart notice - A sentence that matters.
 *
 * @cssproperty [--mpp-color-brand=#0b5cad] - Colour of what can be pressed.
 *
 * @example
 * ```html
 * <mpp-application-form regency="35.79" service="sip-perawat"></mpp-application-form>
 * ```
 */
export class ApplicationForm extends MppElement<ApplicationFormMessages> {
  /** @internal */
  static override styles = [tokens, controls, styles];

  static override properties: PropertyDeclarations = {
    ...MppElement.properties,
    service: {},
    kiosk: { type: Boolean },
  };

  /** Id of the service. The form starts anew when it changes. */
  declare service: string;

  /** On a device that others use, too: nothing can be kept on it. */
  declare kiosk: boolean;

  protected override readonly texts = {
    id: applicationForm,
    en: () => import('../messages/en/application-form.ts').then((m) => m.applicationForm),
  };

  readonly #history: OwnHistory<Step> = new OwnHistory<Step>(this, (step) => this.#show(step));
  readonly #drafts: DraftKeeper = new DraftKeeper(this, {
    isForbidden: () => this.kiosk,
    id: () => `${this.pages} ${this.service}`,
    answers: () => ({ typed: this.#reading.typed, contact: this.#reading.contact }),
  });
  readonly #reading: FormReading = new FormReading(this, {
    transport: () => this.transport,
    serviceId: () => this.service,
    id: () => this.pages + this.service,
    drafts: this.#drafts,
    onBegin: () => {
      this.#history.begin();
      this.#step = 0;
      this.#isReviewed = false;
      this.#later.value?.begin();
    },
  });
  readonly #later: Later<LaterSteps> = new Later(this, async () => {
    const { LaterSteps } = await import('./later-steps.ts');
    return new LaterSteps({
      host: this,
      transport: () => this.transport,
      messages: () => this.messages,
      locale: () => this.locale,
      serviceId: () => this.service,
      form: () => this.#reading.form!,
      answers: () => this.#reading.answers,
      contact: this.#reading.contact,
      onChange: this.#changed,
      change: (step, field) => this.#change(step, field),
      focusOn: (id) => this.#focusOn(id),
      refresh: () => this.#refresh(),
      onApplied: ({ service }) => {
        this.#reading.typed = {};
        void this.#drafts.forget();
        this.dispatchEvent(new AppliedEvent(service.id));
      },
    });
  });

  #step: Step = 0;
  /** Whether the summary was seen: then each step leads back to it. */
  #isReviewed = false;
  /** Ids of the fields that were wrong when one wanted to go on: they are right as soon as mended. */
  #pressed: ReadonlySet<string> = new Set();
  #focus = '';

  constructor() {
    super();
    this.service = '';
    this.kiosk = false;
    new Reconnect(this, () => {
      if (this.#reading.error) void this.#reading.read();
      this.#later.fetch();
      this.#later.value?.resume();
    });
  }

  protected override updated(): void {
    if (!this.#focus) return;
    const wanted = this.#focus === 'heading' ? '[data-heading]' : `#${CSS.escape(this.#focus)}`;
    const part = this.renderRoot.querySelector<HTMLElement>(wanted);
    part?.focus();
    if (part) this.#focus = '';
  }

  #focusOn(id: string) {
    this.#focus = id;
    this.requestUpdate();
  }

  /** Reads the form anew, and keeps what was typed. */
  async #refresh() {
    const form = await this.#reading.refresh();
    const wrong = problemsOf(form, this.#reading.answers, this.locale, this.messages);
    const place = form.ui.steps.findIndex(({ fields }) =>
      fields.some(({ name }) => wrong.has(name)),
    );
    if (place >= 0) this.#change(place);
  }

  readonly #changed = () => {
    this.#drafts.keep();
    this.requestUpdate();
  };

  get #steps(): Step[] {
    return stepsOf(this.#reading.form!, this.#reading.answers);
  }

  #problemsOf(step: Step): Problems {
    if (typeof step !== 'number') return this.#later.value?.problemsOf(step) ?? new Map();
    const all = problemsOf(this.#reading.form!, this.#reading.answers, this.locale, this.messages);
    const fields = this.#reading.form!.ui.steps[step]?.fields ?? [];
    return new Map(fields.flatMap(({ name }) => [...(all.get(name) ?? [])]));
  }

  #show(step: Step) {
    this.#step = step;
    this.#pressed = new Set();
    if (step === 'review') this.#isReviewed = true;
    this.#focusOn('heading');
  }

  #change(step: Step, field?: string) {
    this.#history.go(this.#step, step);
    this.#show(step);
    if (field) this.#focusOn(field);
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const problems = this.#problemsOf(this.#step);
    this.#pressed = new Set(problems.keys());
    if (problems.size > 0) return this.#focusOn('error-summary');
    if (this.#step === 'review') return this.#later.value?.submit();
    const steps = this.#steps;
    const open = steps.find((step) => step !== 'review' && this.#problemsOf(step).size > 0);
    const next = steps[steps.indexOf(this.#step) + 1] ?? 'review';
    this.#change(this.#isReviewed ? (open ?? 'review') : next);
  };

  readonly #back = () => {
    const steps = this.#steps;
    const before = steps[steps.indexOf(this.#step) - 1];
    if (!this.#history.back() && before !== undefined) this.#show(before);
  };

  protected override render() {
    const t = this.messages;
    const { value: later } = this.#later;
    if (later?.application) return later.renderReceipt();
    const { form } = this.#reading;
    if (!form) return this.#beforeForm(t);
    const steps = this.#steps;
    const step = steps.includes(this.#step) ? this.#step : steps[0]!;
    const { title, help } =
      typeof step === 'number' ? form.ui.steps[step]! : { title: undefined, help: undefined };
    const wrong = new Map([...this.#problemsOf(step)].filter(([id]) => this.#pressed.has(id)));
    const intro = step === steps[0] ? form.ui.intro?.[this.locale] : undefined;
    return html`
      <form class="stack step" novalidate @submit=${this.#submit}>
        ${stepTop(steps.indexOf(step), steps.length, this.#back, t)}
        ${this.#drafts.wasRead && step === steps[0] ? this.#keptNotice(t) : nothing}
        ${errorSummary(t.wrongHeading, wrong)}
        <h2 data-heading tabindex="-1">
          ${title?.[this.locale] ?? (typeof step === 'number' ? t.title : later?.heading(step))}
        </h2>
        ${intro ? html`<p>${intro}</p>` : nothing}
        ${help ? html`<p>${help[this.locale]}</p>` : nothing}
        ${
          typeof step === 'number'
            ? keyed(
                step,
                html`<div class="stack">
                  ${formFields(form.ui.steps[step]!.fields, form.schema, this.#reading.typed, 'f', {
                    locale: this.locale,
                    t,
                    problems: wrong,
                    onChange: this.#changed,
                    focusOn: (id) => this.#focusOn(id),
                  })}
                </div>`,
              )
            : (later?.render(step, wrong) ?? this.#laterMissing(t))
        }
        ${step === steps[0] || step === 'person' ? keepQuestion(this.#drafts, t, () => void this.#forget(t)) : nothing}
        ${
          typeof step === 'number' || later
            ? html`<button
                class="primary"
                aria-disabled=${step === 'review' && later?.isBusy ? 'true' : nothing}
              >
                ${step === 'review' ? later?.action : this.#isReviewed ? t.toReview : t.next}
              </button>`
            : nothing
        }
      </form>
    `;
  }

  #beforeForm(t: ApplicationFormMessages) {
    const isNone =
      !this.service ||
      (this.#reading.error instanceof MppError && this.#reading.error.code === 'not_found');
    const again = { label: t.retry, run: () => void this.#reading.read() };
    return html`
      <h2 data-heading tabindex="-1">${t.title}</h2>
      ${
        isNone
          ? noForm(this.page(this.service ? `layanan/${this.service}` : 'layanan'), t)
          : this.#reading.error
            ? problem(errorText(this.#reading.error, t), again)
            : this.#reading.waiting.render(t)
      }
    `;
  }

  #laterMissing(t: ApplicationFormMessages) {
    if (!this.#later.error)
      return html`${this.#later.whenHere(() => this.requestUpdate())}
      ${this.#reading.waiting.render(t)}`;
    return problem(t.errors.unreachable, { label: t.retry, run: () => this.#later.fetch() });
  }

  #keptNotice(t: ApplicationFormMessages) {
    return notice('information', t.kept, { label: t.forget, run: () => void this.#forget(t) });
  }

  async #forget(t: ApplicationFormMessages) {
    await this.#drafts.forget();
    announce(t.forgotten);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-application-form': ApplicationForm;
  }
}
