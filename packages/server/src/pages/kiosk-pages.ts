import { parseCode } from '@mpp-digital/contract';
import { generateCookie, getCookie } from 'hono/cookie';
import { html } from 'hono/html';

import { granted } from '../granted.ts';
import { problemOf } from '../exchange.ts';
import { kioskOf } from '../resources/kiosk.ts';
import { kioskCookie, trustedDays } from '../staff/terminal.ts';
import { textField } from './field.ts';
import { readForm } from './form.ts';
import { kioskWords } from './kiosk-words.ts';
import { translationOf, type Content } from './page.ts';
import type { Site, Visit } from './site.ts';

/** The mall's own terminal, how a device becomes one, and which there are. */
export function addKioskPages(site: Site): void {
  site.getOfAny('/kiosk', async (visit) => {
    const { frame } = visit;
    const words = kioskWords[frame.language];
    if (!(await isTrusted(visit))) return setUpPage(visit);
    return {
      title: words.kiosk,
      bare: true,
      upgrade: true,
      body: html`<h1 class="skip">${words.kiosk}</h1>
        <mpp-kiosk regency="${frame.regency}"
          ><mpp-service-finder slot="find" regency="${frame.regency}"></mpp-service-finder>
          <p>${words.loading}</p></mpp-kiosk
        >`,
    };
  });

  site.post('/kiosk', async (visit) => {
    const { context, frame, caller, exchange, backend } = visit;
    const { database, limits, secrets, sessions } = backend;
    const words = kioskWords[frame.language];
    const typed = (await readForm(context))('kode');
    try {
      await limits.unlock(caller.network);
    } catch (error) {
      return setUpPage(visit, typed, words.tooOften, error);
    }
    const code = parseCode(typed);
    if (code === undefined) return setUpPage(visit, typed, words.codeWrong);
    const setup = secrets.storedCode(frame.regency, code);
    const answer = await database.call('trust_terminal', [frame.regency, setup]);
    if ('refused' in answer) {
      await limits.notUnlocked(caller.network);
      return setUpPage(visit, typed, words.codeWrong);
    }
    const { id, kioskId } = answer;
    const until = new Date(Date.now() + trustedDays * 86_400_000);
    const token = await sessions.sealTerminal({ id, kioskId, regency: frame.regency }, until);
    const cookie = generateCookie(kioskCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: caller.publicUrl.startsWith('https:'),
      expires: until,
    });
    const search = new URLSearchParams({
      regency: frame.regency,
      ...(frame.language === 'en' && { lang: 'en' }),
    });
    const headers = { location: `/kiosk?${search.toString()}`, 'set-cookie': cookie };
    return { response: exchange.answer(null, headers, 303) };
  });

  site.get('/anjungan', ({ context, frame, catalogue }) => {
    const words = kioskWords[frame.language];
    const { language } = frame;
    return {
      title: words.kiosks,
      translation: translationOf(context, frame),
      isPublic: true,
      body: html`<h1>${words.kiosks}</h1>
        <p>${words.kiosksLead}</p>
        ${[...catalogue.kiosks.values()].map(
          ({ name, location, placeId, prints, access }) =>
            html`<section>
              <h2>${name[language]}</h2>
              <p>
                ${location[language]}, ${catalogue.places.get(placeId)?.name[language] ?? placeId}
              </p>
              <p>${prints.length > 0 ? words.prints(prints.join(', ')) : words.printsNothing}</p>
              ${access.length > 0 ? html`<p>${words.access(access.join(', '))}</p>` : ''}
            </section>`,
        )}`,
    };
  });
}

/** Whether this browser is a terminal of the regency that is asked for, and still trusted. */
async function isTrusted({ context, catalogue, backend }: Visit): Promise<boolean> {
  const { sessions, database } = backend;
  const { code: regency } = catalogue.regency;
  const terminal = await sessions.openTerminal(getCookie(context, kioskCookie) ?? '');
  if (terminal?.regency !== regency) return false;
  try {
    kioskOf(catalogue, terminal);
    return granted(await database.call('greet_terminal', [regency, terminal.id])).trusted;
  } catch (error) {
    if (problemOf(error).code === 'unauthorized') return false;
    throw error;
  }
}

function setUpPage({ frame }: Visit, typed = '', error?: string, refusal?: unknown): Content {
  const words = kioskWords[frame.language];
  return {
    title: words.setUpHeading,
    refusal,
    navigation: html``,
    body: html`<h1>${words.setUpHeading}</h1>
      <p>${words.setUpLead}</p>
      <form method="post" action="${frame.page('kiosk')}">
        ${textField({
          name: 'kode',
          label: words.codeLabel,
          hint: words.codeHint,
          value: typed,
          error,
          maxLength: 40,
        })}
        <button>${words.setUp}</button>
      </form>`,
  };
}
