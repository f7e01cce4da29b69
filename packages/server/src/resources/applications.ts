import {
  applicationMoves,
  applicationStates,
  type applications as operations,
  type ApplicationState,
  type Service,
} from '@mpp-digital/contract';

import { applicationOf, applicationStatusOf, SealedTexts } from '../application.ts';
import type { Catalogue, ServiceForm } from '../catalogue.ts';
import { granted } from '../granted.ts';
import { refuseUnfit, uploadsOf, withUploads } from '../handed-in.ts';
import type { Backend, Caller, Handlers } from '../handler.ts';
import { newBooking } from '../new-booking.ts';
import { Problem } from '../problem.ts';
import { caching } from './catalogue.ts';

export const applications: Handlers<typeof operations> = {
  form({ catalogue, params: { serviceId } }) {
    const { form } = formOf(catalogue, serviceId);
    const headers = { 'content-type': 'application/json', 'cache-control': caching };
    return catalogue.answer(`/services/${serviceId}/form`, headers, () => JSON.stringify(form));
  },

  async submit(call, { database, secrets, limits }) {
    const { body, catalogue, key, network } = call;
    const { code: regency } = catalogue.regency;
    const { form, service, issuesItself } = formOf(catalogue, body.serviceId);
    refuseUnfit(form, body);
    const made = newBooking(secrets, regency, key);
    const name = body.name.normalize('NFC');
    const row = await limits.applications.take(network, key, async () =>
      granted(
        withUploads(
          await database.call('submit_application', [
            regency,
            key,
            secrets.request(regency, 'submit', body),
            made.id,
            service.id,
            service.agency.id,
            made.storedCode,
            made.storedSecret,
            secrets.seal(made.storedCode, { name, phone: body.phone }),
            secrets.phoneEnding(regency, made.code, body.phone.slice(-4)),
            secrets.sealText(made.storedCode, 'answers', JSON.stringify(body.answers)),
            JSON.stringify(form),
            ...timeOf(service),
            issuesItself,
            uploadsOf(secrets, regency, body.documents),
            null,
            null,
            null,
          ]),
          pointerToUpload,
        ),
      ),
    );
    return applicationOf(row, made.secret, call, secrets);
  },

  async status({ catalogue, code, network }, { database, secrets, limits }) {
    const { code: regency } = catalogue.regency;
    const row = await database.call('track_application', [
      regency,
      secrets.storedCode(regency, code),
    ]);
    if ('refused' in row) await limits.missed(network);
    return applicationStatusOf(granted(row), code, catalogue);
  },

  async unlock(call, { database, secrets, limits }) {
    await limits.unlock(call.network);
    const { code: regency } = call.catalogue.regency;
    const { code, phoneEnding } = call.body;
    const answer = await database.call('unlock_application', [
      regency,
      secrets.storedCode(regency, code),
      secrets.phoneEnding(regency, code, phoneEnding),
    ]);
    if ('refused' in answer) await limits.notUnlocked(call.network);
    return applicationOf(granted(answer), secrets.secret(regency, code), call, secrets);
  },

  async show(call, { database, secrets }) {
    const row = await database.call('show_application', own(call, secrets));
    return applicationOf(granted(row), call.secret, call, secrets);
  },

  async answers(call, { database, secrets }) {
    const row = granted(await database.call('own_answers', own(call, secrets)));
    if (row.state !== 'needs-correction' || row.answers === null) throw new Problem('wrong_state');
    const storedCode = secrets.storedCode(call.catalogue.regency.code, call.code);
    const answers = new SealedTexts(secrets, storedCode).read('answers', row.answers)!;
    return { answers: JSON.parse(answers) as Record<string, unknown> };
  },

  async correct(call, { database, secrets }) {
    const { body, catalogue, key } = call;
    const { code: regency } = catalogue.regency;
    const [, id, secret] = own(call, secrets);
    const known = granted(await database.call('own_answers', [regency, id, secret]));
    refuseUnfit(
      known.form,
      body,
      known.documents.map(({ code }) => code),
    );
    const storedCode = secrets.storedCode(regency, call.code);
    const row = await database.call('correct_application', [
      regency,
      key,
      secrets.request(regency, 'correct', [id, body]),
      id,
      secret,
      secrets.sealText(storedCode, 'answers', JSON.stringify(body.answers)),
      uploadsOf(secrets, regency, body.documents),
    ]);
    return applicationOf(granted(withUploads(row, pointerToUpload)), call.secret, call, secrets);
  },

  async withdraw(call, { database, secrets }) {
    const row = await database.call('withdraw_application', [
      ...own(call, secrets),
      statesBefore('withdrawn'),
    ]);
    return applicationOf(granted(row), call.secret, call, secrets);
  },

  async issued(call, { database, files, secrets }) {
    const [regency, id, secret] = own(call, secrets);
    const { documentId } = call.params;
    const row = granted(await database.call('own_document', [regency, id, documentId, secret]));
    return { type: row.type, bytes: await files.get(regency, row.id, 'file') };
  },
};

/** The states from which the contract allows to come to this one. */
export function statesBefore(state: ApplicationState): ApplicationState[] {
  return applicationStates.filter((before) => applicationMoves[before].includes(state));
}

/** A service that can be applied for, with its form. */
export function formOf(
  catalogue: Catalogue,
  serviceId: string,
): ServiceForm & { service: Service } {
  const service = catalogue.services.get(serviceId);
  const form = catalogue.forms.get(serviceId);
  if (!service || !form) throw new Problem('not_found');
  return { service, ...form };
}

/** How long a service takes: minutes and hours are meant for who is there, online it is a day. */
export function timeOf({ duration: { value, unit } }: Service): [number, 'workingDay' | 'day'] {
  if (unit === 'day') return [value, 'day'];
  return [unit === 'workingDay' ? value : 1, 'workingDay'];
}

/** Where in a request an upload stands that is not ready. */
export const pointerToUpload = (position: number): string =>
  `/documents/${String(position)}/upload`;

function own(
  { catalogue, params, secret }: Caller & { params: { applicationId: string }; secret: string },
  secrets: Backend['secrets'],
): [regency: string, application: string, secret: Uint8Array] {
  const { code: regency } = catalogue.regency;
  return [regency, params.applicationId, secrets.storedSecret(regency, secret)];
}
