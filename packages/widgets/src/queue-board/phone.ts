import type { Place, Queue as Lines } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { clockWithZone } from '../format/moments.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { QueueBoardMessages } from '../messages/id/queue-board.ts';
import { agencyLine, agencyList } from './agency-lines.ts';
import type { MyNumber } from './my-number.ts';
import { type CodeProblem, codeQuestion, myTurn } from './my-turn.ts';

interface Phone {
  lines: Lines | undefined;
  place: Place | undefined;
  /** Id of the only agency to show; empty for all. */
  onlyAgency: string;
  /** Id of the agency that was chosen; empty for none. */
  chosenAgency: string;
  /** What is to be said of the board as a whole. */
  remarks: TemplateResult | typeof nothing;
  /** By the server's clock. */
  now: string;
  isLive: boolean;
  onChoose: (agencyId: string) => void;
  mine: MyNumber;
  /** The server's page that shows a whole booking. */
  bookingPage: string;
  typed: string;
  problem: CodeProblem | undefined;
  onInput: (typed: string) => void;
  onSubmit: (event: SubmitEvent) => void;
  onOtherCode: () => void;
}

/** The board on somebody's phone: one's own turn first, then the line of one agency. */
export function phone(parts: Phone, t: QueueBoardMessages, locale: Locale): TemplateResult {
  const { lines, place, onlyAgency, chosenAgency, onChoose, mine } = parts;
  const { position, trouble } = mine;
  const lineOf = (id: string) => lines?.agencies.find(({ agency }) => agency.id === id);
  const line = position ? lineOf(position.agency.id) : (lineOf(onlyAgency) ?? lineOf(chosenAgency));
  const agency = position?.agency ?? line?.agency;
  const isChosen = !position && line !== undefined && line === lineOf(chosenAgency);
  const time = (moment: string) => clockWithZone(moment, lines?.timeZone ?? 'Asia/Jakarta', locale);
  const question = position
    ? nothing
    : codeQuestion({ ...parts, trouble, pending: mine.code !== '' }, t);
  const choice = lines
    ? html`<section class="stack">
        <p>${onlyAgency ? t.agencyUnknown : t.chooseAgency}</p>
        ${agencyList(lines.agencies, onChoose, t, locale)}
      </section>`
    : nothing;
  return html`
    <div class="board">
      <div class="head">
        ${
          isChosen
            ? html`<button type="button" class="plain back" @click=${() => onChoose('')}>
                ‹ ${t.allAgencies}
              </button>`
            : nothing
        }
        <h2 data-heading tabindex="-1">${agency ? inLocale(agency.name, locale) : t.title}</h2>
        ${place ? html`<p class="muted">${inLocale(place.name, locale)}</p>` : nothing}
      </div>
      ${
        position
          ? myTurn({ ...parts, position, trouble, knownAt: time(position.serverTime) }, t)
          : nothing
      }
      ${parts.remarks} ${line ? agencyLine(line, t) : nothing} ${question}
      ${line ? nothing : choice}
      ${
        lines
          ? html`<div class="foot muted">
              <p>${t.rule}</p>
              ${parts.isLive ? html`<p>${t.knownAt(time(parts.now))}</p>` : nothing}
            </div>`
          : nothing
      }
    </div>
  `;
}
