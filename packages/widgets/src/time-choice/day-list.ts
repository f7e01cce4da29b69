import type { AvailableDay } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { listDay } from '../format/moments.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { TimeChoiceMessages } from '../messages/id/time-choice.ts';

interface DayList {
  days: readonly AvailableDay[];
  /** Today at the place. */
  today: string;
  chosen: string;
  messages: TimeChoiceMessages;
  locale: Locale;
  onChoose: (date: string) => void;
}

/** Days as a list of choices, each with its room: easier than a month grid on a small screen. */
export function dayList(list: DayList): TemplateResult {
  return html`
    <fieldset class="days">
      <legend>${list.messages.pickDay}</legend>
      ${list.days.map((day) => choice(day, list))}
    </fieldset>
  `;
}

function choice(day: AvailableDay, list: DayList): TemplateResult {
  const { date, state } = day;
  const near = nearName(date, list);
  return html`
    <label class="choice ${state}" part="choice">
      <input
        type="radio"
        name="day"
        id="day-${date}"
        value=${date}
        ?disabled=${state !== 'open'}
        .checked=${live(date === list.chosen)}
        @change=${() => list.onChoose(date)}
      />
      <span class="day-name">
        ${listDay(date, list.locale)} ${near ? html`<span class="muted">· ${near}</span>` : nothing}
      </span>
      <span class="room">${room(day, list)}</span>
    </label>
  `;
}

function nearName(date: string, { today, messages: t }: DayList): string | undefined {
  const days = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  return [t.today, t.tomorrow][days];
}

function room({ state, free, reason }: AvailableDay, { messages: t, locale }: DayList): string {
  if (state === 'open') return t.placesLeft(free);
  if (state === 'full') return t.dayFull;
  return reason ? t.dayHoliday(inLocale(reason, locale)) : t.dayClosed;
}
