import type { kiosk as operations, KioskPlace, Terminal } from '@mpp-digital/contract';

import type { Catalogue } from '../catalogue.ts';
import { granted } from '../granted.ts';
import type { Handlers } from '../handler.ts';
import type { HeaderFields } from '../headers.ts';
import type { TerminalRow } from '../kiosk-functions.ts';
import { newBooking } from '../new-booking.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../staff/session.ts';
import type { TrustedTerminal } from '../staff/terminal.ts';
import { factsOf, ticketOf } from '../ticket.ts';

/** As the catalogue is kept. */
const json: HeaderFields = {
  'content-type': 'application/json',
  'cache-control': 'public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800',
};

export const kiosk: Handlers<typeof operations> = {
  list: ({ catalogue }) =>
    catalogue.answer('/kiosks', json, () =>
      JSON.stringify({ kiosks: [...catalogue.kiosks.values()] }),
    ),

  async me({ catalogue, terminal }, { database }) {
    granted(await database.call('greet_terminal', [catalogue.regency.code, terminal.id]));
    return kioskOf(catalogue, terminal);
  },

  async takeNumber(call, { database, secrets, limits }) {
    const { catalogue, terminal, body, key, publicUrl } = call;
    const { code: regency } = catalogue.regency;
    const { placeId, agencyId } = kioskOf(catalogue, terminal);
    const service = catalogue.services.get(body.serviceId);
    const isHere = service?.places.some((place) => place.placeId === placeId);
    const isOurs = agencyId === null || agencyId === service?.agency.id;
    if (!isHere || !isOurs) throw new Problem('not_found');
    const made = newBooking(secrets, regency, key);
    const row = await limits.terminals.take(terminal.id, key, async () =>
      granted(
        await database.call('take_number', [
          regency,
          key,
          secrets.request(regency, 'takeNumber', [terminal.id, body]),
          terminal.id,
          made.id,
          placeId,
          body.serviceId,
          made.storedCode,
          made.storedSecret,
          body.priority ?? false,
        ]),
      ),
    );
    const whole = { ...row, slotId: '', heldUntil: null, extendable: false };
    return ticketOf(whole, made.secret, catalogue, publicUrl);
  },

  async checkIn({ catalogue, terminal, body }, { database, secrets, limits }) {
    const { code: regency } = catalogue.regency;
    const { placeId } = kioskOf(catalogue, terminal);
    const answer = await database.call('arrive', [
      regency,
      terminal.id,
      placeId,
      secrets.storedCode(regency, body.code),
      body.priority ?? null,
    ]);
    if ('refused' in answer && answer.refused === 'not_found') await limits.missed(terminal.id);
    const row = granted(answer);
    const { outcome, priority } = row;
    return { outcome, ...factsOf(row, body.code, catalogue), priority };
  },

  async terminals({ catalogue, officer }, { database }) {
    admitManager(officer);
    const { terminals } = await database.call('terminals', [catalogue.regency.code]);
    return { terminals: terminals.map(terminalOf) };
  },

  async prepare({ catalogue, officer, body, key }, { database, secrets }) {
    admitManager(officer);
    const { code: regency } = catalogue.regency;
    if (!catalogue.kiosks.has(body.kioskId)) throw new Problem('not_found');
    // Not what a booking with this key would have.
    const made = newBooking(secrets, regency, `terminal ${key}`);
    const row = granted(
      await database.call('prepare_terminal', [
        regency,
        key,
        secrets.request(regency, 'prepare', body),
        made.id,
        body.kioskId,
        made.storedCode,
        officer.id,
      ]),
    );
    return { terminal: terminalOf(row), code: made.code, until: row.until };
  },

  async revoke({ catalogue, officer, params }, { database }) {
    admitManager(officer);
    return terminalOf(
      granted(
        await database.call('revoke_terminal', [
          catalogue.regency.code,
          params.terminalId,
          officer.id,
        ]),
      ),
    );
  },
};

/** A terminal whose kiosk is no longer in the catalogue is a terminal of nothing. */
export function kioskOf({ kiosks }: Catalogue, { kioskId }: TrustedTerminal): KioskPlace {
  const kiosk = kiosks.get(kioskId);
  if (!kiosk) throw new Problem('unauthorized');
  return kiosk;
}

function terminalOf({ until: _, ...terminal }: TerminalRow): Terminal {
  return terminal;
}

function admitManager({ role }: Session): void {
  if (role !== 'manager') throw new Problem('forbidden');
}
