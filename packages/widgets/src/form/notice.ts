import { html, nothing, type TemplateResult } from 'lit';

/** What a notice means, besides its words. */
export type NoticeKind = 'information' | 'positive' | 'warning' | 'negative';

interface NoticeAction {
  label: string;
  run: () => void;
}

/** A sentence that matters, with at most one thing to do about it. What went wrong is said aloud. */
export function notice(kind: NoticeKind, sentence: string, action?: NoticeAction): TemplateResult {
  return html`
    <div class="notice ${kind}" part="notice" role=${kind === 'negative' ? 'alert' : nothing}>
      <p>${sentence}</p>
      ${action ? html`<button type="button" @click=${action.run}>${action.label}</button>` : nothing}
    </div>
  `;
}
