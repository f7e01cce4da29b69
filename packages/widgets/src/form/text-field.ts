import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One question with one line to answer it. */
export interface TextField {
  /** Unique in the widget; also the name of the value. */
  id: string;
  label: string;
  hint?: string;
  /** What is wrong with the value, if something is. */
  error?: string | undefined;
  value: string;
  type?: 'text' | 'tel' | 'search';
  inputMode?: 'text' | 'tel' | 'numeric';
  autocomplete?: 'name' | 'tel' | 'off';
  maxLength?: number;
  onInput: (value: string) => void;
}

/** Label, hint, error, control, in the order in which they should be read. */
export function textField(field: TextField): TemplateResult {
  const { id, hint, error } = field;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`
    <div class="field" part="field">
      <label for=${id}>${field.label}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
      <input
        id=${id}
        name=${id}
        type=${field.type ?? 'text'}
        inputmode=${field.inputMode ?? nothing}
        autocomplete=${field.autocomplete ?? 'off'}
        maxlength=${field.maxLength ?? nothing}
        aria-describedby=${describedBy || nothing}
        aria-invalid=${error ? 'true' : nothing}
        .value=${live(field.value)}
        @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
      />
    </div>
  `;
}
