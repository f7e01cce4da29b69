import type { Queue, Service } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { problem } from '../form/problem.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { KioskMessages } from '../messages/id/kiosk.ts';
import { waitingAt } from './choose-step.ts';

interface Confirmation {
  service: Pick<Service, 'name'> & { agencyId: string };
  /** Its standard, once it is here: what one has to have along. */
  standard: Service | undefined;
  lines: Queue | undefined;
  priority: boolean;
  onPriority: (priority: boolean) => void;
  /** Whether a number is on its way. */
  isPending: boolean;
  isLost: boolean;
  /** Why there is none yet. */
  trouble: string | undefined;
  /** Leads to another day, on the phone; where that helps. */
  onOtherDay: (() => void) | undefined;
  onTake: () => void;
}

/** What one is about to wait for, and whether one is called first. */
export function confirmStep(parts: Confirmation, locale: Locale, t: KioskMessages): TemplateResult {
  const { service, standard, lines, priority, isPending, trouble, onOtherDay } = parts;
  const line = lines?.agencies.find(({ agency }) => agency.id === service.agencyId);
  return html`
    <h2 data-heading tabindex="-1">${t.confirm(inLocale(service.name, locale))}</h2>
    <p>
      ${line ? inLocale(line.agency.name, locale) : ''}<br />${waitingAt(lines, service.agencyId, t)}
      ${line?.wait ? html`<br />${t.wait(line.wait.from, line.wait.to)}` : nothing}
    </p>
    ${papers(standard, locale, t)}
    <label class="first">
      <input
        type="checkbox"
        .checked=${priority}
        @change=${(event: Event) => parts.onPriority((event.target as HTMLInputElement).checked)}
      />
      <span><strong>${t.first}</strong><br />${t.firstHint}</span>
    </label>
    ${trouble ? problem(trouble, onOtherDay && { label: t.onPhone, run: onOtherDay }) : nothing}
    ${
      onOtherDay
        ? nothing
        : html`<button
            type="button"
            class="primary large"
            aria-disabled=${isPending || parts.isLost ? 'true' : 'false'}
            @click=${parts.onTake}
          >
            ${isPending ? t.taking : t.takeNow}
          </button>`
    }
  `;
}

function papers(standard: Service | undefined, locale: Locale, t: KioskMessages) {
  if (!standard || standard.requirements.length === 0) return nothing;
  return html`<h3>${t.bring}</h3>
    <ul class="papers">
      ${standard.requirements.map(
        ({ text, when }) =>
          html`<li>
            ${
              when
                ? t.bringCase(inLocale(text, locale), inLocale(when, locale))
                : inLocale(text, locale)
            }
          </li>`,
      )}
    </ul>`;
}
