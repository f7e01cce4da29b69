import { html } from 'lit';

import { notice } from '../form/notice.ts';
import type { RenderContext } from './render-context.ts';
import { troubleText } from './trouble.ts';

interface Waiting {
  /** Why it could not be had; undefined while it is on its way. */
  error: unknown;
  /** What is said while it is on its way. */
  loading: string;
  /** What could not be had. */
  failed: string;
  onAgain: () => void;
}

/** Something is on its way, or could not be had: then what the page itself brought is shown. */
export function waiting({ error, loading, failed, onAgain }: Waiting, { t }: RenderContext) {
  if (!error) return html`<p class="muted" role="status">${loading}</p>`;
  return html`
    ${notice('negative', troubleText(failed, error, t), { label: t.retry, run: onAgain })}
    <slot></slot>
  `;
}
