import type { MallAgency, MallUnit, StopDay } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { longDay, wallClock, weekdayName } from './format.ts';
import { input, mallForm, textFields } from './mall-fields.ts';
import type { MallView } from './mall-page.ts';
import type { MallWords } from './mall-words.ts';
import type { Markup } from './page.ts';

/** How an agency serves, and its counters. */
export function agencyForms(view: MallView, words: MallWords, agency: MallAgency): Markup {
  const { id, slotMinutes, dailyQuota, walkInShare } = agency;
  const at = view.typed.of('serving', id);
  const line = (name: string, label: string, stored: number, hint?: string) =>
    input(at, { id, name, label, stored: String(stored), type: 'number', ...(hint && { hint }) });
  return html`${mallForm(
    view,
    'serving',
    id,
    html`${line('menit', words.slotMinutes, slotMinutes)}
      ${line('kuota', words.dailyQuota, dailyQuota)}
      ${line('langsung', words.walkInShare, walkInShare, words.walkInShareHint)}
      <p><button>${words.save}</button></p>`,
  )}
  ${counterForm(view, words, agency)}`;
}

function counterForm(view: MallView, words: MallWords, { id, counters }: MallAgency): Markup {
  const at = view.typed.of('counters', id);
  const cell = (name: string, label: string, stored: string) =>
    html`<td>
      <input
        type="text"
        name="${name}"
        value="${at.value(name, stored)}"
        aria-label="${label}"
        autocomplete="off"
      />
    </td>`;
  const rows = [...counters, undefined].map((counter, i) => {
    const number = counter ? String(counter.number) : '';
    return html`<tr>
      ${cell(`nomor-${String(i)}`, words.counterNumber(i + 1), number)}
      ${cell(`nama-${String(i)}`, `${words.counterId} (${String(i + 1)})`, counter?.name.id ?? '')}
      ${cell(`nama-${String(i)}-en`, `${words.counterEn} (${String(i + 1)})`, counter?.name.en ?? '')}
    </tr>`;
  });
  return html`<h3>${words.counters}</h3>
    <p class="hint">${words.countersHint}</p>
    ${mallForm(
      view,
      'counters',
      id,
      html`<table>
          <thead>
            <tr>
              <th scope="col">${words.number}</th>
              <th scope="col">${words.counterId}</th>
              <th scope="col">${words.counterEn}</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
        <p><button>${words.save}</button></p>`,
    )}`;
}

/** The days on which a unit's stops are otherwise. */
export function unitForms(view: MallView, words: MallWords, unit: MallUnit): Markup {
  const { language, typed, villages } = view;
  const at = typed.of('stop', unit.id);
  const places = [...new Set(unit.stops.map(({ place }) => place))];
  return html`<details ${typed.isAbout(unit.id) ? 'open' : ''}>
    <summary>${unit.name[language]}</summary>
    <ul>
      ${unit.stops.map(
        ({ weekday, place, opens, closes }) =>
          html`<li>
            ${weekdayName(weekday, language)}, ${place},
            ${wallClock(opens, language)}–${wallClock(closes, language)}
          </li>`,
      )}
    </ul>
    ${unit.exceptions.map((exception) => exceptionForm(view, words, unit, exception))}
    <h3>${words.unitDay}</h3>
    ${mallForm(
      view,
      'stop',
      unit.id,
      html`${input(at, { id: unit.id, name: 'tanggal', label: words.date, type: 'date' })}
        <div class="field">
          <label for="${unit.id}-singgah">${words.stop}</label>
          <select id="${unit.id}-singgah" name="singgah">
            ${places.map(
              (place) =>
                html`<option ${at.value('singgah') === place ? 'selected' : ''}>${place}</option>`,
            )}
          </select>
        </div>
        ${textFields(at, words, unit.id, 'alasan')}
        ${input(at, { id: unit.id, name: 'tempat', label: words.place, hint: words.movedHint })}
        <div class="field">
          <label for="${unit.id}-desa">${words.village}</label>
          <select id="${unit.id}-desa" name="desa">
            <option value=""></option>
            ${villages.map(
              ({ code, name }) =>
                html`<option value="${code}" ${at.value('desa') === code ? 'selected' : ''}>
                  ${name}
                </option>`,
            )}
          </select>
        </div>
        ${input(at, { id: unit.id, name: 'jam', label: words.time })}
        <p><button>${words.save}</button></p>`,
      'unit',
    )}
  </details>`;
}

function exceptionForm(
  view: MallView,
  words: MallWords,
  unit: MallUnit,
  { date, place, moved, reason }: StopDay,
): Markup {
  const { language } = view;
  const becomes = moved ? `${words.movedTo} ${moved.place}` : words.cancelled;
  const day = longDay(date, language);
  return html`<p>
      <b>${day}</b>${place === null ? '' : `, ${place}`}: ${becomes}. ${reason?.[language] ?? ''}
    </p>
    ${mallForm(
      view,
      'stop',
      unit.id,
      html`<input type="hidden" name="tanggal" value="${date}" />
        <input type="hidden" name="singgah" value="${place ?? ''}" />
        <input type="hidden" name="hapus" value="ya" />
        <button class="quiet" aria-label="${words.reopen}: ${day}, ${unit.name[language]}">
          ${words.reopen}
        </button>`,
      'unit',
    )}`;
}
