import type { DatedStop } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { shortDay } from '../format/moments.ts';
import { shownDays } from './schedule-reading.ts';
import { comesHere, hoursOf, type StopContext } from './stop-view.ts';

interface Week {
  stops: readonly DatedStop[];
  /** The first day that is known. */
  from: string;
  /** Which week from then on, 0 for the first. */
  week: number;
  onWeek: (week: number) => void;
}

/** Seven days side by side, in short. */
export function weekView(
  { stops, from, week, onWeek }: Week,
  context: StopContext,
): TemplateResult {
  const { t, locale } = context;
  const days = Array.from({ length: 7 }, (_, i) => dayAfter(from, 7 * week + i));
  const step = (to: number, label: string) =>
    to < 0 || to >= shownDays / 7
      ? nothing
      : html`<button type="button" @click=${() => onWeek(to)}>${label}</button>`;
  return html`
    <p role="status">${t.week(shortDay(days[0]!, locale), shortDay(days[6]!, locale))}</p>
    <ol class="week" part="week">
      ${days.map((day) => {
        const ofDay = stops.filter(({ date }) => date === day);
        return html`<li>
          <b>${shortDay(day, locale)}</b>
          ${
            ofDay.length > 0
              ? ofDay.map((stop) => inShort(stop, context))
              : html`<span class="muted">${t.noStop}</span>`
          }
        </li>`;
      })}
    </ol>
    <div class="row">${step(week - 1, t.earlierWeek)} ${step(week + 1, t.laterWeek)}</div>
  `;
}

function inShort(stop: DatedStop, context: StopContext) {
  const { t, locale } = context;
  const isHere = comesHere(stop, context);
  const change =
    stop.state === 'cancelled' ? t.shortCancelled : stop.state === 'moved' ? t.shortMoved : '';
  return html`<span>
    ${hoursOf(stop, locale)}<br />${stop.unit.name[locale]}
    ${isHere ? html`<br />${stop.place}` : nothing}
    ${change ? html`<br /><span class="badge">${change}</span>` : nothing}
  </span>`;
}

function dayAfter(day: string, count: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
