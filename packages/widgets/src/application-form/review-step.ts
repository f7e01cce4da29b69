import {
  type AnswerField,
  type FieldSchema,
  type FormDocument,
  type FormField,
} from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { cleanName } from '../booking-form/person.ts';
import { longDay } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import type { ApplicationFormMessages } from '../messages/id/application-form.ts';
import type { ApplicationStepsMessages } from '../messages/id/application-steps.ts';
import type { ApplicationContext, Step } from './application-context.ts';
import { fileField } from './documents-step.ts';
import type { SentFiles } from './sent-files.ts';

type Messages = ApplicationFormMessages & ApplicationStepsMessages;

/** All answers once more, each with a way to change it. */
export function reviewStep(
  context: ApplicationContext,
  documents: readonly FormDocument[],
  files: SentFiles,
  t: Messages,
): TemplateResult {
  const { ui, schema } = context.form();
  const answers = context.answers();
  const locale = context.locale();
  const row = (label: string, value: unknown, step: Step, field: string) => html`
    <div class="answer">
      <dt>${label}</dt>
      <dd>${value}</dd>
      <dd class="answer-change">
        <button type="button" class="plain" @click=${() => context.change(step, field)}>
          ${t.change}<span class="visually-hidden"> ${label}</span>
        </button>
      </dd>
    </div>
  `;
  return html`
    <dl class="answers">
      ${ui.steps.map(({ fields }, step) =>
        fields.map((field) => {
          const rule = schema.properties[field.name];
          const answer = answers[field.name];
          if (!rule || answer === undefined) return nothing;
          const first = rule.properties
            ? `f-${field.name}-${field.fields?.[0]?.name ?? ''}`
            : rule.items
              ? `f-${field.name}-0`
              : `f-${field.name}`;
          return row(field.label[locale], shown(field, rule, answer, locale, t), step, first);
        }),
      )}
      ${documents.map(({ code, text }) =>
        row(text[locale], t.files(files.of(code).length), 'documents', fileField(code)),
      )}
      ${row(t.name, html`<bdi>${cleanName(context.contact.name)}</bdi>`, 'person', 'name')}
      ${row(t.phone, context.contact.phone.trim(), 'person', 'phone')}
    </dl>
  `;
}

/** An answer as people read it. */
function shown(
  field: FormField | AnswerField,
  schema: FieldSchema,
  answer: unknown,
  locale: Locale,
  t: Messages,
): unknown {
  if (typeof answer === 'boolean') return answer ? t.yes : t.no;
  if (typeof answer === 'number') {
    const unit = field.unit?.[locale];
    // A year is not written in thousands.
    const plain = unit ? new Intl.NumberFormat(locale).format(answer) : String(answer);
    return unit ? `${plain} ${unit}` : plain;
  }
  const inner = schema.properties ?? schema.items?.properties;
  const questions = 'fields' in field ? (field.fields ?? []) : [];
  if (Array.isArray(answer)) {
    return html`<ol class="shown">
      ${answer.map((each: unknown) => html`<li>${shownWithin(each, questions, inner, locale, t)}</li>`)}
    </ol>`;
  }
  if (typeof answer === 'object' && answer) {
    return shownWithin(answer, questions, inner, locale, t);
  }
  const text = String(answer);
  if (schema.format === 'date') return longDay(text, locale);
  return (
    field.options?.find(({ value }) => value === text)?.label[locale] ?? html`<bdi>${text}</bdi>`
  );
}

function shownWithin(
  answers: unknown,
  questions: readonly AnswerField[],
  properties: Readonly<Record<string, FieldSchema>> | undefined,
  locale: Locale,
  t: Messages,
): TemplateResult {
  const given = answers as Record<string, unknown>;
  return html`${questions.map((field) => {
    const rule = properties?.[field.name];
    const answer = given[field.name];
    return rule && answer !== undefined
      ? html`<span class="part">${shown(field, rule, answer, locale, t)}</span>`
      : nothing;
  })}`;
}
