import type { Context } from 'hono';
import { html } from 'hono/html';

import { publicUrlOf } from '../call.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Exchange } from '../exchange.ts';
import type { Backend } from '../handler.ts';
import { demonstrationPage } from './demonstration.ts';
import { document, frameOf, pageHeaders, translationOf, type Content, type Frame } from './page.ts';

/** What stands at `/`: a demonstration where there is example data only, else the regencies. */
export async function answerHome(
  exchange: Exchange,
  context: Context,
  backend: Backend,
): Promise<Response> {
  const codes = await backend.catalogues.regencies();
  const found = await Promise.all(codes.map((code) => backend.catalogues.get(code)));
  const catalogues = found.filter((catalogue) => catalogue !== undefined);
  const [only, ...others] = catalogues;
  if (!only || others.length > 0) {
    const frame = frameOf(context, { code: '', name: 'MPP Digital' });
    return exchange.answerPublic(document(frame, listOf(catalogues, frame, context)), pageHeaders);
  }
  const frame = frameOf(context, only.regency);
  if (!isExample(only, backend)) {
    return exchange.answer(null, { location: frame.page('layanan') }, 303);
  }
  const url = publicUrlOf(context, backend.config);
  const page = demonstrationPage(frame, url, translationOf(context, frame));
  return exchange.answerPublic(document(frame, page), pageHeaders);
}

/** Whoever runs a real office has said so, by what it is filled with or by what it has verified. */
function isExample({ services }: Catalogue, { config }: Backend): boolean {
  return config.seed === 'example' && ![...services.values()].some(({ verified }) => verified);
}

function listOf(catalogues: readonly Catalogue[], frame: Frame, context: Context): Content {
  const title = catalogues.length > 0 ? frame.words.regencies : 'MPP Digital';
  return {
    title,
    translation: translationOf(context, frame),
    navigation: html``,
    body: html`<h1>${title}</h1>
      <ul class="list">
        ${catalogues.map(({ regency }) => {
          const { page } = frameOf(context, regency);
          return html`<li><a href="${page('layanan')}">${regency.name}</a></li>`;
        })}
      </ul>`,
  };
}
