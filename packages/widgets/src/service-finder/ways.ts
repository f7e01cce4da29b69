import type { Service } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import { clockWithZone, shortDay } from '../format/moments.ts';
import { numberRanges } from '../format/number-ranges.ts';
import { inLocale } from '../format/text.ts';
import type { NearestTime } from './nearest-time.ts';
import type { ServiceContext } from './render-context.ts';
import { wallClock, weekdayName, weekdays } from './week.ts';

interface Ways {
  service: Service;
  /** Others that one list of papers was made for, too. */
  others: readonly Service[];
  /** What is known of the nearest time: undefined while it is looked for, null if it failed. */
  nearest: NearestTime | undefined | null;
  onBook: (serviceId: string) => void;
}

/** The ways to be served, each with what one can do next. */
export function ways({ service, others, nearest, onBook }: Ways, context: ServiceContext) {
  const { t, locale } = context;
  const name = inLocale(service.name, locale);
  return html`
    <h3>${t.ways}</h3>
    ${
      service.bookable
        ? html`<button
              type="button"
              class="primary"
              aria-describedby="nearest"
              @click=${() => onBook(service.id)}
            >
              ${others.length > 0 ? t.bookFor(name) : t.book}
            </button>
            <p class="nearest" id="nearest">${nearestText(nearest, context)}</p>`
        : html`<p>${t.noBooking}</p>`
    }
    ${others
      .filter(({ bookable }) => bookable)
      .map(
        (other) =>
          html`<button type="button" @click=${() => onBook(other.id)}>
            ${t.bookFor(inLocale(other.name, locale))}
          </button>`,
      )}
    ${service.places.map(
      (place) => html`
        <p>
          <strong>${inLocale(place.name, locale)}</strong>${
            place.counters.length > 0 ? `, ${t.counters(numberRanges(place.counters))}` : nothing
          }<br />
          <span class="muted">${place.address}</span>
        </p>
      `,
    )}
    ${mobileStops(service, context)}
    ${
      service.kiosks.length > 0
        ? html`<h4>${t.kiosks}</h4>
            <ul class="stops">
              ${service.kiosks.map(
                (kiosk) =>
                  html`<li>
                    ${inLocale(kiosk.name, locale)}<br />
                    <span class="muted">${inLocale(kiosk.location, locale)}</span>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    ${
      service.channels.includes('electronic')
        ? html`<h4>${t.online}</h4>
            <p>${t.onlineNote(service.agency.shortName)}</p>`
        : nothing
    }
  `;
}

function nearestText(nearest: Ways['nearest'], { t, locale }: ServiceContext): string {
  if (nearest === undefined) return t.nearestPending;
  if (nearest === null) return t.nearestUnknown;
  const { date, startsAt, today, until, timeZone } = nearest;
  if (!date) return t.noneFree(shortDay(until, locale));
  const days = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  const day = [t.today, t.tomorrow][days] ?? shortDay(date, locale);
  return t.nearest(startsAt ? `${day} ${clockWithZone(startsAt, timeZone, locale)}` : day);
}

/** Where the vans stop each week, Monday first. */
function mobileStops({ mobileStops: stops, channels }: Service, { t, locale }: ServiceContext) {
  if (!channels.includes('mobile')) return nothing;
  if (stops.length === 0)
    return html`<h4>${t.stops}</h4>
      <p>${t.noStops}</p>`;
  const inOrder = [...stops].sort(
    (one, other) => weekdays.indexOf(one.weekday) - weekdays.indexOf(other.weekday),
  );
  return html`
    <h4>${t.stops}</h4>
    <ul class="stops">
      ${inOrder.map(
        ({ weekday, opens, closes, place, unit }) =>
          html`<li>
            ${weekdayName(weekday, locale)}
            ${wallClock(opens, locale)}–${wallClock(closes, locale)}, ${place}<br />
            <span class="muted">${inLocale(unit, locale)}</span>
          </li>`,
      )}
    </ul>
  `;
}
