import type { staff as operations, Visit } from '@mpp-digital/contract';

import { granted } from '../granted.ts';
import type { Backend, Call, Handlers } from '../handler.ts';
import { newBooking, whoComes } from '../new-booking.ts';
import { Problem } from '../problem.ts';
import { agenciesOf } from '../staff/agencies.ts';
import type { Session } from '../staff/session.ts';
import { visitOf } from '../visit.ts';

export const staff: Handlers<typeof operations> = {
  me({ catalogue, officer }) {
    const { id, name, role, regency, until } = officer;
    const agencies = agenciesOf(catalogue, officer);
    return Promise.resolve({ id, name, role, regency, agencies, until: until.toISOString() });
  },

  async line({ catalogue, officer, params }, { database }) {
    const { placeId, agencyId } = params;
    admit(officer, agencyId);
    const { visits } = await database.call('line', [catalogue.regency.code, placeId, agencyId]);
    return {
      visits: visits.map((row) => visitOf(row, catalogue)),
      timeZone: catalogue.regency.timeZone,
      serverTime: new Date().toISOString(),
    };
  },

  async callNext({ catalogue, officer, params, body, key }, { database, secrets }) {
    const { code: regency } = catalogue.regency;
    const { placeId, agencyId } = params;
    admit(officer, agencyId);
    const known = agenciesOf(catalogue, officer).find(
      (agency) => agency.id === agencyId && agency.placeId === placeId,
    );
    if (!known?.counters.includes(body.counter)) throw new Problem('not_found');
    return visitOf(
      granted(
        await database.call('call_next', [
          regency,
          key,
          secrets.request(regency, 'callNext', [params, body]),
          placeId,
          agencyId,
          body.counter,
          officer.id,
        ]),
      ),
      catalogue,
    );
  },

  async callAgain({ catalogue, officer, params, key }, { database, secrets }) {
    const { code: regency } = catalogue.regency;
    return visitOf(
      granted(
        await database.call('call_again', [
          regency,
          key,
          secrets.request(regency, 'callAgain', params),
          params.bookingId,
          officer.id,
          officer.agencies,
        ]),
      ),
      catalogue,
    );
  },

  serve: move('serving'),
  finish: move('served'),
  skip: move('checked-in'),
  noShow: move('no-show'),

  async transfer({ catalogue, officer, params, body, key }, { database, secrets }) {
    const { code: regency } = catalogue.regency;
    return visitOf(
      granted(
        await database.call('transfer', [
          regency,
          key,
          secrets.request(regency, 'transfer', [params, body]),
          params.bookingId,
          secrets.bookingId(regency, key),
          body.serviceId,
          officer.id,
          officer.agencies,
        ]),
      ),
      catalogue,
    );
  },

  async visitor({ catalogue, officer, params }, { database, secrets }) {
    const { code, personal } = granted(
      await database.call('visitor', [catalogue.regency.code, params.bookingId, officer.agencies]),
    );
    if (personal === null) return { name: null, phone: null };
    const { name, phone } = secrets.open(Buffer.from(code, 'hex'), Buffer.from(personal, 'hex'));
    return { name: name || null, phone: phone || null };
  },

  async receive({ catalogue, officer, body }, { database, secrets }) {
    const { code: regency } = catalogue.regency;
    return visitOf(
      granted(
        await database.call('receive', [
          regency,
          secrets.storedCode(regency, body.code),
          body.priority ?? null,
          officer.id,
          officer.agencies,
        ]),
      ),
      catalogue,
    );
  },

  async walkIn({ catalogue, officer, body, key, publicUrl }, { database, secrets }) {
    const { code: regency } = catalogue.regency;
    const { placeId, serviceId, name = '', phone = '', priority = false } = body;
    const service = catalogue.services.get(serviceId);
    if (!service?.places.some((place) => place.placeId === placeId)) throw new Problem('not_found');
    admit(officer, service.agency.id);
    const made = newBooking(secrets, regency, key);
    // Without a phone nobody can be told from another, nor unlock the ticket by it.
    const who = phone
      ? whoComes(secrets, regency, made.code, made.storedCode, { name, phone, priority }, 'id')
      : ([
          null,
          name ? secrets.seal(made.storedCode, { name, phone }) : null,
          null,
          priority,
        ] as const);
    const row = granted(
      await database.call('walk_in', [
        regency,
        key,
        secrets.request(regency, 'walkIn', body),
        made.id,
        placeId,
        serviceId,
        made.storedCode,
        made.storedSecret,
        ...who,
        'officer',
        officer.id,
      ]),
    );
    return {
      visit: visitOf(row, catalogue),
      code: made.code,
      link: `${publicUrl}/${regency}/lacak#${made.secret}`,
    };
  },
};

/** Moves a visit on. */
function move(
  state: 'serving' | 'served' | 'checked-in' | 'no-show',
): (call: Call<(typeof operations)['serve']>, backend: Backend) => Promise<Visit> {
  return async ({ catalogue, officer, params }, { database }) =>
    visitOf(
      granted(
        await database.call('advance', [
          catalogue.regency.code,
          params.bookingId,
          state,
          officer.id,
          officer.agencies,
        ]),
      ),
      catalogue,
    );
}

/** What is another agency's is not found. */
function admit({ agencies }: Session, agencyId: string): void {
  if (agencies !== null && !agencies.includes(agencyId)) throw new Problem('not_found');
}
