import {
  bookingMoves,
  type BookingState,
  type BookingStatus,
  type StatusEvent,
} from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { clock, dayOf, shortDay } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import type { FoundMessages } from './found-messages.ts';

type Tense = 'done' | 'current' | 'toCome' | 'over';

interface Line {
  state: BookingState;
  tense: Tense;
  /** Undefined for what is to come. */
  at?: string;
}

/** What happened, what is now, and what comes next if all goes well. */
export function timeline(status: BookingStatus, t: FoundMessages, locale: Locale): TemplateResult {
  const { timeZone } = status;
  const moment = (at: string) =>
    `${shortDay(dayOf(at, timeZone), locale)} ${clock(at, timeZone, locale)}`;
  return html`
    <section aria-labelledby="timeline">
      <h3 id="timeline">${t.journey}</h3>
      <ol class="timeline" part="timeline">
        ${lines(status).map(({ state, tense, at }) =>
          keyed(
            `${state} ${tense} ${at}`,
            html`
              <li class=${tense} aria-current=${tense === 'current' ? 'step' : nothing}>
                <span class="mark" aria-hidden="true">${marks[tense]}</span>
                <span class="state">${t.stateNames[state]}</span>
                <span class=${tense === 'current' ? 'tense' : 'visually-hidden'}
                  >${t.tenses[tense]}</span
                >
                ${at ? html`<time datetime=${at}>${moment(at)}</time>` : nothing}
              </li>
            `,
          ),
        )}
      </ol>
    </section>
  `;
}

const marks: Record<Tense, string> = { done: '✓', current: '●', toCome: '○', over: '×' };

function lines({ timeline: events, state }: BookingStatus): Line[] {
  const told = events.filter((event, position) =>
    isWorthTelling(event, events[position - 1], events[position + 1]),
  );
  const past = told.map(({ at, state: was }): Line => ({ at, state: was, tense: 'done' }));
  const last = past.at(-1);
  const ended = bookingMoves[state].length === 0;
  if (last) last.tense = !ended ? 'current' : state === 'served' ? 'done' : 'over';
  return [...past, ...toCome(state).map((next): Line => ({ state: next, tense: 'toCome' }))];
}

/** Neither a place that was kept until it was booked, nor the new booking after a change of time. */
const isWorthTelling = ({ state }: StatusEvent, before?: StatusEvent, next?: StatusEvent) =>
  !next || !(state === 'held' || (state === 'booked' && before?.state === 'rescheduled'));

/** The first move that the contract names is the good one. */
function toCome(state: BookingState): BookingState[] {
  const next = bookingMoves[state][0];
  return next ? [next, ...toCome(next)] : [];
}
