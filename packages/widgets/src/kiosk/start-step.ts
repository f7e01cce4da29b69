import { html, type TemplateResult } from 'lit';

import type { KioskMessages } from '../messages/id/kiosk.ts';

/** What somebody can come for. */
export type Way = 'choose' | 'arrive' | 'find';

const ways = [
  ['choose', 'take'],
  ['arrive', 'arrive'],
  ['find', 'find'],
] as const;

/** The three ways on, as large as they can be. */
export function startStep(
  isLost: boolean,
  onWay: (way: Way) => void,
  t: KioskMessages,
): TemplateResult {
  return html`
    <h2 data-heading tabindex="-1">${t.title}</h2>
    <div class="ways">
      ${ways.map(
        ([way, words]) => html`
          <button
            type="button"
            class=${way === 'choose' ? 'primary way' : 'way'}
            part="way"
            aria-disabled=${isLost && way !== 'find' ? 'true' : 'false'}
            @click=${() => onWay(way)}
          >
            <strong>${t[words]}</strong>
            <span>${t[`${words}Hint`]}</span>
          </button>
        `,
      )}
    </div>
  `;
}
