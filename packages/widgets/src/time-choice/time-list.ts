import type { Slot } from '@mpp-digital/contract';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { clock, zoneName } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import type { TimeChoiceMessages } from '../messages/id/time-choice.ts';
import { type GroupName, groupTimes } from './time-groups.ts';

interface TimeList {
  slots: readonly Slot[];
  timeZone: string;
  chosen: Slot | undefined;
  messages: TimeChoiceMessages;
  locale: Locale;
  onChoose: (slot: Slot) => void;
}

/** The times of one day by the clock of the place, wherever the citizen is. */
export function timeList(list: TimeList): TemplateResult {
  const { messages: t, timeZone } = list;
  return html`
    <fieldset class="times">
      <legend>${t.pickTime(zoneName(timeZone))}</legend>
      ${groupTimes(list.slots, timeZone).map(
        ({ name, slots }) => html`
          <div class="time-group" role="group" aria-labelledby="group-${name}">
            <span class="group-name" id="group-${name}">${groupLabel(name, t)}</span>
            <div class="chips">${slots.map((slot) => chip(slot, list))}</div>
          </div>
        `,
      )}
    </fieldset>
  `;
}

function chip(slot: Slot, { chosen, timeZone, locale, onChoose }: TimeList): TemplateResult {
  return html`
    <label class="chip" part="choice">
      <input
        type="radio"
        name="time"
        id="time-${slot.id}"
        value=${slot.id}
        .checked=${live(slot.id === chosen?.id)}
        @change=${() => onChoose(slot)}
      />
      ${clock(slot.startsAt, timeZone, locale)}
    </label>
  `;
}

function groupLabel(name: GroupName, t: TimeChoiceMessages): string {
  return typeof name === 'number' ? t.hour(String(name).padStart(2, '0')) : t.partsOfDay[name];
}
