import type { SurveyElement } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { survey } from '../survey.ts';
import { errorSummary, textField } from './field.ts';
import type { Frame, Markup } from './page.ts';

/** What was answered so far, and what is wrong with it. */
export interface Answered {
  /** The code, as it was typed. */
  typed: string;
  codeError?: string | undefined;
  /** Scores by element; what is missing is asked for again. */
  scores: Partial<Record<SurveyElement, string>>;
  /** Whether to say what is missing. */
  isSent: boolean;
}

/** The nine questions, with the code of the visit. */
export function surveyPage(frame: Frame, { typed, codeError, scores, isSent }: Answered): Markup {
  const { words, language, page } = frame;
  const missing = survey.questions.filter(({ element }) => isSent && !scores[element]);
  const errors = [
    ...(codeError === undefined ? [] : [{ field: 'kode', text: codeError }]),
    ...missing.map(({ element, name }) => ({
      field: `${element}-1`,
      text: words.surveyMissing(name[language]),
    })),
  ];
  return html`<h1>${words.surveyHeading}</h1>
    <p>${words.surveyPrivacy}</p>
    ${errorSummary(frame, errors)}
    <form method="post" action="${page('survei')}" novalidate>
      ${textField({
        name: 'kode',
        label: words.trackLabel,
        hint: words.trackHint,
        value: typed,
        error: codeError,
        maxLength: 60,
      })}
      ${survey.questions.map(({ element, question, answers }) => {
        const isMissing = isSent && !scores[element];
        return html`<fieldset class="field">
          <legend>${question[language]}</legend>
          ${isMissing ? html`<span class="error">${words.surveyChoose}</span>` : ''}
          <div class="choices">
            ${answers.map((answer, place) => {
              const score = String(place + 1);
              return html`<label
                ><input
                  type="radio"
                  id="${element}-${score}"
                  name="${element}"
                  value="${score}"
                  required
                  ${scores[element] === score ? html`checked` : ''}
                />${answer[language]}</label
              >`;
            })}
          </div>
        </fieldset>`;
      })}
      <button name="kirim" value="1">${words.surveySend}</button>
    </form>`;
}

/** What stands in the place of the questions when nothing is left to ask. */
export function surveyEnd({ words, page }: Frame, heading: string, text: string): Markup {
  return html`<h1>${heading}</h1>
    <p>${text}</p>
    <p><a href="${page('lacak')}">${words.trackPage}</a></p>`;
}
