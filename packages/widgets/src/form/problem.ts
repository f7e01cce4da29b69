import { html, type TemplateResult } from 'lit';

import { notice } from './notice.ts';

/** Id of the sentence that says what went wrong. Give it the focus when it appears. */
export const problemId = 'problem';

/** What went wrong, with at most one thing to do about it. */
export function problem(sentence: string, action?: Parameters<typeof notice>[2]): TemplateResult {
  return html`<div tabindex="-1" id=${problemId}>${notice('negative', sentence, action)}</div>`;
}
