import { randomUUID } from 'node:crypto';

import { formatCode, type PreparedTerminal, type Terminal } from '@mpp-digital/contract';
import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';

import { isOwnPage, readCaller } from '../call.ts';
import type { Catalogue } from '../catalogue.ts';
import { Exchange } from '../exchange.ts';
import type { Backend } from '../handler.ts';
import { Problem } from '../problem.ts';
import { kiosk } from '../resources/kiosk.ts';
import { staffCookie } from '../staff/cookies.ts';
import { readForm } from './form.ts';
import { clock, dayOfMoment, zoneName } from './format.ts';
import { kioskWords } from './kiosk-words.ts';
import { document, frameOf, pageHeaders, type Frame, type Markup } from './page.ts';
import { refusePage } from './site.ts';

const path = '/staff/terminals';

/** Where managers prepare and revoke the mall's own terminals. */
export function addTerminalPages(app: Hono, backend: Backend): void {
  const answer = async (context: Context, change?: Change): Promise<Response> => {
    const exchange = new Exchange(backend, context, path);
    try {
      const call = await managerCall(context, backend);
      if (!call) return exchange.answer(null, { location: `/staff/sign-in?to=${path}` }, 303);
      const prepared = await change?.(call, await readForm(context));
      if (change && !prepared) return exchange.answer(null, { location: path }, 303);
      const { catalogue, officer } = call;
      const frame = frameOf(context, catalogue.regency);
      const { terminals } =
        officer.role === 'manager' ? await kiosk.terminals(call, backend) : { terminals: [] };
      const body =
        officer.role === 'manager'
          ? list(frame, catalogue, terminals, call.publicUrl, prepared ?? undefined)
          : html`<h1>${kioskWords[frame.language].terminals}</h1>
              <p>${kioskWords[frame.language].onlyManagers}</p>`;
      const content = {
        title: kioskWords[frame.language].terminals,
        body,
        navigation: back(frame),
      };
      return exchange.answer(document(frame, content), { ...pageHeaders });
    } catch (error) {
      return refusePage(exchange, context, '', error);
    }
  };

  app.get(path, (context) => answer(context));
  app.post(path, (context) =>
    answer(context, (call, fields) =>
      kiosk.prepare(
        { ...call, body: { kioskId: fields('anjungan') }, key: fields('kunci') },
        backend,
      ),
    ),
  );
  app.post(`${path}/revoke`, (context) =>
    answer(context, async (call, fields) => {
      await kiosk.revoke({ ...call, params: { terminalId: fields('perangkat') } }, backend);
      return null;
    }),
  );
}

type ManagerCall = NonNullable<Awaited<ReturnType<typeof managerCall>>>;

/** What a form asks for; null when there is nothing to show of it. */
type Change = (
  call: ManagerCall,
  fields: (name: string) => string,
) => Promise<PreparedTerminal | null>;

/** Who has signed in, as handlers want to know it; undefined when nobody has. */
async function managerCall(context: Context, backend: Backend) {
  const officer = await backend.sessions.open(getCookie(context, staffCookie) ?? '');
  const catalogue = officer && (await backend.catalogues.get(officer.regency));
  if (!officer || !catalogue) return undefined;
  if (!isOwnPage(context)) throw new Problem('forbidden');
  return { ...readCaller(context, catalogue, backend), catalogue, officer };
}

const back = ({ language }: Frame): Markup =>
  html`<a href="/staff">${kioskWords[language].backToDesk}</a>`;

function list(
  frame: Frame,
  catalogue: Catalogue,
  terminals: readonly Terminal[],
  publicUrl: string,
  prepared?: PreparedTerminal,
): Markup {
  const { language } = frame;
  const words = kioskWords[language];
  return html`<h1>${words.terminals}</h1>
    <p>${words.terminalsLead}</p>
    ${prepared ? codeOf(frame, catalogue, publicUrl, prepared) : ''}
    ${[...catalogue.kiosks.values()].map(({ id, name, location }) => {
      const here = terminals.filter(({ kioskId }) => kioskId === id);
      return html`<section>
        <h2>${name[language]}</h2>
        <p class="muted">${location[language]}</p>
        ${here.length === 0 ? html`<p>${words.noTerminal}</p>` : ''}
        ${here.map((terminal) => device(frame, catalogue, terminal))}
        <form method="post" action="${path}">
          <input type="hidden" name="anjungan" value="${id}" />
          <input type="hidden" name="kunci" value="${randomUUID()}" />
          <button class="quiet">${words.prepare}</button>
        </form>
      </section>`;
    })}`;
}

function codeOf(
  { language, regency }: Frame,
  catalogue: Catalogue,
  publicUrl: string,
  { terminal, code, until }: PreparedTerminal,
): Markup {
  const words = kioskWords[language];
  const { timeZone } = catalogue.regency;
  const name = catalogue.kiosks.get(terminal.kioskId)?.name[language] ?? terminal.kioskId;
  return html`<div class="ticket" role="status">
    <h2>${words.prepared(name)}</h2>
    <p>${words.openOn}<br /><b>${publicUrl}/kiosk?regency=${regency}</b></p>
    <p>${words.typeCode(`${clock(until, timeZone, language)} ${zoneName(timeZone)}`)}</p>
    <p class="number">${formatCode(code)}</p>
  </div>`;
}

function device({ language }: Frame, { regency }: Catalogue, terminal: Terminal): Markup {
  const words = kioskWords[language];
  const { id, state, preparedAt, trustedAt } = terminal;
  const moment = state === 'trusted' && trustedAt !== null ? trustedAt : preparedAt;
  const day = dayOfMoment(moment, regency.timeZone, language);
  const when = `${day}, ${clock(moment, regency.timeZone, language)}`;
  return html`<form method="post" action="${path}/revoke" class="row">
    <p>${words.state[state](when)}</p>
    <input type="hidden" name="perangkat" value="${id}" />
    ${state === 'revoked' ? '' : html`<button class="danger">${words.revoke}</button>`}
  </form>`;
}
