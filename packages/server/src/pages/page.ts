import { createHash } from 'node:crypto';

import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

import type { Language } from '../handler.ts';
import { safeHeaders, type HeaderFields } from '../headers.ts';
import { style } from './style.ts';
import { wordsIn, type Words } from './words.ts';

/** Text that is safe to stand in a page: everything put into it was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Where the style sheet is; its name changes with it. */
export const stylePath = `/pages.${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`;

/** What every page is made from. */
export interface Frame {
  language: Language;
  words: Words;
  /** Code of the regency. */
  regency: string;
  /** Name of the regency: `Kota Batu`. */
  name: string;
  /** Whether this server writes to those who give an e-mail address. */
  writesMails: boolean;
  /** Makes an address of one of the regency's pages, which keeps the language. */
  page: (path: string, query?: Record<string, string>) => string;
}

/** What differs from page to page. */
export interface Content {
  title: string;
  body: Markup;
  /** Address of the same in the other language; none where a form was sent. */
  translation?: string | undefined;
  /** Whether widgets take the place of the plain content where they can. */
  upgrade?: boolean;
  /** Whether it bears nothing that only one person may know: no ticket, no key. */
  isPublic?: boolean;
  /** Seconds after which a browser without JavaScript loads the page again. */
  refresh?: number;
  /** Nothing stands around the content: for a screen that nobody sits at. */
  bare?: boolean;
  /** A banner that never goes away: this is an example. */
  example?: boolean;
  /** What it tells of, where something was refused: it is answered with that status. */
  refusal?: unknown;
  /** What stands beside the name in the head of the page, in place of the regency's pages. */
  navigation?: Markup;
}

/**
 * The frame of a request. Indonesian, unless its address says English: telephones in Indonesia often
 * speak English to people who would rather not.
 */
export function frameOf(
  context: Context,
  regency: { code: string; name: string },
  writesMails = false,
): Frame {
  const language = context.req.query('lang') === 'en' ? 'en' : 'id';
  return {
    language,
    words: wordsIn(language),
    regency: regency.code,
    name: regency.name,
    writesMails,
    page: (path, query = {}) => {
      const search = new URLSearchParams({ ...query, ...(language === 'en' && { lang: 'en' }) });
      return `/${regency.code}/${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
    },
  };
}

/**
 * The address of what was asked for, in the other language.
 *
 * @param parameters - Names of those that belong to the page; others are dropped.
 */
export function translationOf(
  context: Context,
  { language }: Frame,
  ...parameters: string[]
): string {
  const search = new URLSearchParams();
  for (const name of parameters) {
    const value = context.req.query(name);
    if (value) search.set(name, value);
  }
  if (language === 'id') search.set('lang', 'en');
  return context.req.path + (search.size > 0 ? `?${search.toString()}` : '');
}

/** A whole page. */
export function document(frame: Frame, content: Content): string {
  const { language, regency, name } = frame;
  const { title, body, upgrade, refresh, bare } = content;
  const text = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${stylePath}" />
        ${upgrade ? html`<script src="/mpp.js" defer data-regency="${regency}"></script>` : ''}
        ${
          refresh
            ? html`<noscript><meta http-equiv="refresh" content="${refresh}" /></noscript>`
            : ''
        }
      </head>
      <body>
        ${bare ? html`<main class="bare">${body}</main>` : framed(frame, content)}
      </body>
    </html>`;
  // Nothing in a page is waited for, so its text is at hand.
  return (text as string).replace(/\n\s+/g, '\n');
}

/** The content between the head and the foot that all pages share. */
function framed(frame: Frame, content: Content): Markup {
  const { language, words, regency, name, page } = frame;
  const { body, translation, example, navigation } = content;
  const other = language === 'id' ? 'en' : 'id';
  return html`<a class="skip" href="#isi">${words.skip}</a>
    ${example ? html`<p class="example" role="note">${words.example}</p>` : ''}
    <header>
      <nav class="bar">
        <a href="${example || regency === '' ? '/' : page('layanan')}"
          >${example ? html`<span class="emblem"></span>` : ''}${name}</a
        >
        ${
          navigation ??
          html`<a href="${page('layanan')}">${words.services}</a>
            <a href="${page('lacak')}">${words.trackPage}</a>`
        }
        ${
          translation
            ? html`<a href="${translation}" lang="${other}" hreflang="${other}"
                >${words.otherLanguage}</a
              >`
            : ''
        }
      </nav>
    </header>
    <main id="isi">${body}</main>
    <footer class="foot">MPP Digital · ${name}</footer>`;
}

/** Headers of a page. It runs our own scripts only, and stands in nobody's frame. */
export const pageHeaders: Readonly<HeaderFields> = {
  ...safeHeaders,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // A camera reads the QR code of a ticket; nothing else is asked for.
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
};

/** How long a page that is the same for everyone may be kept. */
export const pageCaching = 'public, max-age=60, stale-while-revalidate=86400';
