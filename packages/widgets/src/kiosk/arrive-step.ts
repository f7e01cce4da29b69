import { html, nothing, type TemplateResult } from 'lit';

import { problem } from '../form/problem.ts';
import { textField } from '../form/text-field.ts';
import type { KioskMessages } from '../messages/id/kiosk.ts';

interface ArrivalForm {
  typed: string;
  /** What is wrong with what was typed. */
  error: string | undefined;
  /** Why nothing is known yet. */
  trouble: string | undefined;
  isPending: boolean;
  isLost: boolean;
  /** The button of the camera, where the browser can read QR codes. */
  camera: TemplateResult | typeof nothing;
  onInput: (typed: string) => void;
  onSubmit: () => void;
}

/** Where a ticket is shown: to the scanner, to the camera, or by writing its code. */
export function arriveStep(form: ArrivalForm, t: KioskMessages): TemplateResult {
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    form.onSubmit();
  };
  return html`
    <h2 data-heading tabindex="-1">${t.arriveTitle}</h2>
    <p>${t.arriveLead}</p>
    ${form.camera} ${form.trouble ? problem(form.trouble) : nothing}
    <form @submit=${onSubmit} novalidate>
      ${textField({
        id: 'code',
        label: t.codeLabel,
        hint: t.codeHint,
        value: form.typed,
        error: form.error,
        maxLength: 60,
        onInput: form.onInput,
      })}
      <button
        class="primary large"
        aria-disabled=${form.isPending || form.isLost ? 'true' : 'false'}
      >
        ${form.isPending ? t.checking : t.checkIn}
      </button>
    </form>
  `;
}
