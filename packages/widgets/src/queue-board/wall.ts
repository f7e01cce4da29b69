import type { AgencyQueue, CounterCall, Place, Queue as Lines } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { clockWithZone, dayAndMonth, dayOf } from '../format/moments.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { QueueBoardMessages } from '../messages/id/queue-board.ts';
import { isBusy, sharesText } from './agency-lines.ts';
import type { CallSpeaker } from './call-speaker.ts';

interface Wall {
  lines: Lines;
  /** Those that are wanted. */
  agencies: readonly AgencyQueue[];
  place: Place | undefined;
  /** By the server's clock. */
  now: string;
  /** That the line to the server is lost, or why nobody serves. */
  remarks: TemplateResult | typeof nothing;
  speaker: CallSpeaker;
}

/** How small all must be written so that it fits the screen. */
function sizeFor(busy: readonly AgencyQueue[]) {
  const parts = busy.reduce((sum, { calls }) => sum + 2 + calls.length, 0);
  return parts > 50 ? 'many' : parts > 18 ? 'some' : 'few';
}

/** The board on the wall of a place: the newest call largest, and every agency with a line. */
export function wall(parts: Wall, t: QueueBoardMessages, locale: Locale): TemplateResult {
  const { lines, agencies, place, now, speaker } = parts;
  const { timeZone } = lines;
  const busy = agencies.filter(isBusy);
  // Of each agency the latest calls, as many as have room.
  const room = busy.length > 15 ? 2 : 5;
  return html`
    <div class="wall ${sizeFor(busy)}">
      <div class="head">
        <h2 data-heading tabindex="-1">${place ? inLocale(place.name, locale) : t.title}</h2>
        ${parts.remarks}
        <p>
          ${dayAndMonth(dayOf(now, timeZone), locale)}
          <time>${clockWithZone(now, timeZone, locale)}</time>
        </p>
      </div>
      ${newest(busy, t, locale)}
      <ul class="agencies">
        ${busy.map((line) => cell(line, room, t, locale))}
      </ul>
      <div class="foot">
        <p>${t.rule}</p>
        ${speaker.isAble ? sound(speaker, t) : nothing}
      </div>
    </div>
  `;
}

function newest(agencies: readonly AgencyQueue[], t: QueueBoardMessages, locale: Locale) {
  const calls = agencies.flatMap(({ agency, calls }) => calls.map((call) => ({ agency, call })));
  const at = ({ call }: { call: CounterCall }) => Date.parse(call.at);
  const [latest] = calls.sort((a, b) => at(b) - at(a));
  if (!latest) {
    return html`<p class="newest none">${agencies.length > 0 ? t.nobodyCalled : t.nobody}</p>`;
  }
  const { agency, call } = latest;
  return html`
    <section class="newest" part="call">
      <p>
        <span>${t.newestNumber}</span>
        <strong>${call.number}</strong>
      </p>
      <p>
        <span>${t.goTo}</span>
        <strong>${t.counter(call.counter)}</strong>
      </p>
      <p class="for">${inLocale(agency.name, locale)}</p>
    </section>
  `;
}

function cell(line: AgencyQueue, room: number, t: QueueBoardMessages, locale: Locale) {
  const { agency, calls, waiting } = line;
  return html`
    <li>
      <h3>${inLocale(agency.name, locale)}</h3>
      <ul class="calls">
        ${calls
          .slice(0, room)
          .map(
            ({ number, counter, state }) =>
              html`<li class=${state}>
                <strong>${number}</strong> <span>${t.counter(counter)}</span>
              </li>`,
          )}
      </ul>
      <p class="muted">${t.waitingShort(waiting)}</p>
      ${room > 2 ? sharesText(line, t) : nothing}
    </li>
  `;
}

function sound(speaker: CallSpeaker, t: QueueBoardMessages) {
  return html`
    <div class="sound">
      <span role="status">${speaker.isOn ? t.soundOn : t.soundOff}</span>
      <button type="button" @click=${() => speaker.toggle()}>
        ${speaker.isOn ? t.switchOff : t.switchOn}
      </button>
    </div>
  `;
}
