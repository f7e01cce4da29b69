import {
  askedDocuments,
  type FormAnswers,
  type FormDefinition,
  hiddenFields,
} from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationFormMessages } from '../messages/id/application-form.ts';
import type { Step } from './application-context.ts';

/** The steps in which something is asked, as the answers stand. */
export function stepsOf(form: FormDefinition, answers: FormAnswers): Step[] {
  const hidden = hiddenFields(form.schema, answers);
  return [
    ...form.ui.steps.flatMap(({ fields }, i) =>
      fields.some(({ name }) => !hidden.has(name)) ? [i] : [],
    ),
    ...(askedDocuments(form, answers).length > 0 ? (['documents'] as const) : []),
    'person',
    'review',
  ];
}

/** The way back, and how far one has come. */
export function stepTop(
  place: number,
  count: number,
  back: () => void,
  t: ApplicationFormMessages,
): TemplateResult {
  return html`
    <div class="row">
      ${
        place === 0
          ? nothing
          : html`<button type="button" class="plain" @click=${back}>
              <span aria-hidden="true">‹ </span>${t.back}
            </button>`
      }
      <p class="muted">${t.step(place + 1, count)}</p>
    </div>
  `;
}

/** Where a service has no form: how to get it otherwise. */
export function noForm(href: string, t: ApplicationFormMessages): TemplateResult {
  return html`<p>${t.none}</p>
    <p><a href=${href}>${t.noneHow}</a></p>`;
}
