import type { Queue as Lines } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { notice } from '../form/notice.ts';
import { clockWithZone } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import { errorText } from '../messages/error-text.ts';
import type { QueueBoardMessages } from '../messages/id/queue-board.ts';
import { causeText } from '../ticket/cause-text.ts';
import type { LinesWatch } from './lines-watch.ts';
import { closedText } from './opening.ts';

/**
 * What is to be said of the board as a whole: that it is on its way or cannot be had, that the line to
 * the server is lost and since when, that the place is closed.
 */
export function remarks(
  watch: LinesWatch,
  now: string,
  t: QueueBoardMessages,
  locale: Locale,
): TemplateResult | typeof nothing {
  const { lines, place, trouble } = watch;
  if (!lines) return beforeLines(watch, t);
  // Where somebody is served, hours on paper are of no use.
  const isEmpty = lines.agencies.every(({ calls }) => calls.length === 0);
  const closed = place && isEmpty && closedText(place, now, lines.timeZone, t, locale);
  if (!trouble && !closed) return nothing;
  return html`
    <div class="remarks" role="status">
      ${trouble ? notice('warning', lostText(lines, t, locale)) : nothing}
      ${closed ? notice('information', closed) : nothing}
    </div>
  `;
}

/** That the line is lost, and of when the board is. */
export function lostText(
  { serverTime, timeZone }: Lines,
  t: QueueBoardMessages,
  locale: Locale,
): string {
  return t.lineLost(clockWithZone(serverTime, timeZone, locale));
}

function beforeLines({ trouble, slow, again }: LinesWatch, t: QueueBoardMessages) {
  if (!trouble) return html`<p class="muted" role="status">${slow ? t.slow : t.loading}</p>`;
  const cause = causeText(trouble, t);
  const sentence = cause
    ? t.lookFailed(cause)
    : trouble.code === 'not_found'
      ? t.placeUnknown
      : errorText(trouble, t);
  return html`
    <div role="alert">${notice('negative', sentence, { label: t.retry, run: again })}</div>
    <slot name="help"></slot>
  `;
}
