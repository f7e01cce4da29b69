import type { Officer } from '@mpp-digital/contract';
import { html, type TemplateResult } from 'lit';

import type { Locale } from '../language.ts';
import type { CounterDeskMessages } from '../messages/id/counter-desk.ts';
import type { Seat } from './desk-line.ts';

/** Asks where the officer sits. */
export function seatChoice(
  { agencies }: Officer,
  onChoice: (seat: Seat) => void,
  locale: Locale,
  t: CounterDeskMessages,
): TemplateResult {
  if (agencies.length === 0) {
    return html`<h2 data-heading tabindex="-1">${t.choose}</h2>
      <p>${t.noAgency}</p>`;
  }
  const seats = agencies.flatMap(({ id, name, placeId, counters }) =>
    counters.map((counter) => ({ placeId, agencyId: id, counter, name: name[locale] })),
  );
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = new FormData(event.target as HTMLFormElement).get('seat');
    const { placeId, agencyId, counter } = seats[Number(chosen)]!;
    onChoice({ placeId, agencyId, counter });
  };
  return html`
    <form @submit=${onSubmit}>
      <h2 data-heading tabindex="-1">${t.choose}</h2>
      <div class="field">
        <label for="seat">${t.counter}</label>
        <select id="seat" name="seat">
          ${seats.map(
            (seat, index) => html`<option value=${index}>${t.at(seat.name, seat.counter)}</option>`,
          )}
        </select>
      </div>
      <button class="primary">${t.open}</button>
    </form>
  `;
}
