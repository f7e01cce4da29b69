import type { StaffApplications } from '@mpp-digital/sdk/resources';

import type { Calls, Everything } from './calls.ts';
import { code, person, service, ticket } from './sample-answers.ts';
import * as sample from './sample-applications.ts';

const { upload, application, applicationId, documentId } = sample;
const paper = { answers: { str: 'AB 123' }, documents: [{ code: 'str', upload: keyOf(upload) }] };
const correction = { reason: 'STR tidak terbaca.', until: '2026-12-08' };
const document = {
  title: 'SIP Perawat',
  upload: keyOf(upload),
  signedElectronically: true,
  verificationLink: 'https://sip.example.go.id/v/1',
};
const page = (item: unknown) => ({ items: [item], next: null });

function keyOf({ id, secret }: { id: string; secret: string }) {
  return { id, secret };
}

/** A call that an officer makes about an application. */
const act = (
  call: (desk: StaffApplications) => PromiseLike<unknown>,
  body?: object,
): { call: (client: Everything) => PromiseLike<unknown>; answer: unknown; sent?: object } => ({
  call: ({ staffApplications }) => call(staffApplications),
  answer: sample.staffApplication,
  ...(body && { sent: { body } }),
});

export const applicationCalls: Pick<Calls, 'applications' | 'uploads' | 'staffApplications'> = {
  applications: {
    form: {
      call: ({ applications }) => applications.form(service.id),
      answer: sample.sampleForm,
    },
    submit: {
      call: ({ applications }) =>
        applications.submit({ serviceId: service.id, ...person, ...paper }),
      answer: application,
      sent: { body: { serviceId: service.id, ...person, ...paper } },
    },
    status: {
      call: ({ applications }) => applications.status('7k3m 9qxt-2bhr'),
      answer: sample.applicationStatus,
    },
    unlock: {
      call: ({ applications }) =>
        applications.unlock({ code: '7k3m 9qxt-2bhr', phoneEnding: '7890' }),
      answer: application,
      sent: { body: { code: code, phoneEnding: '7890' } },
    },
    show: { call: ({ applications }) => applications.show(application), answer: application },
    answers: {
      call: ({ applications }) => applications.answers(application),
      answer: { answers: paper.answers },
    },
    correct: {
      call: ({ applications }) => applications.correct(application, paper),
      answer: application,
      sent: { body: paper },
    },
    withdraw: {
      call: ({ applications }) => applications.withdraw(application),
      answer: application,
    },
    issued: {
      call: async ({ applications }) => (await applications.issued(application, documentId)).text(),
      answer: '%PDF-1.7',
    },
  },
  uploads: {
    begin: { call: ({ uploads }) => uploads.begin(4), answer: upload, sent: { body: { size: 4 } } },
    append: {
      call: ({ uploads }) => uploads.append(upload, new Blob(['%PDF']), 0),
      answer: upload,
      sent: { bytes: '%PDF' },
    },
    show: { call: ({ uploads }) => uploads.show(upload), answer: upload },
  },
  staffApplications: {
    list: {
      call: ({ staffApplications }) => staffApplications.list({ state: 'submitted', limit: 10 }),
      answer: page(entryOf(sample.staffApplication)),
      sent: { query: { state: 'submitted', limit: '10' } },
    },
    find: act((desk) => desk.find('7k3m 9qxt-2bhr'), { code: code }),
    show: act((desk) => desk.show(applicationId)),
    document: {
      call: async ({ staffApplications }) =>
        (await staffApplications.document(applicationId, documentId)).text(),
      answer: '%PDF-1.7',
    },
    issued: {
      call: async ({ staffApplications }) =>
        (await staffApplications.issued(applicationId, documentId)).text(),
      answer: '%PDF-1.7',
    },
    move: act((desk) => desk.move(applicationId, 'verifying'), { state: 'verifying' }),
    askCorrection: act((desk) => desk.askCorrection(applicationId, correction), correction),
    askPayment: act((desk) => desk.askPayment(applicationId, 50_000), { amount: 50_000 }),
    confirmPayment: act((desk) => desk.confirmPayment(applicationId)),
    reject: act((desk) => desk.reject(applicationId, 'STR sudah tidak berlaku.'), {
      reason: 'STR sudah tidak berlaku.',
    }),
    attach: act((desk) => desk.attach(applicationId, document), document),
    open: {
      call: ({ staffApplications }) =>
        staffApplications.open(ticket.id, { serviceId: service.id, ...paper }),
      answer: { application: sample.staffApplication, code: code, link: ticket.link },
      sent: { body: { serviceId: service.id, ...paper } },
    },
  },
};

function entryOf(application: typeof sample.staffApplication) {
  const { applicationId, state, service, agency, submittedAt, dueOn, late } = application;
  return { applicationId, state, service, agency, submittedAt, dueOn, late };
}
