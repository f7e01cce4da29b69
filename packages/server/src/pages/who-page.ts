import type { AvailableDay, Service, Slot } from '@mpp-digital/contract';
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
  email: string;
  priority: boolean;
}

/** What is wrong with it. */
export interface DraftErrors {
  jadwal?: string;
  nama?: string;
  hp?: string;
  email?: string;
}

/** What is known of the seat. */
export interface Seat {
  /** The day, as it was chosen or can be had; none when what came is no day. */
  date: string | undefined;
  timeZone: string;
  /** Whether the time that was chosen is asked for again as it was. */
  isChosen: boolean;
  /** Times that can be had on that day. */
  times: readonly Slot[];
  /** Other days that can be had, where this one cannot. */
  days: readonly AvailableDay[];
}

/** Asks who comes; and for another time, or another day, where the one that was chosen is gone. */
export function whoPage(
  frame: Frame,
  service: Service,
  seat: Seat,
  draft: Draft,
  errors: DraftErrors = {},
  notice?: string,
): Markup {
  const { words, page, language } = frame;
  const { date, timeZone } = seat;
  const slot = seat.times.find(({ id }) => id === draft.slotId);
  const list = Object.entries(errors as Record<string, string>);
  return html`<p>
      <a href="${page('janji', { layanan: service.id, ...(date && { hari: date }) })}"
        >‹ ${service.name[language]}</a
      >
    </p>
    <h1>${words.whoHeading}</h1>
    ${notice ? html`<p class="notice bad" role="alert">${notice}</p>` : ''}
    ${errorSummary(
      frame,
      list.map(([field, text]) => ({ field, text })),
    )}
    ${
      date
        ? html`<p>
            ${longDay(date, language)}${
              slot ? `, ${clock(slot.startsAt, timeZone, language)} ${zoneName(timeZone)}` : ''
            }
          </p>`
        : ''
    }
    <form method="post" action="${page('janji')}" novalidate>
      <input type="hidden" name="kunci" value="${draft.key}" />
      <input type="hidden" name="layanan" value="${service.id}" />
      ${date ? html`<input type="hidden" name="hari" value="${date}" />` : ''}
      ${
        seat.isChosen
          ? html`<input type="hidden" name="jadwal" value="${draft.slotId}" />`
          : html`<div id="jadwal">${seatChoices(frame, seat, draft)}</div>`
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
      ${
        frame.writesMails
          ? textField({
              name: 'email',
              label: words.email,
              hint: words.emailHint,
              value: draft.email,
              error: errors.email,
              type: 'email',
              optional: true,
              autocomplete: 'email',
            })
          : ''
      }
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

/** Times of the day; where it has none, other days, whose times are asked for next. */
function seatChoices(frame: Frame, { times, days, timeZone }: Seat, { slotId }: Draft): Markup {
  const { words, language } = frame;
  if (times.length > 0) {
    return html`<h2>${words.anotherTime}</h2>
      ${timeChoices(frame, times, timeZone, slotId)}`;
  }
  if (days.length === 0) return html`<p>${words.noRoomAtAll}</p>`;
  return html`<fieldset>
    <legend>${words.anotherDay}</legend>
    <div class="choices">
      ${days.map(
        ({ date, free }) =>
          html`<label
            ><input type="radio" name="hari" value="${date}" />${longDay(date, language)} ·
            ${words.roomLeft(free)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}
