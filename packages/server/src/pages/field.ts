import { html } from 'hono/html';

import type { Frame, Markup } from './page.ts';

/** A question with one line to write in. */
export interface Field {
  name: string;
  label: string;
  hint: string;
  value: string;
  /** What is wrong with what was written. */
  error?: string | undefined;
  type?: 'text' | 'tel' | 'email';
  /** Whether it may stay empty. */
  optional?: boolean;
  autocomplete?: string;
  maxLength?: number;
}

/** The question, what is meant, what is wrong with the answer, and the line. */
export function textField(field: Field): Markup {
  const { name, label, hint, value, error, type = 'text', autocomplete = 'off' } = field;
  return html`<div class="field ${error ? 'wrong' : ''}">
    <label for="${name}">${label}</label>
    <span class="hint" id="${name}-petunjuk">${hint}</span>
    ${error ? html`<span class="error" id="${name}-salah">${error}</span>` : ''}
    <input
      type="${type}"
      id="${name}"
      name="${name}"
      value="${value}"
      ${field.optional ? '' : html`required`}
      autocomplete="${autocomplete}"
      maxlength="${field.maxLength ?? 120}"
      aria-describedby="${name}-petunjuk ${error ? `${name}-salah` : ''}"
      ${error ? html`aria-invalid="true"` : ''}
    />
  </div>`;
}

/** Everything that is wrong, each a link to where it can be mended. */
export function errorSummary(
  { words }: Frame,
  errors: readonly { field: string; text: string }[],
): Markup {
  if (errors.length === 0) return html``;
  return html`<div class="notice bad" role="alert">
    <p><b>${words.wrongHeading}</b></p>
    <ul>
      ${errors.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}
    </ul>
  </div>`;
}
