import { operations } from '@mpp-digital/contract';
import { Hono } from 'hono';

import { mountDiscovery } from './discovery.ts';
import { mountEmbeds } from './embeds.ts';
import { Exchange } from './exchange.ts';
import type { Backend } from './handler.ts';
import { mount } from './mount.ts';
import { createRefuser } from './other-methods.ts';
import { mountPages } from './pages/pages.ts';
import { applications } from './resources/applications.ts';
import { availability } from './resources/availability.ts';
import { bookings } from './resources/bookings.ts';
import { catalogue } from './resources/catalogue.ts';
import { feedback } from './resources/feedback.ts';
import { mall } from './resources/mall.ts';
import { kiosk } from './resources/kiosk.ts';
import { mobile } from './resources/mobile.ts';
import { queue } from './resources/queue.ts';
import { staffApplications } from './resources/staff-applications.ts';
import { staff } from './resources/staff.ts';
import { tracking } from './resources/tracking.ts';
import { uploads } from './resources/uploads.ts';
import { webhooks } from './resources/webhooks.ts';

/**
 * The whole server as one fetch handler: the API below `/v1`, the pages for people without
 * JavaScript, the widgets' files, and what programs discover it by.
 *
 * @example
 * ```ts
 * import { createApp, type Backend } from '@mpp-digital/server';
 *
 * declare const backend: Backend;
 * const answer = await createApp(backend).request('/v1/35.79/catalogue');
 * ```
 */
export function createApp(backend: Backend): Hono {
  const app = new Hono();
  mount(app, backend, operations.catalogue, catalogue);
  mount(app, backend, operations.availability, availability);
  mount(app, backend, operations.bookings, bookings);
  mount(app, backend, operations.tracking, tracking);
  mount(app, backend, operations.queue, queue);
  mount(app, backend, operations.mobile, mobile);
  mount(app, backend, operations.staff, staff);
  mount(app, backend, operations.mall, mall);
  mount(app, backend, operations.feedback, feedback);
  mount(app, backend, operations.applications, applications);
  mount(app, backend, operations.uploads, uploads);
  mount(app, backend, operations.staffApplications, staffApplications);
  mount(app, backend, operations.webhooks, webhooks);
  mount(app, backend, operations.kiosk, kiosk);
  mountDiscovery(app, backend);
  mountEmbeds(app, backend);
  mountPages(app, backend);

  app.notFound(createRefuser(app, backend));
  app.onError((error, context) => new Exchange(backend, context, 'unknown').refuse(error));
  return app;
}
