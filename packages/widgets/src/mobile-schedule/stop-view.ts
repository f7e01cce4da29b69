import type { DatedStop } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { notice } from '../form/notice.ts';
import { longDay, zoneName } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import type { MobileScheduleMessages } from '../messages/id/mobile-schedule.ts';

/** What stops are shown with. */
export interface StopContext {
  t: MobileScheduleMessages;
  locale: Locale;
  timeZone: string;
  /** Code of the village that one looks from. */
  village: string;
  /** Address of a page of the server. */
  page: (path: string) => string;
  onBook: (serviceId: string) => void;
}

/** Whether it comes to where one is. */
export function comesHere({ state, village }: DatedStop, context: StopContext): boolean {
  return state !== 'cancelled' && village.code === context.village;
}

/** `08.30–12.00` */
export function hoursOf({ opens, closes }: DatedStop, locale: Locale): string {
  const hours = `${opens}–${closes}`;
  return locale === 'id' ? hours.replaceAll(':', '.') : hours;
}

/** Stops by date: when, where, and what one can come for. */
export function stopList(stops: readonly DatedStop[], context: StopContext): TemplateResult {
  const dates = [...new Set(stops.map(({ date }) => date))];
  return html`<div class="dates" part="list">
    ${dates.map(
      (date) =>
        html`<section>
          <h3>${longDay(date, context.locale)}</h3>
          ${stops.filter((stop) => stop.date === date).map((stop) => stopView(stop, context))}
        </section>`,
    )}
  </div>`;
}

function stopView(stop: DatedStop, context: StopContext): TemplateResult {
  const { t, locale, timeZone } = context;
  return html`<article class="stop" part="stop">
    <h4>${stop.unit.name[locale]}</h4>
    <p>${hoursOf(stop, locale)} ${zoneName(timeZone)}, ${stop.place}, ${stop.village.name}</p>
    ${change(stop, context)} ${comesHere(stop, context) ? offer(stop, context) : nothing}
    ${
      comesHere(stop, context) && !stop.placeId
        ? html`<p class="muted">${t.noBooking}</p>`
        : nothing
    }
  </article>`;
}

/** What is otherwise than every week. */
function change(stop: DatedStop, { t, locale, village }: StopContext) {
  const { state, reason, movedFrom } = stop;
  if (state === 'cancelled') return notice('warning', t.cancelled(reason?.[locale] ?? ''));
  if (!movedFrom) return nothing;
  const isHere = stop.village.code === village;
  return notice('warning', isHere ? t.movedHere(movedFrom.place) : t.movedAway(stop.place));
}

function offer(stop: DatedStop, { t, locale, page, onBook }: StopContext) {
  const { services, placeId, canDo, cannotDo, date } = stop;
  return html`
    <ul class="services" aria-label=${t.services}>
      ${services.map(
        ({ id, name }) =>
          html`<li>
            <a href=${page(`layanan/${id}`)}>${name[locale]}</a>
            ${
              placeId
                ? html`<button
                    type="button"
                    aria-label=${t.takeNumberFor(name[locale], longDay(date, locale))}
                    @click=${() => onBook(id)}
                  >
                    ${t.takeNumber}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
    ${canDo ? html`<p><b>${t.canDo}:</b> ${canDo[locale]}</p>` : nothing}
    ${cannotDo ? html`<p><b>${t.cannotDo}:</b> ${cannotDo[locale]}</p>` : nothing}
  `;
}
