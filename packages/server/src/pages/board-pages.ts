import type { Queue } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { Problem } from '../problem.ts';
import { queue } from '../resources/queue.ts';
import { boardWords } from './board-words.ts';
import { clock, zoneName } from './format.ts';
import { translationOf, type Frame, type Markup } from './page.ts';
import type { Site, Visit } from './site.ts';

/** Seconds after which a browser without JavaScript loads the board again. */
const refresh = 15;

/** Who is called, and how many wait: on the wall of the place, and on a phone. */
export function addBoardPages(site: Site): void {
  site.getOfAny('/board', async (visit) => {
    const { context, frame } = visit;
    const lines = await read(visit, context.req.query('place'));
    return {
      title: boardWords[frame.language].board,
      bare: true,
      upgrade: true,
      refresh,
      body: html`<mpp-queue-board regency="${frame.regency}" place="${lines.placeId}" wall
        >${table(frame, lines)}</mpp-queue-board
      >`,
    };
  });

  site.get('/antrean', async (visit) => {
    const { context, frame } = visit;
    const words = boardWords[frame.language];
    const lines = await read(visit, context.req.query('tempat'));
    const agency = context.req.query('instansi') ?? '';
    return {
      title: words.board,
      translation: translationOf(context, frame, 'tempat', 'instansi'),
      upgrade: true,
      refresh,
      body: html`<mpp-queue-board
        regency="${frame.regency}"
        place="${lines.placeId}"
        agency="${agency}"
        >${table(frame, lines)}
        <p><a href="${frame.page('lacak')}">${words.mine}</a></p></mpp-queue-board
      >`,
    };
  });
}

/** The lines of a place; of the first mall, where none is named. */
async function read({ caller, catalogue, backend }: Visit, wanted?: string): Promise<Queue> {
  const places = [...catalogue.places.values()];
  const placeId = wanted ?? places.find(({ kind }) => kind === 'mall')?.id;
  if (placeId === undefined) throw new Problem('not_found');
  return queue.status({ ...caller, params: { placeId } }, backend);
}

function table(frame: Frame, { agencies, timeZone, serverTime }: Queue): Markup {
  const { language } = frame;
  const words = boardWords[language];
  const busy = agencies.filter(
    ({ calls, waiting, expected }) => calls.length + waiting + expected > 0,
  );
  const rows = busy.map(
    ({ agency, calls, waiting, waitingPriority, shares }) =>
      html`<tr>
        <th scope="row">
          ${agency.name[language]}${
            shares
              ? html`<span class="hint">${words.shares(shares.booked, shares.walkIns)}</span>`
              : ''
          }
        </th>
        <td>
          ${calls.map(
            ({ number, counter }) => html`<div>${words.toCounter(number, counter)}</div>`,
          )}
        </td>
        <td>${waitingPriority > 0 ? words.priority(waiting, waitingPriority) : waiting}</td>
      </tr>`,
  );
  return html`<h1>${words.board}</h1>
    ${
      busy.length === 0
        ? html`<p>${words.nobody}</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">${words.agency}</th>
                <th scope="col">${words.called}</th>
                <th scope="col">${words.waiting}</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>`
    }
    <p>${words.rule}</p>
    <p class="muted">
      ${words.knownAt(`${clock(serverTime, timeZone, language)} ${zoneName(timeZone)}`)}
    </p>`;
}
