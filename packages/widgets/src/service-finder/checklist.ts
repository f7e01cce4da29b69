import type { Text } from '@mpp-digital/contract';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';

import { inLocale } from '../format/text.ts';
import type { Paper } from './papers.ts';
import type { ServiceContext } from './render-context.ts';

interface Checklist {
  papers: readonly Paper[];
  /** How many services it is for. */
  services: number;
  ticked: ReadonlySet<string>;
  onTick: (code: string) => void;
}

/** The papers to bring, each to be ticked off while one collects them. */
export function checklist(
  { papers, services, ticked, onTick }: Checklist,
  { t, locale }: ServiceContext,
) {
  if (papers.length === 0) return html`<p>${t.noPapers}</p>`;
  const named = (texts: readonly Text[]) => texts.map((text) => inLocale(text, locale));
  return html`
    <ul class="papers" aria-labelledby="papers" part="checklist">
      ${repeat(
        papers,
        ({ code }) => code,
        (paper) =>
          html`<li>
            <label class="choice">
              <input
                type="checkbox"
                .checked=${live(ticked.has(paper.code))}
                @change=${() => onTick(paper.code)}
              />
              <span>
                ${inLocale(paper.text, locale)}
                ${
                  paper.cases.length > 0
                    ? html`<span class="when">${sentence(named(paper.cases), t.or)}</span>`
                    : nothing
                }
                ${
                  services > 1
                    ? html`<span class="muted for"
                        >${t.neededFor(sentence(named(paper.services), t.and))}</span
                      >`
                    : nothing
                }
              </span>
            </label>
          </li>`,
      )}
    </ul>
  `;
}

/** Things in a row with a word before the last: `KTP, KK dan akta`. */
export function sentence(things: readonly string[], word: string): string {
  return [things.slice(0, -1).join(', '), things.at(-1)].filter(Boolean).join(` ${word} `);
}
