import type { Hono } from 'hono';
import { html } from 'hono/html';

import { publicUrlOf } from '../call.ts';
import { Exchange } from '../exchange.ts';
import type { Backend } from '../handler.ts';
import { KeptAnswer } from '../kept-answer.ts';
import { regenciesOf } from '../seed.ts';
import { addBookingPages } from './booking-pages.ts';
import { demonstrationPage } from './demonstration.ts';
import { document, frameOf, pageHeaders, stylePath, translationOf } from './page.ts';
import { addServicePages } from './service-pages.ts';
import { Site } from './site.ts';
import { style } from './style.ts';
import { addTrackingPages } from './tracking-pages.ts';

/** The pages that work without JavaScript, and the demonstration. */
export function mountPages(app: Hono, backend: Backend): void {
  const site = new Site(app, backend);
  addServicePages(site);
  addBookingPages(site);
  addTrackingPages(site);

  const sheet = KeptAnswer.of(style, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  app.get(stylePath, async (context) =>
    new Exchange(backend, context, stylePath).kept(await sheet),
  );

  app.get('/', async (context) => {
    const exchange = new Exchange(backend, context, '/');
    try {
      const [code] = await regenciesOf(backend.database);
      const catalogue = code === undefined ? undefined : await backend.catalogues.get(code);
      const frame = frameOf(context, catalogue?.regency ?? { code: '', name: 'MPP Digital' });
      const page = catalogue
        ? demonstrationPage(
            frame,
            publicUrlOf(context, backend.config),
            translationOf(context, frame),
          )
        : { title: 'MPP Digital', body: html`<h1>MPP Digital</h1>`, navigation: html`` };
      return exchange.answer(document(frame, page), { ...pageHeaders });
    } catch (error) {
      return exchange.refuse(error);
    }
  });
}
