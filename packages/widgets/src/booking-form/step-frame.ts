import { html, nothing, type TemplateResult } from 'lit';

import type { BookingFormMessages } from '../messages/id/booking-form.ts';
import type { BookingStep } from './booking-step.ts';

const steps = 3;

/**
 * One question a screen: the heading is the question, and one button leads on.
 *
 * @param around - The way back, how long the seat is kept, and who has a say when the button is
 *   pressed.
 */
export function stepFrame(
  step: BookingStep,
  t: BookingFormMessages,
  around: {
    back?: { label: string; run: () => void } | undefined;
    seat: unknown;
    onPress: ((event: MouseEvent) => void) | undefined;
  },
): TemplateResult {
  const { number, action, isBusy } = step;
  const { back, seat, onPress } = around;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isBusy) step.submit();
  };
  return html`
    <form class="stack step" novalidate @submit=${submit}>
      <div class="step-top">
        ${
          back
            ? html`<button type="button" class="plain back" @click=${back.run}>
                <span aria-hidden="true">‹ </span>${back.label}
              </button>`
            : nothing
        }
        ${number ? html`<p class="muted progress">${t.step(number, steps)}</p>` : nothing}
      </div>
      ${step.renderProblem()}
      <h2 data-heading tabindex="-1">${step.heading}</h2>
      ${seat} ${step.render()}
      ${
        action
          ? html`<button
              class="primary"
              aria-disabled=${isBusy ? 'true' : nothing}
              @click=${onPress}
            >
              ${action}
            </button>`
          : nothing
      }
    </form>
  `;
}
