import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';

import { publicUrlOf } from '../call.ts';
import { Exchange } from '../exchange.ts';
import type { Backend } from '../handler.ts';
import { beginCookie, staffCookie } from '../staff/cookies.ts';
import { ProviderTrouble } from '../staff/sign-in.ts';
import { mallWords } from './mall-words.ts';
import { document, frameOf, pageHeaders, type Content } from './page.ts';
import { staffWords, type StaffWords } from './staff-words.ts';

type Answer = (exchange: Exchange, words: StaffWords) => Promise<Response>;

/** The officers' page, and the way in and out. */
export function addStaffPages(app: Hono, backend: Backend): void {
  const { sessions, signIn, catalogues } = backend;

  const show = (context: Context, exchange: Exchange, content: Content, regency = '', name = '') =>
    exchange.answer(
      document(frameOf(context, { code: regency, name: name || 'MPP Digital' }), {
        navigation: html``,
        ...content,
      }),
      { ...pageHeaders },
    );

  const trouble = (context: Context, exchange: Exchange, words: StaffWords, text: string) =>
    show(context, exchange, {
      title: words.staff,
      body: html`<h1>${words.notSignedIn}</h1>
        <p>${text}</p>
        <p><a class="button" href="/staff/sign-in">${words.again}</a></p>`,
    });

  const on = (method: 'GET' | 'POST', path: string, answer: (context: Context) => Answer) =>
    app.on(method, path, async (context) => {
      const exchange = new Exchange(backend, context, path);
      const words = staffWords[frameOf(context, { code: '', name: '' }).language];
      try {
        return await answer(context)(exchange, words);
      } catch (error) {
        if (!(error instanceof ProviderTrouble)) return exchange.refuse(error);
        backend.log.error({ requestId: exchange.id }, 'the identity provider cannot be asked');
        return trouble(context, exchange, words, words.providerTrouble);
      }
    });

  on('GET', '/staff', (context) => async (exchange, words) => {
    const token = getCookie(context, staffCookie);
    const session = token === undefined ? undefined : await sessions.open(token);
    const catalogue = session && (await catalogues.get(session.regency));
    if (!session || !catalogue) {
      return show(context, exchange, {
        title: words.staff,
        body: signIn
          ? html`<h1>${words.staff}</h1>
              <p>${words.lead}</p>
              <p><a class="button" href="/staff/sign-in">${words.signIn}</a></p>`
          : html`<h1>${words.staff}</h1>
              <p>${words.notConfigured}</p>`,
      });
    }
    const { code, name } = catalogue.regency;
    const content: Content = {
      title: words.desk,
      upgrade: true,
      navigation: html`${
          session.role === 'manager'
            ? html`<a href="/staff/mall"
                  >${mallWords[frameOf(context, catalogue.regency).language].mall}</a
                >
                <a href="/staff/terminals">${words.terminals}</a>`
            : ''
        }
        <form method="post" action="/staff/sign-out">
          <button>${words.signOut}</button>
        </form>`,
      body: html`<h1>${words.desk}</h1>
        <mpp-counter-desk regency="${code}"><p>${words.loading}</p></mpp-counter-desk> `,
    };
    return show(context, exchange, content, code, name);
  });

  on('GET', '/staff/sign-in', (context) => async (exchange, words) => {
    if (!signIn) return trouble(context, exchange, words, words.notConfigured);
    const { url, begun, until } = await signIn.begin(
      redirectOf(context, backend),
      wantedPage(context.req.query('to')),
    );
    setCookie(context, beginCookie, begun, { ...cookie(context, backend), expires: until });
    return leave(context, exchange, url.href);
  });

  on('GET', '/staff/signed-in', (context) => async (exchange, words) => {
    const begun = getCookie(context, beginCookie) ?? '';
    const address = new URL(context.req.url);
    const here = new URL(redirectOf(context, backend));
    here.search = address.search;
    const found = await signIn?.end(here, begun);
    deleteCookie(context, beginCookie, cookie(context, backend));
    if (!found) {
      const refused = trouble(context, exchange, words, words.refused);
      return withCookies(context, refused);
    }
    const token = await sessions.seal(found.session);
    setCookie(context, staffCookie, token, {
      ...cookie(context, backend),
      expires: found.session.until,
    });
    return leave(context, exchange, found.to);
  });

  on('POST', '/staff/sign-out', (context) => async (exchange) => {
    deleteCookie(context, staffCookie, cookie(context, backend));
    return Promise.resolve(leave(context, exchange, '/staff/signed-out'));
  });

  on('GET', '/staff/signed-out', (context) => async (exchange, words) => {
    const away = await signIn?.leave(`${publicUrlOf(context, backend.config)}/staff`);
    return show(context, exchange, {
      title: words.staff,
      body: html`<h1>${words.signedOut}</h1>
        ${away ? html`<p><a href="${away.href}">${words.signOutProvider}</a></p>` : ''}
        <p><a href="/staff/sign-in">${words.signIn}</a></p>`,
    });
  });
}

/** Scripts cannot read it, and no other website can send it along. */
function cookie(context: Context, backend: Backend) {
  const secure = publicUrlOf(context, backend.config).startsWith('https:');
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
}

function redirectOf(context: Context, backend: Backend): string {
  return `${publicUrlOf(context, backend.config)}/staff/signed-in`;
}

/** Only a page of ours: no address leads elsewhere through the sign-in. */
function wantedPage(to = '/staff'): string {
  return /^\/(?![/\\])[\w/.?=&-]*$/.test(to) ? to : '/staff';
}

function leave(context: Context, exchange: Exchange, to: string): Response {
  return withCookies(context, exchange.answer(null, { location: to }, 303));
}

/** The answer with the cookies that were set on the context. */
function withCookies(context: Context, answer: Response): Response {
  for (const given of context.res.headers.getSetCookie())
    answer.headers.append('set-cookie', given);
  return answer;
}
