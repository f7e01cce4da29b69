import { notice } from '../form/notice.ts';
import type { Later } from '../later.ts';
import type { BookingFormMessages } from '../messages/id/booking-form.ts';
import type { BookingStep } from './booking-step.ts';

/** Stands for a question whose code is still on its way. */
export function waitingStep(later: Later<unknown>, t: BookingFormMessages): BookingStep {
  return {
    heading: t.loading,
    action: undefined,
    submit: () => undefined,
    leave: () => undefined,
    renderProblem: () => undefined,
    render: () =>
      later.error
        ? notice('negative', t.errors.unreachable, { label: t.retry, run: () => later.fetch() })
        : undefined,
  };
}
