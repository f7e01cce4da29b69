import type { Visit, Visitor } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { clock } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import type { CounterDeskMessages } from '../messages/id/counter-desk.ts';
import { type Act, actsFor } from './desk-acts.ts';
import { keys } from './shortcuts.ts';

interface CurrentVisit {
  visit: Visit | undefined;
  visitor: Visitor | undefined;
  waiting: number;
  isPending: boolean;
  timeZone: string;
  locale: Locale;
  onAct: (act: Act) => void;
  onTransfer: () => void;
}

/** Who is at the counter, and what can be done now. The first button is the usual one. */
export function currentVisit(parts: CurrentVisit, t: CounterDeskMessages): TemplateResult {
  const { visit, isPending } = parts;
  const acts = actsFor(visit);
  const hasNext = parts.waiting > 0;
  return html`
    <section class="current" part="current" aria-labelledby="current">
      <h3 id="current" data-current tabindex="-1">
        ${visit ? html`<span class="number" part="number">${visit.number}</span>` : t.nobody}
      </h3>
      ${visit ? facts(visit, parts, t) : nothing}
      <div class="acts">
        ${acts.map(
          (act, index) => html`
            <button
              type="button"
              class=${index === 0 ? 'primary' : ''}
              aria-disabled=${isPending ? 'true' : nothing}
              aria-keyshortcuts=${keys[act]}
              @click=${() => parts.onAct(act)}
            >
              ${t[act]} <kbd aria-hidden="true">${keys[act]}</kbd>
            </button>
          `,
        )}
        ${
          visit
            ? html`<button type="button" @click=${parts.onTransfer}>${t.transfer}</button>`
            : nothing
        }
      </div>
      ${visit || hasNext ? nothing : html`<p class="muted">${t.empty}</p>`}
    </section>
  `;
}

function facts(visit: Visit, parts: CurrentVisit, t: CounterDeskMessages) {
  const { visitor, timeZone, locale } = parts;
  return html`
    <p>
      ${visit.state === 'serving' ? t.serving : t.called(visit.calls)}
      ${visit.priority ? html`<span class="badge">${t.priority}</span>` : nothing}
    </p>
    <dl>
      <dt>${t.nameLabel}</dt>
      <dd>${visitor ? (visitor.name ?? t.nameless) : '…'}</dd>
      ${
        visitor?.phone
          ? html`<dt>${t.phoneLabel}</dt>
              <dd><bdi>${visitor.phone}</bdi></dd>`
          : nothing
      }
      <dt>${t.serviceLabel}</dt>
      <dd>${visit.service.name[locale]}</dd>
      <dt>${t.timeLabel}</dt>
      <dd>${clock(visit.startsAt, timeZone, locale)}</dd>
    </dl>
  `;
}
