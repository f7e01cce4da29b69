import type { SurveyAnswers, SurveyElement, SurveyQuestion } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import type { Locale } from '../language.ts';
import type { SurveyMessages } from '../messages/id/survey.ts';

/** Scores by element, as far as they were chosen. */
export type Chosen = Partial<Record<SurveyElement, number>>;

/** All nine, when none is missing. */
export function whole(chosen: Chosen): SurveyAnswers | undefined {
  const { requirements, procedure, time, cost, product, competence, ...rest } = chosen;
  const { behaviour, complaints, facilities } = rest;
  if (!requirements || !procedure || !time || !cost || !product) return undefined;
  if (!competence || !behaviour || !complaints || !facilities) return undefined;
  return {
    ...{ requirements, procedure, time, cost, product },
    ...{ competence, behaviour, complaints, facilities },
  };
}

/** Id of a question's first answer: where what is missing can be mended. */
export const fieldOf = (element: SurveyElement): string => `${element}-1`;

/** One question with its four answers. */
export function questionField(
  { element, question, answers }: SurveyQuestion,
  score: number | undefined,
  isMissing: boolean,
  choose: (score: number) => void,
  locale: Locale,
  t: SurveyMessages,
): TemplateResult {
  const wrong = `${element}-wrong`;
  return html`
    <fieldset part="question" aria-describedby=${isMissing ? wrong : nothing}>
      <legend>${question[locale]}</legend>
      ${isMissing ? html`<p class="wrong" id=${wrong}>${t.choose}</p>` : nothing}
      <div class="answers">
        ${answers.map(
          (answer, place) => html`
            <label>
              <input
                type="radio"
                name=${element}
                id="${element}-${place + 1}"
                .checked=${score === place + 1}
                @change=${() => choose(place + 1)}
              />
              <span>${answer[locale]}</span>
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}
