import type { DatedStop, Village } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { longDay, wallClock } from './format.ts';
import type { Frame, Markup } from './page.ts';

/** The villages, and what comes to the chosen one. */
export function mobilePage(
  frame: Frame,
  villages: readonly Village[],
  chosen: Village | undefined,
  stops: readonly DatedStop[],
): Markup {
  const { words, regency } = frame;
  return html`<div class="wide">
    <h1>${words.mobileHeading}</h1>
    <mpp-mobile-schedule regency="${regency}" village="${chosen?.code ?? ''}">
      ${chosen ? comingTo(frame, chosen, stops) : ''}
      <h2>${chosen ? words.otherVillage : words.whichVillage}</h2>
      <ul class="list">
        ${villages
          .filter((village) => village !== chosen)
          .map(
            ({ code, name }) =>
              html`<li><a href="${frame.page('keliling', { desa: code })}">${name}</a></li>`,
          )}
      </ul>
    </mpp-mobile-schedule>
  </div>`;
}

function comingTo(frame: Frame, village: Village, stops: readonly DatedStop[]): Markup {
  const { words, language, regency } = frame;
  const calendar = new URLSearchParams({
    village: village.code,
    ...(language === 'en' && { lang: 'en' }),
  });
  return html`<h2>${words.comesTo(village.name)}</h2>
    ${stops.length > 0 ? '' : html`<p>${words.nothingComes}</p>`}
    ${stops.map((stop) => stopOf(frame, village, stop))}
    <p>
      <a href="/v1/${regency}/mobile/calendar?${calendar.toString()}">${words.subscribe}</a>
    </p>`;
}

function stopOf(frame: Frame, village: Village, stop: DatedStop): Markup {
  const { words, language, page } = frame;
  const { services, canDo, cannotDo, reason } = stop;
  const isElsewhere = stop.village.code !== village.code;
  const isHere = !reason && !isElsewhere;
  return html`<section>
    <h3>${longDay(stop.date, language)}: ${stop.unit.name[language]}</h3>
    <p>${timeAndPlace(stop, language)}</p>
    ${changeOf(frame, stop, isElsewhere)}
    <ul>
      ${services.map(
        ({ id, name }) =>
          html`<li>
            <a href="${page(`layanan/${id}`)}">${name[language]}</a>
          </li>`,
      )}
    </ul>
    ${isHere && canDo ? html`<p>${words.canDo}: ${canDo[language]}</p>` : ''}
    ${isHere && cannotDo ? html`<p>${words.cannotDo}: ${cannotDo[language]}</p>` : ''}
  </section>`;
}

function timeAndPlace({ opens, closes, place, village }: DatedStop, language: Frame['language']) {
  const time = `${wallClock(opens, language)}–${wallClock(closes, language)}`;
  return `${time}, ${place}, ${village.name}`;
}

/** What is otherwise than every week. */
function changeOf({ words, language }: Frame, stop: DatedStop, isElsewhere: boolean): Markup | '' {
  const { reason, movedFrom, place } = stop;
  if (reason) return html`<p class="notice">${words.stopCancelled(reason[language])}</p>`;
  if (!movedFrom) return '';
  return html`<p class="notice">
    ${isElsewhere ? words.movedAway(place) : words.movedFrom(movedFrom.place)}
  </p>`;
}
