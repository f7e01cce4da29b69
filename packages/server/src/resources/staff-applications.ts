import {
  type ApplicationState,
  type staffApplications as operations,
  type StaffApplication,
} from '@mpp-digital/contract';

import { entryOf, staffApplicationOf, type IssuedText } from '../application.ts';
import type { ApplicationFileRow } from '../application-functions.ts';
import { afterCursor, cursorAfter } from '../application-cursor.ts';
import { granted } from '../granted.ts';
import { refuseUnfit, uploadsOf, withUploads } from '../handed-in.ts';
import type { Backend, Caller, Handlers } from '../handler.ts';
import { newBooking } from '../new-booking.ts';
import type { Session } from '../staff/session.ts';
import { formOf, pointerToUpload, statesBefore, timeOf } from './applications.ts';

/** Documents are attached from when it is decided until it has ended. */
const attachable: ApplicationState[] = ['processing', 'issued', 'ready-for-pickup'];

export const staffApplications: Handlers<typeof operations> = {
  async list({ catalogue, officer, query }, { database }) {
    const { state = null, agencyId, cursor, limit = '50' } = query;
    const most = Number(limit);
    const agencies = agencyId === undefined ? officer.agencies : [agencyId];
    if (agencyId !== undefined && officer.agencies && !officer.agencies.includes(agencyId)) {
      return { items: [], next: null };
    }
    const { items } = await database.call('list_applications', [
      catalogue.regency.code,
      state,
      agencies,
      ...afterCursor(cursor),
      most + 1,
    ]);
    const page = items.slice(0, most);
    return {
      items: page.map((row) => entryOf(row, catalogue)),
      next: items.length > most ? cursorAfter(page.at(-1)!) : null,
    };
  },

  async find({ catalogue, officer, body }, { database, secrets }) {
    const { code: regency } = catalogue.regency;
    const code = secrets.storedCode(regency, body.code);
    const row = await database.call('open_application', [regency, null, code, officer.agencies]);
    return staffApplicationOf(granted(row), catalogue, secrets);
  },

  async show(call, { database, secrets }) {
    return staffApplicationOf(await open(call, database), call.catalogue, secrets);
  },

  document: (call, backend) => download(call, backend, false),
  issued: (call, backend) => download(call, backend, true),

  // That it was paid is confirmed, and not passed over.
  async move(call, backend) {
    const { state } = call.body;
    const from = statesBefore(state).filter((before) => before !== 'awaiting-payment');
    return move(call, backend, state, 'move', call.body, {}, from);
  },

  async askCorrection(call, backend) {
    const { reason, until } = call.body;
    return move(call, backend, 'needs-correction', 'askCorrection', call.body, { reason, until });
  },

  async askPayment(call, backend) {
    const payment = await backend.payments.request({
      regency: call.catalogue.regency.code,
      key: call.key,
      amount: call.body.amount,
    });
    return move(call, backend, 'awaiting-payment', 'askPayment', call.body, { payment });
  },

  async confirmPayment(call, backend) {
    return move(call, backend, 'processing', 'confirmPayment', {}, {}, ['awaiting-payment']);
  },

  reject: (call, backend) =>
    move(call, backend, 'rejected', 'reject', call.body, { reason: call.body.reason }),

  async attach(call, { database, secrets }) {
    const { body, catalogue, key, officer, params } = call;
    const { code: regency } = catalogue.regency;
    const { title, verificationLink } = body;
    const { code } = await open(call, database);
    const text: IssuedText = { title, ...(verificationLink && { verificationLink }) };
    const row = await database.call('attach_document', [
      regency,
      key,
      secrets.request(regency, 'attach', [params, body]),
      params.applicationId,
      uploadsOf(secrets, regency, [{ upload: body.upload }]),
      secrets.sealText(Buffer.from(code, 'hex'), 'issued', JSON.stringify(text)),
      body.signedElectronically,
      attachable,
      officer.id,
      officer.agencies,
    ]);
    const done = granted(withUploads(row, () => '/upload'));
    return staffApplicationOf(done, catalogue, secrets);
  },

  async open(call, { database, secrets }) {
    const { body, catalogue, key, officer, params, publicUrl } = call;
    const { code: regency } = catalogue.regency;
    const { form, service, issuesItself } = formOf(catalogue, body.serviceId);
    refuseUnfit(form, body);
    const visitor = granted(
      await database.call('visitor', [regency, params.bookingId, officer.agencies]),
    );
    const known =
      visitor.personal === null
        ? { name: '', phone: '' }
        : secrets.open(Buffer.from(visitor.code, 'hex'), Buffer.from(visitor.personal, 'hex'));
    const name = (body.name ?? known.name).normalize('NFC');
    const phone = body.phone ?? known.phone;
    const made = newBooking(secrets, regency, key);
    const row = await database.call('submit_application', [
      regency,
      key,
      secrets.request(regency, 'open', [params, body]),
      made.id,
      service.id,
      service.agency.id,
      made.storedCode,
      made.storedSecret,
      secrets.seal(made.storedCode, { name, phone }),
      // Without a phone nobody can unlock it by one.
      phone ? secrets.phoneEnding(regency, made.code, phone.slice(-4)) : null,
      secrets.sealText(made.storedCode, 'answers', JSON.stringify(body.answers)),
      JSON.stringify(form),
      ...timeOf(service),
      issuesItself,
      uploadsOf(secrets, regency, body.documents),
      params.bookingId,
      officer.id,
      officer.agencies,
    ]);
    const done = granted(withUploads(row, pointerToUpload));
    return {
      application: staffApplicationOf(done, catalogue, secrets),
      code: made.code,
      link: `${publicUrl}/${regency}/lacak#${made.secret}`,
    };
  },
};

type OfficerCall = Caller & { officer: Session; params: { applicationId: string } };

async function open(
  { catalogue, officer, params }: OfficerCall,
  database: Backend['database'],
): Promise<ApplicationFileRow> {
  const { code: regency } = catalogue.regency;
  return granted<ApplicationFileRow>(
    await database.call('open_application', [
      regency,
      params.applicationId,
      null,
      officer.agencies,
    ]),
  );
}

/** What goes with a move. */
interface Letter {
  reason?: string;
  /** `2026-12-08` */
  until?: string;
  payment?: object;
}

async function move(
  call: OfficerCall & { key: string },
  { database, secrets }: Backend,
  state: ApplicationState,
  operation: string,
  body: object,
  { reason, until, payment }: Letter = {},
  from: ApplicationState[] = statesBefore(state),
): Promise<StaffApplication> {
  const { catalogue, key, officer, params } = call;
  const { code: regency } = catalogue.regency;
  const member = state === 'rejected' ? 'rejection' : 'correction';
  // What is encrypted is bound to the code, which only the row knows.
  const storedCode = reason === undefined ? '' : (await open(call, database)).code;
  const row = await database.call('move_application', [
    regency,
    key,
    secrets.request(regency, operation, [params, body]),
    params.applicationId,
    state,
    from,
    officer.id,
    officer.agencies,
    reason === undefined ? null : secrets.sealText(Buffer.from(storedCode, 'hex'), member, reason),
    until ?? null,
    payment ? JSON.stringify(payment) : null,
  ]);
  return staffApplicationOf(granted(row), catalogue, secrets);
}

async function download(
  { catalogue, officer, params }: OfficerCall & { params: { documentId: string } },
  { database, files }: Backend,
  issued: boolean,
) {
  const { code: regency } = catalogue.regency;
  const { applicationId, documentId } = params;
  const row = granted(
    await database.call('agency_document', [
      regency,
      applicationId,
      documentId,
      issued,
      officer.agencies,
    ]),
  );
  return { type: row.type, bytes: await files.get(regency, row.id, 'file') };
}
