import type { AvailableDay, Service } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { errorSummary, textField } from './field.ts';
import { clock, longDay, zoneName } from './format.ts';
import type { Frame, Markup } from './page.ts';
import { timeChoices } from './when-page.ts';

/** What was written so far. It travels in the body of a form only. */
export interface Draft {
  /** Idempotency key: sent twice, booked once. */
  key: string;
  slotId: string;
  name: string;
  phone: string;
  priority: boolean;
}

/** What is wrong with it. */
export interface DraftErrors {
  jadwal?: string;
  nama?: string;
  hp?: string;
}

/** Asks who comes; and for another time where the one that was chosen is gone. */
export function whoPage(
  frame: Frame,
  service: Service,
  day: AvailableDay,
  timeZone: string,
  draft: Draft,
  errors: DraftErrors = {},
): Markup {
  const { words, page, language } = frame;
  const slot = day.slots.find(({ id }) => id === draft.slotId);
  const list = Object.entries(errors as Record<string, string>);
  return html`<p>
      <a href="${page('janji', { layanan: service.id, hari: day.date })}"
        >‹ ${service.name[language]}</a
      >
    </p>
    <h1>${words.whoHeading}</h1>
    ${errorSummary(
      frame,
      list.map(([field, text]) => ({ field, text })),
    )}
    <p>
      ${longDay(day.date, language)}${
        slot ? `, ${clock(slot.startsAt, timeZone, language)} ${zoneName(timeZone)}` : ''
      }
    </p>
    <form method="post" action="${page('janji')}" novalidate>
      <input type="hidden" name="kunci" value="${draft.key}" />
      <input type="hidden" name="layanan" value="${service.id}" />
      <input type="hidden" name="hari" value="${day.date}" />
      ${
        slot && !errors.jadwal
          ? html`<input type="hidden" name="jadwal" value="${slot.id}" />`
          : html`<div id="jadwal">
              <h2>${words.anotherTime}</h2>
              ${
                day.slots.length > 0
                  ? timeChoices(frame, day.slots, timeZone, slot?.id)
                  : html`<p>
                      ${words.noRoom}
                      <a href="${page('janji', { layanan: service.id })}">${words.chooseDay}</a>
                    </p>`
              }
            </div>`
      }
      ${textField({
        name: 'nama',
        label: words.name,
        hint: words.nameHint,
        value: draft.name,
        error: errors.nama,
        autocomplete: 'name',
      })}
      ${textField({
        name: 'hp',
        label: words.phone,
        hint: words.phoneHint,
        value: draft.phone,
        error: errors.hp,
        type: 'tel',
        autocomplete: 'tel',
        maxLength: 30,
      })}
      <label class="check"
        ><input
          type="checkbox"
          name="prioritas"
          value="ya"
          ${draft.priority ? 'checked' : ''}
        /><span>${words.priority}</span></label
      >
      <p class="muted">${words.privacy}</p>
      <button>${words.takeNumber}</button>
    </form>`;
}
