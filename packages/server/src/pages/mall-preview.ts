import type { AffectedBooking, MallChange } from '@mpp-digital/contract';
import { html } from 'hono/html';

import type { Language } from '../handler.ts';
import type { Fields } from './form.ts';
import { clock, dayOfMoment, longDay } from './format.ts';
import { hiddenFields, textFields, Typed } from './mall-fields.ts';
import { mallWords } from './mall-words.ts';
import type { Markup } from './page.ts';

/** What a form asked for, and what came of it. */
export interface Asked {
  language: Language;
  timeZone: string;
  action: string;
  fields: Fields;
  /** Everything that was sent. */
  sent: Iterable<readonly [string, string]>;
  /** What is wrong with the decision. */
  errors: ReadonlyMap<string, string>;
}

const ofDecision = ['sidik', 'pilihan', 'pesan', 'pesan-en'];

/** Who has booked, and the question what becomes of them. */
export function previewPage(asked: Asked, change: MallChange): Markup {
  const { language, action, fields, sent, errors } = asked;
  const words = mallWords[language];
  const changed = fields('sidik') !== '' && fields('sidik') !== change.fingerprint;
  const at = new Typed(action, fields, errors).of(fields('form'));
  const chosen = fields('pilihan') || 'move';
  const choice = (value: 'move' | 'keep' | 'cancel') =>
    html`<label class="check"
      ><input
        type="radio"
        name="pilihan"
        value="${value}"
        ${chosen === value ? 'checked' : ''}
      />${words[value]}</label
    >`;
  return html`<h1>${words.previewTitle(change.affected.length)}</h1>
    <p class="notice ${changed ? 'bad' : ''}" ${changed ? html`role="alert"` : ''}>
      ${changed ? words.previewChanged : words.previewLead}
    </p>
    <ul>
      ${change.days.map(
        ({ date, bookings }) =>
          html`<li>${longDay(date, language)}: ${words.perDay(bookings)}</li>`,
      )}
    </ul>
    <form method="post" action="${action}" novalidate>
      ${hiddenFields(sent, ofDecision)}
      <input type="hidden" name="sidik" value="${change.fingerprint ?? ''}" />
      <fieldset>
        <legend>${words.choose}</legend>
        ${choice('move')} ${choice('keep')} ${choice('cancel')}
      </fieldset>
      ${textFields(
        {
          ...at,
          // The reason of a closure is theirs, too, until another is written.
          value: (name) =>
            fields('sidik') ? fields(name) : fields(name.replace('pesan', 'alasan')),
        },
        words,
        'putusan',
        'pesan',
        words.reasonForThem,
      )}
      <p>
        <button>${words.confirm}</button>
        <a class="button quiet" href="${action}">${words.back}</a>
      </p>
    </form>
    ${bookings(asked, change.affected)}`;
}

/** What became of those who had booked. */
export function donePage(asked: Asked, change: MallChange): Markup {
  const { language, action, fields } = asked;
  const words = mallWords[language];
  const choice = fields('pilihan') as 'move' | 'keep' | 'cancel';
  return html`<h1>${words.done}</h1>
    ${
      change.affected.length > 0
        ? html`<p>${words.became[choice]}</p>
            ${bookings(asked, change.affected)}`
        : ''
    }
    ${
      change.keptDays.length > 0
        ? html`<p>${words.keptDays(new Set(change.keptDays.map(({ date }) => date)).size)}</p>`
        : ''
    }
    <p><a class="button" href="${action}">${words.mall}</a></p>`;
}

function bookings({ language, timeZone }: Asked, list: readonly AffectedBooking[]): Markup {
  const words = mallWords[language];
  const time = (moment: string) =>
    `${dayOfMoment(moment, timeZone, language)}, ${clock(moment, timeZone, language)}`;
  return html`<table class="wide">
    <thead>
      <tr>
        <th scope="col">${words.number}</th>
        <th scope="col">${words.service}</th>
        <th scope="col">${words.bookedTime}</th>
        <th scope="col">${words.newTime}</th>
      </tr>
    </thead>
    <tbody>
      ${list.map(
        ({ number, service, startsAt, movesTo }) =>
          html`<tr>
            <th scope="row">${number}</th>
            <td>${service.name[language]}</td>
            <td>${time(startsAt)}</td>
            <td>${movesTo === null ? words.noTime : time(movesTo)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
