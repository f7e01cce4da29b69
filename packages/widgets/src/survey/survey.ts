import { parseCode, type Survey as Questions } from '@mpp-digital/contract';
import { Feedback, MppError } from '@mpp-digital/sdk/resources';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

import { announce } from '../announce.ts';
import { MppElement } from '../element.ts';
import { errorSummary } from '../form/error-summary.ts';
import { problem, problemId } from '../form/problem.ts';
import { textField } from '../form/text-field.ts';
import { Waiting } from '../form/waiting.ts';
import { errorText } from '../messages/error-text.ts';
import { survey, type SurveyMessages } from '../messages/id/survey.ts';
import { PageFragment } from '../page-fragment.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { type Chosen, fieldOf, questionField, whole } from './answers.ts';
import { styles } from './survey.styles.ts';

const codeField = 'code';

/**
 * Asks one who was served how it was: the nine questions of the satisfaction survey (SKM). Whose
 * answers they are is kept nowhere; the code makes sure of one answer for one visit.
 *
 * @summary The satisfaction survey, after a visit.
 *
 * @csspart question - A question with its answers.
 * @csspart field - A label with its hint and control.
 * @csspart notice - What went wrong.
 *
 * @example
 * ```html
 * <mpp-survey code="7K3M9QXT2BHR"></mpp-survey>
 * ```
 *
 * @tag mpp-survey
 *
 * @attr code - The code of the visit, typed in any fashion, or a ticket's secret. Without it, it is asked for.
 * @attr fragment - Takes the code out of the page's address, `…/survei#<code>`.
 */
export class Survey extends MppElement<SurveyMessages> {
  /** @internal */
  static override styles = [tokens, controls, styles];

  static override properties: PropertyDeclarations = {
    ...MppElement.properties,
    code: {},
    fragment: { type: Boolean },
  };

  /** The code of the visit; without one that can be right, it is asked for. */
  declare code: string;

  /**
   * Reads the code from the fragment of the page's address, `…#<code>`, and removes it from there.
   * For the page that a status leads to.
   */
  declare fragment: boolean;

  protected override readonly texts = {
    id: survey,
    en: () => import('../messages/en/survey.ts').then((module) => module.survey),
  };

  readonly #waiting: Waiting = new Waiting(this);
  readonly #fragment: PageFragment = new PageFragment(
    this,
    () => this.fragment,
    (fragment) => (this.code = fragment),
  );
  #questions: Questions | undefined;
  #chosen: Chosen = {};
  #typed = '';
  #wrong: ReadonlyMap<string, string> = new Map<string, string>();
  #trouble: unknown;
  #isSending = false;
  #end: 'thanks' | 'answered' | undefined;

  constructor() {
    super();
    this.code = '';
    this.fragment = false;
  }

  protected override firstUpdated(
    ...changed: Parameters<MppElement<SurveyMessages>['firstUpdated']>
  ) {
    super.firstUpdated(...changed);
    this.#fragment.read();
    void this.#load();
  }

  async #load() {
    this.#trouble = undefined;
    this.requestUpdate();
    try {
      this.#questions = await this.#waiting.for(new Feedback(this.transport).questions());
    } catch (error) {
      this.#trouble = error;
    }
    this.requestUpdate();
  }

  /** The code at hand: the page's, else what was typed. */
  get #code(): string | undefined {
    return parseCode(this.code) ?? parseCode(this.#typed);
  }

  async #send(t: SurveyMessages) {
    if (this.#isSending) return;
    this.#trouble = undefined;
    const code = this.#code;
    const answers = whole(this.#chosen);
    this.#wrong = this.#whatIsWrong(code, t);
    if (code === undefined || !answers) return this.#show('error-summary');
    this.#isSending = true;
    this.requestUpdate();
    try {
      await new Feedback(this.transport).answer(code, answers);
      this.#end = 'thanks';
    } catch (error) {
      if (error instanceof MppError && error.code === 'already_answered') this.#end = 'answered';
      else this.#trouble = error;
    }
    this.#isSending = false;
    await this.#show(problemId);
    if (this.#end) announce(t[this.#end]);
  }

  #whatIsWrong(code: string | undefined, t: SurveyMessages): ReadonlyMap<string, string> {
    const missing =
      this.#questions?.questions.filter(({ element }) => !this.#chosen[element]) ?? [];
    return new Map([
      ...(code === undefined ? [[codeField, t.codeWrong] as const] : []),
      ...missing.map(
        ({ element, name }) => [fieldOf(element), t.missing(name[this.locale])] as const,
      ),
    ]);
  }

  /** Moves the focus to what has to be read now. */
  async #show(id: string) {
    this.requestUpdate();
    await this.updateComplete;
    const place = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    if (place) place.focus();
    else this.focus();
  }

  protected override render(): TemplateResult {
    const t = this.messages;
    if (this.#end) {
      return html`<h2 data-heading tabindex="-1">${t.thanksHeading}</h2>
        <p>${t[this.#end]}</p>`;
    }
    return html`
      <h2 data-heading tabindex="-1">${t.heading}</h2>
      <p>${t.privacy}</p>
      ${this.#questions ? this.#form(this.#questions, t) : this.#beforeForm(t)}
    `;
  }

  #beforeForm(t: SurveyMessages) {
    if (!this.#trouble) return this.#waiting.render(t);
    const again = { label: t.retry, run: () => void this.#load() };
    return problem(errorText(this.#trouble, t), again);
  }

  #form({ questions }: Questions, t: SurveyMessages) {
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      void this.#send(t);
    };
    return html`
      ${errorSummary(t.wrongHeading, this.#wrong)}
      <form @submit=${onSubmit} novalidate>
        ${
          parseCode(this.code) === undefined
            ? textField({
                id: codeField,
                label: t.codeLabel,
                hint: t.codeHint,
                value: this.#typed,
                error: this.#wrong.get(codeField),
                maxLength: 60,
                onInput: (typed) => (this.#typed = typed),
              })
            : nothing
        }
        ${questions.map((question) => {
          const { element } = question;
          const choose = (score: number) => {
            this.#chosen = { ...this.#chosen, [element]: score };
            this.requestUpdate();
          };
          const isMissing = this.#wrong.has(fieldOf(element)) && !this.#chosen[element];
          return questionField(question, this.#chosen[element], isMissing, choose, this.locale, t);
        })}
        ${this.#trouble ? problem(this.#sentence(t)) : nothing}
        <button class="primary" aria-disabled=${this.#isSending ? 'true' : nothing}>
          ${this.#isSending ? t.sending : t.send}
        </button>
      </form>
    `;
  }

  #sentence(t: SurveyMessages) {
    const code = this.#trouble instanceof MppError ? this.#trouble.code : 'internal';
    if (code === 'not_found') return t.codeUnknown;
    return code === 'wrong_state' ? t.tooEarly : errorText(this.#trouble, t);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-survey': Survey;
  }
}
