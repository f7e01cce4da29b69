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
import { officeCalls } from './office-calls.ts';
import * as sample from './sample-answers.ts';
import { applicationId, documentId, upload } from './sample-applications.ts';
import { delivery, webhook } from './sample-webhooks.ts';
import { terminal } from './sample-mall.ts';
import { serve } from './test-server.ts';
import { webhookCalls } from './webhook-calls.ts';

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
  ...officeCalls,
  ...applicationCalls,
  ...webhookCalls,
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
  terminalId: terminal.id,
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
