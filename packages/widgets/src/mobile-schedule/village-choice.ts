import type { Village } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { MobileScheduleMessages } from '../messages/id/mobile-schedule.ts';

/** How many villages are listed at once: the others are found by typing. */
const most = 24;

interface Choice {
  villages: readonly Village[];
  typed: string;
  onType: (typed: string) => void;
  onChoose: (code: string) => void;
}

/** “Which village?”: found by typing, or in a list. */
export function villageChoice(
  { villages, typed, onType, onChoose }: Choice,
  t: MobileScheduleMessages,
): TemplateResult {
  const found = villages.filter(({ name }) => plain(name).includes(plain(typed)));
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const [only, other] = found;
    if (only && !other) onChoose(only.code);
  };
  return html`
    <form class="stack" @submit=${onSubmit}>
      <div class="field" part="field">
        <label for="village">${t.label}</label>
        <span class="hint" id="hint">${t.hint}</span>
        <input
          id="village"
          type="search"
          autocomplete="off"
          aria-describedby="hint"
          .value=${live(typed)}
          @input=${(event: InputEvent) => onType((event.target as HTMLInputElement).value)}
        />
      </div>
      <p class="muted" role="status">
        ${found.length > 0 ? t.villagesFound(found.length) : t.noVillageFound}
      </p>
      <ul class="villages" part="villages">
        ${found.slice(0, most).map(
          ({ code, name }) =>
            html`<li>
              <button type="button" @click=${() => onChoose(code)}>${name}</button>
            </li>`,
        )}
        ${found.length > most ? html`<li class="muted">…</li>` : nothing}
      </ul>
    </form>
  `;
}

/** As people type it: “sumber brantas” is Sumberbrantas. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
