import assert from 'node:assert/strict';
import { test } from 'node:test';

import { operations, type Operation } from '@mpp-digital/contract';
import { MppClient, type MppClientOptions } from '@mpp-digital/sdk';
import {
  Applications,
  Feedback,
  Kiosk,
  Mall,
  Mobile,
  Queue,
  Staff,
  StaffApplications,
  Transport,
  Uploads,
  Webhooks,
} from '@mpp-digital/sdk/resources';

import { applicationCalls } from './application-calls.ts';
import type { Calls, Everything } from './calls.ts';
import * as sample from './sample-answers.ts';
import { applicationId, documentId, upload } from './sample-applications.ts';
import { delivery, webhook, webhookSecret } from './sample-webhooks.ts';
import { serve } from './test-server.ts';

function everything(options: MppClientOptions): Everything {
  const transport = new Transport(options);
  return Object.assign(new MppClient(options), {
    queue: new Queue(transport),
    mobile: new Mobile(transport),
    staff: new Staff(transport),
    mall: new Mall(transport),
    feedback: new Feedback(transport),
    applications: new Applications(transport),
    uploads: new Uploads(transport),
    staffApplications: new StaffApplications(transport),
    webhooks: new Webhooks(transport),
    kiosk: new Kiosk(transport),
  });
}

const { ticket, person, slotId, service } = sample;
const { visit } = sample;
const line = { placeId: sample.place.id, agencyId: sample.agency.id };
const page = (item: unknown) => ({ items: [item], next: null });
const seat = { slotId, serviceId: service.id };
const days = { placeId: 'mpp-among-warga', services: ['a', 'b'], from: '2026-12-01', days: 14 };

const calls: Calls = {
  catalogue: {
    index: { call: ({ catalogue }) => catalogue.index(), answer: sample.index },
    services: {
      call: ({ catalogue }) => catalogue.services({ cursor: 'x', limit: 10 }),
      answer: page(service),
      sent: { query: { cursor: 'x', limit: '10' } },
    },
    service: { call: ({ catalogue }) => catalogue.service(service.id), answer: service },
    linkedData: {
      call: ({ catalogue }) => catalogue.linkedData(service.id),
      answer: { '@type': 'GovernmentService' },
    },
    agencies: { call: ({ catalogue }) => catalogue.agencies(), answer: page(sample.agency) },
    places: { call: ({ catalogue }) => catalogue.places(), answer: page(sample.place) },
  },
  availability: {
    days: {
      call: ({ availability }) => availability.days(days),
      answer: sample.availability,
      sent: { query: { services: 'a,b', from: '2026-12-01', days: '14' } },
    },
  },
  bookings: {
    hold: { call: ({ bookings }) => bookings.hold(seat), answer: ticket, sent: { body: seat } },
    extendHold: { call: ({ bookings }) => bookings.extendHold(ticket), answer: ticket },
    bookHold: {
      call: ({ bookings }) => bookings.bookHold(ticket, person),
      answer: ticket,
      sent: { body: person },
    },
    book: {
      call: ({ bookings }) => bookings.book({ ...seat, ...person }),
      answer: ticket,
      sent: { body: { ...seat, ...person } },
    },
    show: { call: ({ bookings }) => bookings.show(ticket), answer: ticket },
    reschedule: {
      call: ({ bookings }) => bookings.reschedule(ticket, slotId),
      answer: ticket,
      sent: { body: { slotId } },
    },
    cancel: { call: ({ bookings }) => bookings.cancel(ticket), answer: ticket },
    unlock: {
      call: ({ bookings }) => bookings.unlock({ code: '7k3m 9qxt-2bhr', phoneEnding: '7890' }),
      answer: ticket,
      sent: { body: { code: sample.code, phoneEnding: '7890' } },
    },
    calendar: { call: ({ bookings }) => bookings.calendar(ticket), answer: 'BEGIN:VCALENDAR' },
  },
  tracking: {
    status: { call: ({ tracking }) => tracking.status(sample.code), answer: sample.status },
  },
  queue: {
    status: { call: ({ queue }) => queue.status(line.placeId), answer: sample.lines },
    position: { call: ({ queue }) => queue.position(sample.code), answer: sample.position },
    // Where nothing can be pushed, it looks.
    watch: {
      call: async ({ queue }) => (await queue.watch(line.placeId).next()).value,
      answer: sample.lines,
    },
  },
  mobile: {
    villages: { call: ({ mobile }) => mobile.villages(), answer: { villages: [sample.village] } },
    stops: {
      call: ({ mobile }) =>
        mobile.stops({
          village: sample.village.code,
          unit: 'dukcapil-keliling',
          from: '2026-12-01',
          days: 7,
        }),
      answer: sample.mobileSchedule,
      sent: {
        query: {
          village: sample.village.code,
          unit: 'dukcapil-keliling',
          from: '2026-12-01',
          days: '7',
        },
      },
    },
    calendar: {
      call: ({ mobile }) => mobile.calendar({ village: sample.village.code, lang: 'en' }),
      answer: 'BEGIN:VCALENDAR',
      sent: { query: { village: sample.village.code, lang: 'en' } },
    },
  },
  staff: {
    me: { call: ({ staff }) => staff.me(), answer: sample.officer },
    line: { call: ({ staff }) => staff.line(line), answer: sample.line },
    callNext: {
      call: ({ staff }) => staff.callNext(line, 3),
      answer: visit,
      sent: { body: { counter: 3 } },
    },
    callAgain: { call: ({ staff }) => staff.callAgain(visit.bookingId), answer: visit },
    serve: { call: ({ staff }) => staff.serve(visit.bookingId), answer: visit },
    finish: { call: ({ staff }) => staff.finish(visit.bookingId), answer: visit },
    skip: { call: ({ staff }) => staff.skip(visit.bookingId), answer: visit },
    noShow: { call: ({ staff }) => staff.noShow(visit.bookingId), answer: visit },
    transfer: {
      call: ({ staff }) => staff.transfer(visit.bookingId, service.id),
      answer: visit,
      sent: { body: { serviceId: service.id } },
    },
    visitor: { call: ({ staff }) => staff.visitor(visit.bookingId), answer: person },
    receive: {
      call: ({ staff }) => staff.receive({ code: '7k3m 9qxt-2bhr', priority: true }),
      answer: visit,
      sent: { body: { code: sample.code, priority: true } },
    },
    walkIn: {
      call: ({ staff }) => staff.walkIn({ placeId: line.placeId, serviceId: service.id }),
      answer: { visit, code: sample.code, link: ticket.link },
      sent: { body: { placeId: line.placeId, serviceId: service.id } },
    },
  },
  mall: {
    read: { call: ({ mall }) => mall.read(), answer: sample.mall },
    setHours: {
      call: ({ mall }) => mall.setHours({ agencyId: null, openingHours: [] }),
      answer: sample.mallChange,
      sent: { body: { agencyId: null, openingHours: [] } },
    },
    setServing: {
      call: ({ mall }) => mall.setServing(line.agencyId, sample.serving),
      answer: sample.mallChange,
      sent: { body: sample.serving },
    },
    setCounters: {
      call: ({ mall }) => mall.setCounters(line.agencyId, []),
      answer: sample.mallChange,
      sent: { body: { counters: [] } },
    },
    close: {
      call: ({ mall }) => mall.close(sample.mall.closures[0]!),
      answer: sample.mallChange,
      sent: { body: sample.mall.closures[0]! },
    },
    reopen: {
      call: ({ mall }) => mall.reopen({ date: '2026-12-01', agencyId: null }),
      answer: sample.mallChange,
      sent: { body: { date: '2026-12-01', agencyId: null } },
    },
    setStopDays: {
      call: ({ mall }) => mall.setStopDays('dukcapil-keliling', { exceptions: [] }),
      answer: sample.mallChange,
      sent: { body: { exceptions: [] } },
    },
    exportCatalogue: { call: ({ mall }) => mall.exportCatalogue(), answer: { mpp: {} } },
    importCatalogue: {
      call: ({ mall }) => mall.importCatalogue({ catalogue: { mpp: {} } }),
      answer: sample.mallChange,
      sent: { body: { catalogue: { mpp: {} } } },
    },
  },
  feedback: {
    questions: { call: ({ feedback }) => feedback.questions(), answer: sample.survey },
    answer: {
      call: ({ feedback }) => feedback.answer('7k3m 9qxt-2bhr', sample.scores),
      answer: { month: '2026-12' },
      sent: { body: sample.scores },
    },
    index: {
      call: ({ feedback }) => feedback.index({ from: '2026-10', to: '2026-12' }),
      answer: sample.satisfaction,
      sent: { query: { from: '2026-10', to: '2026-12' } },
    },
    performance: {
      call: ({ feedback }) => feedback.performance('2026-12'),
      answer: sample.performance,
      sent: { query: { month: '2026-12' } },
    },
  },
  ...applicationCalls,
  webhooks: {
    list: { call: ({ webhooks }) => webhooks.list(), answer: { webhooks: [webhook] } },
    create: {
      call: ({ webhooks }) => webhooks.create({ url: webhook.url, events: ['booking.called'] }),
      answer: webhookSecret,
      sent: { body: { url: webhook.url, events: ['booking.called'] } },
    },
    change: {
      call: ({ webhooks }) => webhooks.change(webhook.id, { enabled: false }),
      answer: webhook,
      sent: { body: { enabled: false } },
    },
    remove: { call: ({ webhooks }) => webhooks.remove(webhook.id), answer: webhook },
    rotateSecret: {
      call: ({ webhooks }) => webhooks.rotateSecret(webhook.id),
      answer: webhookSecret,
    },
    test: { call: ({ webhooks }) => webhooks.test(webhook.id), answer: delivery },
    deliveries: {
      call: ({ webhooks }) => webhooks.deliveries(webhook.id, { state: 'missed', limit: 10 }),
      answer: page(delivery),
      sent: { query: { state: 'missed', limit: '10' } },
    },
    replay: {
      call: ({ webhooks }) => webhooks.replay(webhook.id, delivery.id),
      answer: delivery,
    },
    replayMissed: {
      call: ({ webhooks }) => webhooks.replayMissed(webhook.id, new Date('2026-12-01T00:00:00Z')),
      answer: { deliveries: 3 },
      sent: { body: { since: '2026-12-01T00:00:00.000Z' } },
    },
  },
  kiosk: {
    list: { call: ({ kiosk }) => kiosk.list(), answer: { kiosks: [sample.kioskPlace] } },
    me: { call: ({ kiosk }) => kiosk.me(), answer: sample.kioskPlace },
    takeNumber: {
      call: ({ kiosk }) => kiosk.takeNumber({ serviceId: service.id, priority: true }),
      answer: ticket,
      sent: { body: { serviceId: service.id, priority: true } },
    },
    checkIn: {
      call: ({ kiosk }) => kiosk.checkIn({ code: '7k3m 9qxt-2bhr' }),
      answer: sample.arrival,
      sent: { body: { code: sample.code } },
    },
    terminals: {
      call: ({ kiosk }) => kiosk.terminals(),
      answer: { terminals: [sample.terminal] },
    },
    prepare: {
      call: ({ kiosk }) => kiosk.prepare(sample.kioskPlace.id),
      answer: {
        terminal: sample.terminal,
        code: sample.code,
        until: sample.terminal.preparedAt,
      },
      sent: { body: { kioskId: sample.kioskPlace.id } },
    },
    revoke: { call: ({ kiosk }) => kiosk.revoke(sample.terminal.id), answer: sample.terminal },
  },
};

const bearers = {
  code: `Bearer ${sample.code}`,
  secret: `Bearer ${sample.secret}`,
  officer: undefined, // a cookie, which is the browser's to send
  kiosk: undefined,
};
const params: Record<string, string> = {
  serviceId: service.id,
  placeId: sample.place.id,
  agencyId: sample.agency.id,
  unitId: 'dukcapil-keliling',
  bookingId: ticket.id,
  applicationId,
  documentId,
  uploadId: upload.id,
  webhookId: webhook.id,
  deliveryId: delivery.id,
  terminalId: sample.terminal.id,
};

for (const [resource, table] of Object.entries(operations)) {
  for (const [name, operation] of Object.entries<Operation>(table)) {
    test(`${resource}.${name} sends what the contract says and gives the answer`, async (t) => {
      const { call, answer, sent } = calls[resource as 'catalogue'][name as 'index'];
      const media = operation.media ?? 'application/json';
      const headers = { 'content-type': `${media}; charset=utf-8` };
      const { baseUrl, seen } = await serve(t, { headers, body: answer });

      const client = everything({ baseUrl, regency: '35.79', retries: 0 });
      assert.deepEqual(await call(client), answer);

      const asked = operation.streams ? operations.queue.status : operation;
      const path = asked.path.replace(/\{(\w+)\}/g, (_, param: string) => params[param]!);
      const [request] = seen;
      assert.equal(request?.method, operation.method);
      assert.equal(request.path, `/v1/35.79${path}`);
      assert.deepEqual(request.query, sent?.query ?? {});
      assert.deepEqual(request.body, sent?.bytes ?? sent?.body);
      assert.equal(request.headers.accept, media);
      assert.equal(request.headers.authorization, bearers[operation.auth ?? 'officer']);
      assert.equal('idempotency-key' in request.headers, operation.idempotent === true);
      const type = operation.uploads
        ? 'application/partial-upload'
        : sent?.body && 'application/json';
      assert.equal(request.headers['content-type'], type);
      assert.equal(seen.length, 1);
    });
  }
}

test('a calendar is asked for in the language that is wanted', async (t) => {
  const headers = { 'content-type': 'text/calendar' };
  const { client, seen } = await serve(t, { headers, body: 'BEGIN:VCALENDAR' });
  await client().bookings.calendar(ticket, { language: 'id' });
  assert.equal(seen[0]?.headers['accept-language'], 'id');
});
