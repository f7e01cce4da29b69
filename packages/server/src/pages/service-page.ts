import type { Service, Text } from '@mpp-digital/contract';
import { html, raw } from 'hono/html';

import { kioskWords } from './kiosk-words.ts';
import { wallClock, weekdayName } from './format.ts';
import type { Frame, Markup } from './page.ts';
import type { Words } from './words.ts';

/** One service by the fourteen components of its standard, what one must know first. */
export function servicePage(
  frame: Frame,
  service: Service,
  jsonLd: object,
  hasForm: boolean,
): Markup {
  const { words, page, regency, language: l } = frame;
  return html`<mpp-service-finder regency="${regency}" service="${service.id}">
      <p><a href="${page('layanan')}">‹ ${words.allServices}</a></p>
      <h1>${service.name[l]}</h1>
      <p class="muted">${service.agency.name[l]} (${service.agency.shortName})</p>
      ${service.verified ? '' : html`<p class="notice">${words.exampleService}</p>`}
      <p>${service.summary[l]}</p>
      <dl class="facts">
        <dt>${words.cost}</dt>
        <dd>${service.feeText[l]}</dd>
        <dt>${words.time}</dt>
        <dd>${service.durationText[l]}</dd>
        <dt>${words.product}</dt>
        <dd>${service.product[l]}</dd>
      </dl>

      <h2>${words.bring}</h2>
      ${
        service.requirements.length === 0
          ? html`<p>${words.bringNothing}</p>`
          : service.requirements.map(
              ({ text, when }) =>
                html`<label class="check"
                  ><input type="checkbox" />
                  <span
                    >${text[l]}${when ? html` <span class="muted">(${when[l]})</span>` : ''}</span
                  ></label
                >`,
            )
      }
      ${waysOf(frame, service, hasForm)}

      <h2>${words.steps}</h2>
      <ol>
        ${service.procedure.map((step) => html`<li>${step[l]}</li>`)}
      </ol>

      <h2>${words.complaints}</h2>
      <ul>
        ${service.complaintChannels.map(
          ({ label, link }) =>
            html`<li>
              ${link ? html`<a href="${link}" rel="noopener">${label[l]}</a>` : label[l]}
            </li>`,
        )}
      </ul>

      <h2>${words.legalBasis}</h2>
      <ul>
        ${[...service.legalBasis, ...(service.decree ? [service.decree] : [])].map(
          (law) => html`<li>${law}</li>`,
        )}
      </ul>

      <details>
        <summary>${words.moreStandard}</summary>
        ${managementOf(service, words).map(
          ([title, text]) =>
            html`<h3>${title}</h3>
              <p>${text[l]}</p>`,
        )}
      </details>
    </mpp-service-finder>
    <script type="application/ld+json">
      ${raw(JSON.stringify(jsonLd).replaceAll('<', '\\u003c'))}
    </script>`;
}

function waysOf({ words, page, language: l }: Frame, service: Service, hasForm: boolean): Markup {
  return html`<h2>${words.ways}</h2>
    <p>${service.channels.map((channel) => words.channel[channel]).join(' · ')}</p>
    ${service.places.map(
      ({ name, address, counters }) =>
        html`<p>
          <b>${name[l]}</b><br />${address}${
            counters.length > 0 ? html`<br />${words.counters(counters.join(', '))}` : ''
          }
        </p>`,
    )}
    ${
      service.bookable
        ? html`<p>
            <a class="button" href="${page('janji', { layanan: service.id })}"
              >${words.takeNumber}</a
            >
          </p>`
        : ''
    }
    ${
      hasForm
        ? html`<p>
            <a class="button" href="${page('permohonan', { layanan: service.id })}"
              >${words.applyOnline}</a
            >
          </p>`
        : ''
    }
    ${
      service.mobileStops.length > 0
        ? html`<h3>${words.channel.mobile}</h3>
            <ul>
              ${service.mobileStops.map(
                ({ unit, weekday, opens, closes, place }) =>
                  html`<li>
                    ${unit[l]}: ${weekdayName(weekday, l)},
                    ${wallClock(opens, l)}–${wallClock(closes, l)}, ${place}
                  </li>`,
              )}
            </ul>
            <p><a href="${page('keliling')}">${words.mobileHeading}</a></p>`
        : ''
    }
    ${
      service.kiosks.length > 0
        ? html`<h3>${words.channel.self}</h3>
            <ul>
              ${service.kiosks.map(({ name, location }) => html`<li>${name[l]}, ${location[l]}</li>`)}
            </ul>
            <p><a href="${page('anjungan')}">${kioskWords[l].kiosks}</a></p>`
        : ''
    }`;
}

/** Components 8 to 14. */
function managementOf(service: Service, words: Words): readonly (readonly [string, Text])[] {
  return [
    [words.facilities, service.facilities],
    [words.staffCompetence, service.staffCompetence],
    [words.internalSupervision, service.internalSupervision],
    [words.staffing, service.staffing],
    [words.serviceGuarantee, service.serviceGuarantee],
    [words.safetyGuarantee, service.safetyGuarantee],
    [words.performanceEvaluation, service.performanceEvaluation],
  ];
}
