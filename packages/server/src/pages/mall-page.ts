import type { Closure, Mall, Village } from '@mpp-digital/contract';
import { html } from 'hono/html';

import type { Language } from '../handler.ts';
import { longDay, weekdayName, weekdays } from './format.ts';
import { hoursOn, hoursText } from './hours-text.ts';
import { agencyForms, unitForms } from './mall-agency.ts';
import { input, mallForm, textFields, type Typed } from './mall-fields.ts';
import { mallWords, type MallWords } from './mall-words.ts';
import type { Markup } from './page.ts';

/** What the managers' page is made of. */
export interface MallView {
  language: Language;
  state: Mall;
  villages: readonly Village[];
  /** What was typed into a form that was refused. */
  typed: Typed;
  /** What to say first. */
  notice: Markup | string;
}

/** All that a manager can change. */
export function mallPage(view: MallView): Markup {
  const { state, language, notice } = view;
  const words = mallWords[language];
  return html`<h1>${words.mall}</h1>
    ${notice}
    <p>${words.lead}</p>
    <h2>${words.closures}</h2>
    <p class="hint">${words.closuresHint}</p>
    ${closureList(view, words)} ${closureForm(view, words)}
    ${
      state.whole
        ? html`<h2>${words.week}</h2>
            ${weekForm(view, words, '', state.openingHours)}`
        : ''
    }
    <h2>${words.agencies}</h2>
    ${state.agencies.map(
      (agency) =>
        html`<details ${view.typed.isAbout(agency.id) ? 'open' : ''}>
          <summary>${agency.name[language]}</summary>
          ${agencyForms(view, words, agency)}
          <h3>${words.ownHours}</h3>
          <p class="hint">${words.ownHoursHint}</p>
          ${weekForm(view, words, agency.id, agency.openingHours ?? [])}
        </details>`,
    )}
    <h2>${words.units}</h2>
    ${state.units.length === 0 ? html`<p>${words.noUnits}</p>` : ''}
    ${state.units.map((unit) => unitForms(view, words, unit))}
    ${state.whole ? catalogueForms(view, words) : ''}`;
}

function whoseName({ state, language }: MallView, words: MallWords, agencyId: string | null) {
  return agencyId === null
    ? words.everyone
    : (state.agencies.find(({ id }) => id === agencyId)?.name[language] ?? agencyId);
}

function closureList(view: MallView, words: MallWords): Markup {
  const { state, language } = view;
  if (state.closures.length === 0) return html`<p>${words.noClosures}</p>`;
  const mayChange = ({ agencyId }: Closure) => agencyId !== null || state.whole;
  return html`<ul class="list">
    ${state.closures.map(
      (closure) =>
        html`<li>
          <p>
            <b>${longDay(closure.date, language)}</b>, ${whoseName(view, words, closure.agencyId)}:
            ${hoursText(closure.hours, language) || words.closedAllDay}. ${closure.reason[language]}
          </p>
          ${
            mayChange(closure)
              ? mallForm(
                  view,
                  'reopen',
                  closure.agencyId ?? '',
                  html`<input type="hidden" name="tanggal" value="${closure.date}" />
                    <button
                      class="quiet"
                      aria-label="${words.reopen}: ${longDay(closure.date, language)}, ${whoseName(view, words, closure.agencyId)}"
                    >
                      ${words.reopen}
                    </button>`,
                )
              : ''
          }
        </li>`,
    )}
  </ul>`;
}

function closureForm(view: MallView, words: MallWords): Markup {
  const { state, language, typed } = view;
  const at = typed.of('close');
  return html`<form method="post" action="${view.typed.action}" novalidate>
    <input type="hidden" name="form" value="close" />
    ${input(at, { id: 'tutup', name: 'tanggal', label: words.date, type: 'date' })}
    <div class="field">
      <label for="tutup-untuk">${words.whom}</label>
      <select id="tutup-untuk" name="untuk">
        ${state.whole ? html`<option value="">${words.everyone}</option>` : ''}
        ${state.agencies.map(
          ({ id, name }) =>
            html`<option value="${id}" ${at.value('untuk') === id ? 'selected' : ''}>
              ${name[language]}
            </option>`,
        )}
      </select>
    </div>
    ${textFields(at, words, 'tutup', 'alasan')}
    ${input(at, { id: 'tutup', name: 'jam', label: words.hours, hint: words.dayHoursHint })}
    <p><button>${words.addClosure}</button></p>
  </form>`;
}

function weekForm(
  view: MallView,
  words: MallWords,
  agencyId: string,
  week: Mall['openingHours'],
): Markup {
  const { language, typed } = view;
  const at = typed.of('hours', agencyId);
  const name = `jam-${agencyId || 'mal'}`;
  return mallForm(
    view,
    'hours',
    agencyId,
    html`<p class="hint" id="${name}-contoh">${words.hoursHint}</p>
      ${weekdays.map((weekday) =>
        input(at, {
          id: name,
          name: weekday,
          label: weekdayName(weekday, language),
          stored: hoursText(hoursOn(weekday, week), language),
          describedBy: `${name}-contoh`,
        }),
      )}
      <p><button>${words.save}</button></p>`,
  );
}

function catalogueForms(view: MallView, words: MallWords): Markup {
  return html`<h2>${words.catalogue}</h2>
    <p>${words.exportHint}</p>
    <p><a class="button quiet" href="/staff/mall/catalogue.json">${words.exportLink}</a></p>
    <form method="post" action="${view.typed.action}" enctype="multipart/form-data">
      <input type="hidden" name="form" value="import" />
      <div class="field">
        <label for="berkas">${words.importFile}</label>
        <span class="hint" id="berkas-petunjuk">${words.importHint}</span>
        <input
          type="file"
          id="berkas"
          name="berkas"
          accept="application/json,.json"
          required
          aria-describedby="berkas-petunjuk"
        />
      </div>
      <p><button class="danger">${words.importButton}</button></p>
    </form>`;
}
