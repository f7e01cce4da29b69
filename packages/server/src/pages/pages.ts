import type { Hono } from 'hono';

import { Exchange } from '../exchange.ts';
import type { Backend } from '../handler.ts';
import { KeptAnswer } from '../kept-answer.ts';
import { addApplicationPages } from './application-pages.ts';
import { addBoardPages } from './board-pages.ts';
import { addBookingPages } from './booking-pages.ts';
import { answerHome } from './home-page.ts';
import { addMallPages } from './mall-pages.ts';
import { addKioskPages } from './kiosk-pages.ts';
import { addMobilePages } from './mobile-pages.ts';
import { stylePath } from './page.ts';
import { addPerformancePages } from './performance-pages.ts';
import { addServicePages } from './service-pages.ts';
import { refusePage, Site } from './site.ts';
import { addStaffPages } from './staff-pages.ts';
import { style } from './style.ts';
import { addSurveyPages } from './survey-pages.ts';
import { addTerminalPages } from './terminal-pages.ts';
import { addTrackingPages } from './tracking-pages.ts';

/** The pages that work without JavaScript, and what stands at `/`. */
export function mountPages(app: Hono, backend: Backend): void {
  const site = new Site(app, backend);
  addServicePages(site);
  addBookingPages(site);
  addApplicationPages(site);
  addTrackingPages(site);
  addMobilePages(site);
  addSurveyPages(site);
  addPerformancePages(site);
  site.lead('', 'layanan');
  addBoardPages(site);
  addKioskPages(site);
  addStaffPages(app, backend);
  addMallPages(app, backend);
  addTerminalPages(app, backend);

  const sheet = new KeptAnswer(style, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  app.get(stylePath, (context) => new Exchange(backend, context, stylePath).kept(sheet));

  app.get('/', async (context) => {
    const exchange = new Exchange(backend, context, '/');
    try {
      return await answerHome(exchange, context, backend);
    } catch (error) {
      return refusePage(exchange, context, '', error);
    }
  });
}
