import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';

import { isOwnPage, readCaller } from '../call.ts';
import type { Catalogue } from '../catalogue.ts';
import { Exchange, problemOf } from '../exchange.ts';
import type { Backend } from '../handler.ts';
import { Problem } from '../problem.ts';
import { mall } from '../resources/mall.ts';
import { villagesOf } from '../mobile-units.ts';
import { staffCookie } from '../staff/cookies.ts';
import type { Session } from '../staff/session.ts';
import type { Refusal } from '../validation.ts';
import { readLargeForm } from './form.ts';
import { hiddenFields, Typed } from './mall-fields.ts';
import { carryOutForm, refusalsOf, type Sent } from './mall-forms.ts';
import { mallPage } from './mall-page.ts';
import { donePage, previewPage, type Asked } from './mall-preview.ts';
import { mallWords } from './mall-words.ts';
import { document, frameOf, pageHeaders, type Content, type Markup } from './page.ts';
import { inWords, refusePage } from './site.ts';
import { staffWords } from './staff-words.ts';

const path = '/staff/mall';

/** The managers' page, which works without JavaScript. */
export function addMallPages(app: Hono, backend: Backend): void {
  const answer = (show: (visit: ManagerVisit) => Promise<Response>) => async (context: Context) => {
    const exchange = new Exchange(backend, context, path);
    try {
      return await show(await visitOf(context, exchange, backend));
    } catch (error) {
      return refusePage(exchange, context, '', error);
    }
  };

  app.get(
    path,
    answer(async (visit) => {
      const { call, context, words } = visit;
      if (!call) {
        return visit.leave(`/staff/sign-in?to=${encodeURIComponent(visit.action)}`);
      }
      if (call.officer.role !== 'manager') return visit.show(html`<p>${words.managersOnly}</p>`);
      const saved = context.req.query('tersimpan') !== undefined;
      const notice = saved ? html`<p class="notice" role="status">${words.saved}</p>` : '';
      return visit.show(await wholePage(visit, call, new Typed(visit.action), notice));
    }),
  );

  app.get(
    `${path}/catalogue.json`,
    answer(async ({ call, exchange }) => {
      if (!call) throw new Problem('unauthorized');
      const file = JSON.stringify(await mall.exportCatalogue(call, backend), null, 1);
      return exchange.answer(`${file}\n`, {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="catalogue-${call.catalogue.regency.code}.json"`,
      });
    }),
  );

  app.post(
    path,
    answer(async (visit) => {
      const { context, call } = visit;
      if (!isOwnPage(context)) throw new Problem('forbidden');
      const sent = await readLargeForm(context);
      if (!call) return askToSignIn(visit, sent);
      try {
        return await carryOut(visit, call, sent);
      } catch (error) {
        return await askAgain(visit, call, sent, error);
      }
    }),
  );
}

type ManagerCall = Sent['call'];

/** A request to the managers' page. */
interface ManagerVisit {
  context: Context;
  exchange: Exchange;
  backend: Backend;
  words: (typeof mallWords)['id'];
  language: 'id' | 'en';
  /** Where forms are sent. */
  action: string;
  /** Who asks; undefined when nobody is signed in. */
  call: ManagerCall | undefined;
  show: (body: Markup, refusal?: unknown) => Response;
  leave: (to: string) => Response;
}

async function visitOf(
  context: Context,
  exchange: Exchange,
  backend: Backend,
): Promise<ManagerVisit> {
  const token = getCookie(context, staffCookie);
  const officer = token === undefined ? undefined : await backend.sessions.open(token);
  const catalogue = officer && (await backend.catalogues.get(officer.regency));
  const regency = catalogue?.regency ?? { code: '', name: 'MPP Digital' };
  const frame = frameOf(context, regency);
  const { language } = frame;
  const words = mallWords[language];
  return {
    ...{ context, exchange, backend, words, language },
    action: language === 'en' ? `${path}?lang=en` : path,
    call: officer && catalogue && callOf(context, officer, catalogue, backend),
    show(body, refusal) {
      const content: Content = {
        title: words.mall,
        body,
        navigation: html`<a href="/staff">${words.desk}</a>
          <form method="post" action="/staff/sign-out">
            <button>${staffWords[language].signOut}</button>
          </form>`,
        ...(context.req.method === 'GET' && {
          translation: language === 'id' ? `${path}?lang=en` : path,
        }),
      };
      const status = refusal === undefined ? 200 : exchange.refuse(refusal).status;
      return exchange.answer(document(frame, content), { ...pageHeaders }, status);
    },
    leave: (to) => exchange.answer(null, { location: to }, 303),
  };
}

function callOf(
  context: Context,
  officer: Session,
  catalogue: Catalogue,
  backend: Backend,
): ManagerCall {
  return { ...readCaller(context, catalogue, backend), officer };
}

async function wholePage(
  { backend, language }: ManagerVisit,
  call: ManagerCall,
  typed: Typed,
  notice: Markup | string,
): Promise<Markup> {
  const villages = villagesOf(call.catalogue.mobileUnits);
  const state = await mall.read(call, backend);
  return mallPage({ language, state, villages, typed, notice });
}

async function carryOut(
  visit: ManagerVisit,
  call: ManagerCall,
  sent: URLSearchParams,
): Promise<Response> {
  const { backend, action } = visit;
  const state = await mall.read(call, backend);
  const change = await carryOutForm({ call, backend, state, fields: fieldsOf(sent) });
  const asked = askedOf(visit, call, sent);
  if (!change.done) return visit.show(previewPage(asked, change));
  if (change.affected.length + change.keptDays.length > 0) {
    return visit.show(donePage(asked, change));
  }
  return visit.leave(`${action}${action.includes('?') ? '&' : '?'}tersimpan=ya`);
}

/** Shows what was typed once more, with what is wrong with it. */
async function askAgain(
  visit: ManagerVisit,
  call: ManagerCall,
  sent: URLSearchParams,
  error: unknown,
): Promise<Response> {
  const { words, action, backend } = visit;
  const fields = fieldsOf(sent);
  const refusals = refusalsOf(error);
  if (!refusals) return sendLater(visit, sent, error);
  const errors = new Map(refusals.map((each) => [fieldOf(each), inOwnWords(visit, each)]));
  if (errors.has('pilihan') || errors.has('pesan')) {
    const undecided = new URLSearchParams(sent);
    undecided.delete('sidik');
    const state = await mall.read(call, backend);
    const again = await carryOutForm({ call, backend, state, fields: fieldsOf(undecided) });
    if (!again.done) {
      const asked = { ...askedOf(visit, call, sent), errors };
      return visit.show(previewPage(asked, again));
    }
  }
  const notice = html`<div class="notice bad" role="alert">
    <p><b>${words.wrong}</b></p>
    <ul>
      ${refusals.slice(0, 20).map((each) => html`<li>${inOwnWords(visit, each)}</li>`)}
    </ul>
  </div>`;
  return visit.show(await wholePage(visit, call, new Typed(action, fields, errors), notice));
}

/** What passes: the same, sent again as it stands here. */
function sendLater(visit: ManagerVisit, sent: URLSearchParams, error: unknown): Response {
  const { words, context, action } = visit;
  const frame = frameOf(context, { code: '', name: '' });
  const [title, text] = inWords(frame.words, problemOf(error));
  return visit.show(
    html`<h1>${title}</h1>
      <p>${text}</p>
      <form method="post" action="${action}">
        ${hiddenFields(sent, [])}<button>${words.sendAgain}</button>
        <a class="button quiet" href="${action}">${words.back}</a>
      </form>`,
    error,
  );
}

function askToSignIn(visit: ManagerVisit, sent: URLSearchParams): Response {
  const { words, action } = visit;
  return visit.show(
    html`<h1>${words.signInAgain}</h1>
      <p>
        <a class="button" href="/staff/sign-in" target="_blank" rel="noopener"
          >${words.signInLink}</a
        >
      </p>
      <form method="post" action="${action}">
        ${hiddenFields(sent, [])}<button class="quiet">${words.sendAgain}</button>
      </form>`,
    new Problem('unauthorized'),
  );
}

function askedOf(visit: ManagerVisit, { catalogue }: ManagerCall, sent: URLSearchParams): Asked {
  const { language, action } = visit;
  const { timeZone } = catalogue.regency;
  return { language, action, timeZone, fields: fieldsOf(sent), sent, errors: new Map() };
}

const fieldsOf = (sent: URLSearchParams) => (name: string) => sent.get(name) ?? '';

/** What the page calls the members of a change. */
const names: Readonly<Record<string, string>> = {
  date: 'tanggal',
  reason: 'alasan',
  hours: 'jam',
  slotMinutes: 'menit',
  dailyQuota: 'kuota',
  walkInShare: 'langsung',
  decision: 'pesan',
};

function fieldOf({ pointer }: Refusal): string {
  const [, first = ''] = pointer.split('/');
  return names[first] ?? first;
}

function inOwnWords({ language, words }: ManagerVisit, { pointer, detail }: Refusal): string {
  const said = words.details[detail];
  if (said !== undefined) return said;
  // Who imports a file reads where in it, and why.
  return language === 'en' || pointer.startsWith('/catalogue/')
    ? `${pointer.replace('/catalogue', '')}: ${detail}`
    : `${words.checkThis}: ${pointer}`;
}
