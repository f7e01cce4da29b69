import { type AnswerField, type FormField, hiddenFields } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { announce } from '../announce.ts';
import { answerControl } from './answer-control.ts';
import type { FieldContext } from './field-context.ts';
import { type Fields, emptyFields, readAnswers, type Typed, within } from './typed-answers.ts';

/** Where what is typed is kept, and who is told. */
export interface FieldsContext extends Omit<FieldContext, 'isRequired'> {
  /** Something was typed, or a group came or went. */
  onChange: () => void;
  /** Gives the focus to what has this id, once it is on the screen. */
  focusOn: (id: string) => void;
}

/** The fields that are asked, in their order. What an answer brings up stands right below it. */
export function formFields(
  asked: readonly (AnswerField | FormField)[],
  fields: Fields,
  typed: Typed,
  id: string,
  context: FieldsContext,
): TemplateResult[] {
  const hidden = hiddenFields(fields, readAnswers(fields, typed));
  const required = new Set([
    ...fields.required,
    ...(fields.allOf ?? []).flatMap(({ then }) => then?.required ?? []),
  ]);
  return asked
    .filter(({ name }) => !hidden.has(name))
    .map((field) => {
      const { name } = field;
      const schema = fields.properties[name]!;
      const own = `${id}-${name}`;
      const isRequired = required.has(name);
      const inner = within(schema);
      const set = (value: string | boolean) => {
        typed[name] = value;
        context.onChange();
      };
      if (!inner) {
        const control = { ...context, isRequired, value: typed[name], set };
        return html`${keyed(own, answerControl(field, schema, own, control))}`;
      }
      const questions = 'fields' in field ? (field.fields ?? []) : [];
      if (schema.type === 'object') {
        const part = (typed[name] ??= emptyFields(inner)) as Typed;
        return html`
          <fieldset class="group" part="group">
            <legend>${field.label[context.locale]}</legend>
            ${help(field, context)} ${formFields(questions, inner, part, own, context)}
          </fieldset>
        `;
      }
      const list = (typed[name] ??= []) as Typed[];
      return repeatedGroup(field, { inner, list, id: own, questions, ...limits(schema) }, context);
    });
}

interface Group {
  inner: Fields;
  list: Typed[];
  id: string;
  questions: readonly AnswerField[];
  least: number;
  most: number;
}

function repeatedGroup(
  field: FormField,
  { inner, list, id, questions, least, most }: Group,
  context: FieldsContext,
): TemplateResult {
  const { locale, t, problems } = context;
  const item = field.item?.[locale] ?? field.label[locale];
  const add = () => {
    list.push(emptyFields(inner));
    context.onChange();
    context.focusOn(`${id}-${String(list.length - 1)}`);
    announce(t.added(`${item} ${String(list.length)}`));
  };
  const remove = (i: number) => {
    list.splice(i, 1);
    context.onChange();
    // The next one, the one before, or where another can be added: never nowhere.
    context.focusOn(list.length > 0 ? `${id}-${String(Math.min(i, list.length - 1))}` : id);
    announce(t.removed(`${item} ${String(i + 1)}`));
  };
  const error = problems.get(id);
  return html`
    <fieldset class="group" part="group">
      <legend>${field.label[locale]}</legend>
      ${help(field, context)}
      ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
      ${list.map((each, i) => {
        const own = `${id}-${String(i)}`;
        const title = `${item} ${String(i + 1)}`;
        // The focus goes into the legend: Firefox hands a legend's own on to the first field.
        return html`
          <fieldset class="item" part="item">
            <legend>
              <span tabindex="-1" id=${own}>${title}</span>
            </legend>
            ${formFields(questions, inner, each, own, context)}
            ${
              list.length > least
                ? html`<button type="button" class="plain" @click=${() => remove(i)}>
                    ${t.remove(title)}
                  </button>`
                : nothing
            }
          </fieldset>
        `;
      })}
      ${
        list.length < most
          ? html`<button
              type="button"
              id=${id}
              aria-describedby=${error ? `${id}-error` : nothing}
              @click=${add}
            >
              ${t.add(item)}
            </button>`
          : nothing
      }
    </fieldset>
  `;
}

const limits = ({
  minItems = 0,
  maxItems = Infinity,
}: {
  minItems?: number | undefined;
  maxItems?: number | undefined;
}) => ({
  least: minItems,
  most: maxItems,
});

const help = ({ help: text }: AnswerField, { locale }: FieldsContext) =>
  text ? html`<p class="hint">${text[locale]}</p>` : nothing;
