import type { AnswerField, FieldSchema, FormField } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { FieldContext } from './field-context.ts';

/** From so many choices on, a list that opens takes less room than buttons. */
const manyChoices = 8;

/** One question with one control, or one choice. */
export function answerControl(
  field: AnswerField | FormField,
  schema: FieldSchema,
  id: string,
  {
    value,
    set,
    ...context
  }: FieldContext & { value: unknown; set: (value: string | boolean) => void },
): TemplateResult {
  const { locale, t, problems, isRequired } = context;
  const error = problems.get(id);
  const label = html`${field.label[locale]}${
    isRequired ? nothing : html`&nbsp;<span class="muted">${t.optional}</span>`
  }`;
  const hint = field.help?.[locale];
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const words = html`
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
  `;

  if (schema.type === 'boolean' && schema.const) {
    return html`
      <div class="field" part="field">
        ${words}
        <label class="tick-line">
          <input
            type="checkbox"
            id=${id}
            aria-describedby=${describedBy || nothing}
            aria-invalid=${error ? 'true' : nothing}
            .checked=${live(value === true)}
            @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
          />
          <span>${field.label[locale]}</span>
        </label>
      </div>
    `;
  }

  const options =
    schema.type === 'boolean'
      ? [
          { value: true, label: t.yes },
          { value: false, label: t.no },
        ]
      : (field.options ?? []).map((option) => ({
          value: option.value,
          label: option.label[locale],
        }));
  if (options.length > 0 && options.length < manyChoices) {
    return html`
      <fieldset class="field" part="field" aria-describedby=${describedBy || nothing}>
        <legend>${label}</legend>
        ${words}
        <div class="choices">
          ${options.map(
            (option, i) => html`
              <label>
                <input
                  type="radio"
                  name=${id}
                  id=${i === 0 ? id : `${id}--${String(i)}`}
                  .checked=${live(value === option.value)}
                  @change=${() => set(option.value)}
                />
                <span>${option.label}</span>
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  const onInput = (event: Event) =>
    set((event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value);
  const text = typeof value === 'string' ? value : '';
  const isNumber = schema.type !== 'string';
  const unit = 'unit' in field ? field.unit?.[locale] : undefined;
  const typedAs = schema.format === 'date' ? 'date' : schema.format === 'email' ? 'email' : 'text';
  const inputMode = isNumber
    ? schema.type === 'integer'
      ? 'numeric'
      : 'decimal'
    : schema.format && !['date', 'email'].includes(schema.format)
      ? 'numeric'
      : nothing;
  return html`
    <div class="field" part="field">
      <label for=${id}>${label}</label>
      ${words}
      ${
        options.length > 0
          ? html`<select
              id=${id}
              aria-describedby=${describedBy || nothing}
              aria-invalid=${error ? 'true' : nothing}
              @change=${onInput}
            >
              <option value="" .selected=${!text}>${t.choose}</option>
              ${options.map(
                (option) =>
                  html`<option value=${option.value} .selected=${text === option.value}>
                    ${option.label}
                  </option>`,
              )}
            </select>`
          : field.lines
            ? html`<textarea
                id=${id}
                rows=${field.lines}
                autocomplete=${field.autocomplete ?? 'off'}
                aria-describedby=${describedBy || nothing}
                aria-invalid=${error ? 'true' : nothing}
                .value=${live(text)}
                @input=${onInput}
              ></textarea>`
            : html`<span class="with-unit">
                <input
                  id=${id}
                  type=${typedAs}
                  inputmode=${inputMode}
                  autocomplete=${field.autocomplete ?? 'off'}
                  aria-describedby=${describedBy || nothing}
                  aria-invalid=${error ? 'true' : nothing}
                  .value=${live(text)}
                  @input=${onInput}
                />
                ${unit ? html`<span>${unit}</span>` : nothing}
              </span>`
      }
    </div>
  `;
}
