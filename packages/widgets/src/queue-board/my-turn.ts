import type { QueuePosition } from '@mpp-digital/contract';
import type { MppError } from '@mpp-digital/sdk';
import { html, nothing, type TemplateResult } from 'lit';

import { notice } from '../form/notice.ts';
import { textField } from '../form/text-field.ts';
import { errorText } from '../messages/error-text.ts';
import type { QueueBoardMessages } from '../messages/id/queue-board.ts';
import { causeText } from '../ticket/cause-text.ts';
import { waitText } from './wait-text.ts';

/** What is wrong with a code that was typed, by the name of its sentence. */
export type CodeProblem = 'codeMissing' | 'codeMistyped';

interface CodeQuestion {
  typed: string;
  problem: CodeProblem | undefined;
  /** The answer is awaited. */
  pending: boolean;
  trouble: MppError | undefined;
  onInput: (typed: string) => void;
  onSubmit: (event: SubmitEvent) => void;
}

/** Asks for the code of one's ticket. */
export function codeQuestion(parts: CodeQuestion, t: QueueBoardMessages): TemplateResult {
  const { trouble } = parts;
  const problem = trouble?.code === 'not_found' ? 'codeUnknown' : parts.problem;
  const cause = trouble && causeText(trouble, t);
  return html`
    <form class="stack" novalidate @submit=${parts.onSubmit}>
      <h3>${t.mineTitle}</h3>
      ${textField({
        id: 'code',
        label: t.codeLabel,
        hint: t.codeHint,
        error: problem && t[problem],
        value: parts.typed,
        onInput: parts.onInput,
      })}
      ${
        trouble && !problem
          ? html`<div role="alert">
              ${notice('negative', cause ? t.mineFailed(cause) : errorText(trouble, t))}
            </div>`
          : nothing
      }
      <div class="row">
        <button class="primary">${parts.pending && !trouble ? t.looking : t.showMine}</button>
      </div>
    </form>
  `;
}

interface MyTurn {
  position: QueuePosition;
  trouble: MppError | undefined;
  /** When the position was known: `09.20 WIB`. */
  knownAt: string;
  /** The server's page that shows the whole booking. */
  bookingPage: string;
  onOtherCode: () => void;
}

/** One's own number, and what to do. */
export function myTurn(parts: MyTurn, t: QueueBoardMessages): TemplateResult {
  const { position, trouble } = parts;
  const { number, state } = position;
  const isCalled = state === 'called';
  const cause = trouble && (causeText(trouble, t) ?? t.causes.busy);
  return html`
    <section class="mine ${isCalled ? 'called' : ''}" part="mine">
      <p class="mine-number">
        <span>${t.myNumber}</span>
        <strong part="number">${number}</strong>
      </p>
      <div role=${isCalled ? 'alert' : nothing}>${standing(parts, t)}</div>
      ${cause ? notice('warning', t.mineKept(cause, parts.knownAt)) : nothing}
      <button type="button" class="plain" @click=${parts.onOtherCode}>${t.otherCode}</button>
    </section>
  `;
}

function standing({ position, bookingPage }: MyTurn, t: QueueBoardMessages) {
  const { state, counter, before, wait } = position;
  if (state === 'called' && counter !== null) {
    return html`<p class="call">${t.calledTo(counter)}</p>`;
  }
  if (state === 'serving' && counter !== null) return html`<p>${t.servingAt(counter)}</p>`;
  if (state === 'booked' && !before) {
    return html`<p>${t.otherDay} <a href=${bookingPage}>${t.seeBooking}</a></p>`;
  }
  if (!before) return html`<p>${t.standing[state]}</p>`;
  return html`
    ${state === 'booked' ? notice('warning', t.notHereYet) : nothing}
    <p class="turn">${t.before(before.here, before.expected)}</p>
    <p>${wait ? t.myWait(waitText(wait, t)) : t.myWaitUnknown}</p>
    ${state === 'booked' ? nothing : html`<p class="muted">${t.standing[state]}</p>`}
  `;
}
