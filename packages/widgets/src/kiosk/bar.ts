import type { KioskPlace } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { KioskMessages } from '../messages/id/kiosk.ts';

interface Bar {
  place: KioskPlace | undefined;
  canGoBack: boolean;
  canRestart: boolean;
  /** Whether the screen's content stands in its lower half. */
  isLow: boolean;
  onBack: () => void;
  onRestart: () => void;
  onLanguage: () => void;
  onLow: () => void;
}

/** What can be done on every step. */
export function bar(parts: Bar, locale: Locale, t: KioskMessages): TemplateResult {
  const { place, canGoBack, canRestart, isLow } = parts;
  const other = locale === 'id' ? 'en' : 'id';
  return html`
    <nav class="bar" aria-label=${place ? inLocale(place.name, locale) : nothing}>
      ${
        canGoBack
          ? html`<button type="button" @click=${parts.onBack}>‹ ${t.back}</button>`
          : nothing
      }
      ${
        canRestart
          ? html`<button type="button" @click=${parts.onRestart}>${t.restart}</button>`
          : nothing
      }
      <span class="gap"></span>
      <button
        type="button"
        class="lower"
        aria-pressed=${isLow ? 'true' : 'false'}
        @click=${parts.onLow}
      >
        ${t.lower}
      </button>
      <button type="button" lang=${other} @click=${parts.onLanguage}>${t.otherLanguage}</button>
    </nav>
  `;
}
