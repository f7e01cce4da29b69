import { parseCode, parseSecret, Unlock, type Ticket } from '@mpp-digital/contract';
import { html } from 'hono/html';

import { neverKept } from '../headers.ts';
import { Problem } from '../problem.ts';
import { bookings } from '../resources/bookings.ts';
import { tracking } from '../resources/tracking.ts';
import { check } from '../validation.ts';
import { readForm } from './form.ts';
import { translationOf, type Content } from './page.ts';
import type { Site, Visit } from './site.ts';
import { ticketView } from './ticket-view.ts';
import { trackPage, type Tracked } from './track-page.ts';

/** Tracking, and giving back, without JavaScript. Codes and secrets travel in bodies only. */
export function addTrackingPages(site: Site): void {
  site.get('/lacak', ({ context, frame }) => ({
    title: frame.words.trackPage,
    translation: translationOf(context, frame),
    upgrade: true,
    isPublic: true,
    body: html`<h1>${frame.words.trackPage}</h1>
      <mpp-status-tracker regency="${frame.regency}" fragment
        >${trackPage(frame, { typed: '' })}</mpp-status-tracker
      >`,
  }));

  site.post('/lacak', async (visit) => {
    const typed = (await readForm(visit.context))('kode');
    return track(visit, typed);
  });

  for (const path of ['/tiket', '/batal', '/kalender']) site.lead(path, 'lacak');

  site.post('/tiket', async (visit) => {
    const { frame, caller, backend } = visit;
    const fields = await readForm(visit.context);
    const { data } = check(Unlock, { code: fields('kode'), phoneEnding: fields('angka') });
    try {
      if (!data) throw new Problem('not_found');
      return ticketPage(visit, await bookings.unlock({ ...caller, body: data }, backend));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not_found') throw error;
      return track(visit, fields('kode'), frame.words.phoneEndingWrong);
    }
  });

  site.post('/batal', async (visit) => {
    const { backend } = visit;
    const call = await ownerCall(visit);
    try {
      return ticketPage(visit, await bookings.cancel(call, backend));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'wrong_state') throw error;
      const ticket = await bookings.show(call, backend);
      return { ...ticketPage(visit, ticket, visit.frame.words.notCancelled), refusal: error };
    }
  });

  site.post('/kalender', async (visit) => {
    const { backend, exchange } = visit;
    const file = await bookings.calendar(await ownerCall(visit), backend);
    return {
      response: exchange.answer(file, {
        ...neverKept,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="antrean.ics"',
      }),
    };
  });
}

async function track(visit: Visit, typed: string, phoneError?: string): Promise<Content> {
  const { frame, caller, backend } = visit;
  const { words } = frame;
  const show = (tracked: Omit<Tracked, 'typed'>): Content => {
    const body = trackPage(frame, { typed, phoneError, ...tracked });
    return {
      title: words.trackPage,
      body: tracked.status
        ? body
        : html`<h1>${words.trackPage}</h1>
            ${body}`,
    };
  };
  const code = parseCode(typed);
  if (code === undefined) return show({ error: words.codeWrong });
  try {
    return show({ status: await tracking.status({ ...caller, code }, backend) });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error;
    return show({ error: words.notFound });
  }
}

/** What a form with a ticket's secret asks for. */
async function ownerCall({ context, caller, frame: { language } }: Visit) {
  const fields = await readForm(context);
  const secret = parseSecret(fields('tiket'));
  const bookingId = fields('id');
  if (secret === undefined || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(bookingId)) {
    throw new Problem('invalid_request');
  }
  return { ...caller, language, params: { bookingId }, secret, code: secret.slice(0, 12) };
}

function ticketPage({ frame, catalogue }: Visit, ticket: Ticket, notice?: string): Content {
  return {
    title: frame.words.state[ticket.state],
    body: ticketView(frame, ticket, catalogue.services.get(ticket.service.id), notice),
  };
}
