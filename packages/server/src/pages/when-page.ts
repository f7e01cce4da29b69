import type { Availability, AvailableDay, Service, Slot } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { clock, hour, longDay, zoneName } from './format.ts';
import type { Frame, Markup } from './page.ts';

/** Where somebody stands who wants to come. */
export interface When {
  service: Service;
  availability: Availability;
  /** First of the days that are listed; today without it. */
  from: string | undefined;
  /** The day whose times are shown; none when no day has room. */
  chosen: AvailableDay | undefined;
}

/** Days with room, and the times of one of them. */
export function whenPage(frame: Frame, { service, availability, from, chosen }: When): Markup {
  const { words, page, language, regency } = frame;
  const [place] = service.places;
  const isNone = !chosen && availability.next === null && from === undefined;
  return html`<h1>${words.takeNumber}</h1>
    <mpp-booking-form regency="${regency}" service="${service.id}">
      <p><a href="${page(`layanan/${service.id}`)}">‹ ${service.name[language]}</a></p>
      <h2>${words.whenHeading}</h2>
      ${place ? html`<p class="muted">${place.name[language]}, ${place.address}</p>` : ''}
      <h3>${words.day}</h3>
      <ul class="list days">
        ${availability.days.map((day) => html`<li>${dayChoice(frame, service, day, from, chosen)}</li>`)}
      </ul>
      ${chosen || isNone ? '' : html`<p class="notice">${words.noRoomHere}</p>`}
      ${
        availability.next
          ? html`<p>
              <a href="${page('janji', { layanan: service.id, mulai: availability.next })}"
                >${words.nextRoom(longDay(availability.next, language))}</a
              >
            </p>`
          : ''
      }
      ${
        chosen
          ? html`<h3 id="jam">${words.timeOfDay}: ${longDay(chosen.date, language)}</h3>
              ${
                chosen.slots.length === 0
                  ? html`<p>${words.noRoom}</p>`
                  : html`<form action="${page('janji')}">
                      ${language === 'en' ? html`<input type="hidden" name="lang" value="en" />` : ''}
                      <input type="hidden" name="layanan" value="${service.id}" />
                      <input type="hidden" name="hari" value="${chosen.date}" />
                      ${timeChoices(frame, chosen.slots, availability.timeZone)}
                      <p><button>${words.goOn}</button></p>
                    </form>`
              }`
          : isNone
            ? html`<p class="notice">${words.noRoomAtAll}</p>`
            : ''
      }
    </mpp-booking-form>`;
}

/** Times as a choice of one, morning and afternoon apart. */
export function timeChoices(
  { words, language }: Frame,
  slots: readonly Slot[],
  timeZone: string,
  chosen?: string,
): Markup {
  const groups = [
    [words.morning, slots.filter(({ startsAt }) => hour(startsAt, timeZone) < 12)],
    [words.afternoon, slots.filter(({ startsAt }) => hour(startsAt, timeZone) >= 12)],
  ] as const;
  return html`${groups.map(([title, times]) =>
    times.length === 0
      ? ''
      : html`<fieldset>
          <legend>${title} (${zoneName(timeZone)})</legend>
          <div class="choices">
            ${times.map(
              (slot) =>
                html`<label
                  ><input
                    type="radio"
                    name="jadwal"
                    value="${slot.id}"
                    required
                    ${slot.id === chosen ? 'checked' : ''}
                  />${clock(slot.startsAt, timeZone, language)}</label
                >`,
            )}
          </div>
        </fieldset>`,
  )}`;
}

function dayChoice(
  { words, page, language }: Frame,
  service: Service,
  day: AvailableDay,
  from: string | undefined,
  chosen: AvailableDay | undefined,
): Markup {
  const name = longDay(day.date, language);
  if (day.state !== 'open') {
    const why = day.reason?.[language] ?? (day.state === 'full' ? words.full : words.closed);
    return html`<span class="day muted">${name} · ${why}</span>`;
  }
  return html`<a
    class="day"
    href="${page('janji', { layanan: service.id, hari: day.date, ...(from && { mulai: from }) })}#jam"
    ${day.date === chosen?.date ? html`aria-current="true"` : ''}
    >${name} · ${words.roomLeft(day.free)}</a
  >`;
}
