import { html, type TemplateResult } from 'lit';

/** Asks whether somebody is to be called first. */
export function priorityCheck(
  label: string,
  isChecked: boolean,
  onChange: (isChecked: boolean) => void,
): TemplateResult {
  return html`
    <label class="check">
      <input
        type="checkbox"
        .checked=${isChecked}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      />
      <span>${label}</span>
    </label>
  `;
}
