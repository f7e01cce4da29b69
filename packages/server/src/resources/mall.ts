import type { Decision, mall as operations, MallChange } from '@mpp-digital/contract';

import type { Backend, Caller, Handlers } from '../handler.ts';
import { changeCatalogue, changeOf, editing, type Change } from '../mall/change.ts';
import { readFile, unitIn } from '../mall/editable-file.ts';
import * as edits from '../mall/edits.ts';
import { mallOf } from '../mall/view.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../staff/session.ts';

/** Who asks to change something, and what was decided about the bookings. */
type Manager = Caller & { officer: Session };

export const mall: Handlers<typeof operations> = {
  async read({ catalogue, officer }, { database }) {
    admit(officer);
    const { code, timeZone } = catalogue.regency;
    const file = await readFile((statement) => database.rows(code, statement), code);
    return mallOf(file, timeZone, officer);
  },

  async setHours(call, backend) {
    admit(call.officer, call.body.agencyId);
    return change(call, backend, call.body, ['setHours'], edits.hours(call.body));
  },

  async setServing(call, backend) {
    const { agencyId } = call.params;
    admit(call.officer, agencyId);
    const edit = edits.serving(agencyId, call.body);
    return change(call, backend, call.body, ['setServing', agencyId], edit);
  },

  async setCounters(call, backend) {
    const { agencyId } = call.params;
    admit(call.officer, agencyId);
    const edit = edits.counters(agencyId, call.body);
    return change(
      call,
      backend,
      { ...call.body, decision: undefined },
      ['setCounters', agencyId],
      edit,
    );
  },

  async close(call, backend) {
    admit(call.officer, call.body.agencyId);
    return change(call, backend, call.body, ['close'], edits.closure(call.body));
  },

  async reopen(call, backend) {
    admit(call.officer, call.body.agencyId);
    return change(call, backend, call.body, ['reopen'], edits.reopening(call.body));
  },

  async setStopDays(call, backend) {
    const { unitId } = call.params;
    admit(call.officer);
    const edit = edits.stopDays(unitId, call.body);
    return change(call, backend, call.body, ['setStopDays', unitId], (file) => {
      admit(call.officer, unitIn(file, unitId).agencyId);
      return edit(file);
    });
  },

  async exportCatalogue({ catalogue, officer }, { database }) {
    admit(officer, null);
    const { code } = catalogue.regency;
    return { ...(await readFile((statement) => database.rows(code, statement), code)) };
  },

  async importCatalogue(call, backend) {
    admit(call.officer, null);
    const { catalogue: file, decision } = call.body;
    return carryOut(call, backend, {
      what: ['importCatalogue', file],
      edit: () => Promise.resolve({ file, placeOf: (pointer) => `/catalogue${pointer}` }),
      decision,
      officer: call.officer.id,
    });
  },
};

/**
 * Lets managers in: of all agencies for what concerns the whole mall (null), else of that agency. What
 * belongs to another agency is not found.
 */
function admit({ role, agencies }: Session, agencyId?: string | null): void {
  if (role !== 'manager') throw new Problem('forbidden');
  if (agencies === null || agencyId === undefined) return;
  if (agencyId === null) throw new Problem('forbidden');
  if (!agencies.includes(agencyId)) throw new Problem('not_found');
}

function change(
  call: Manager,
  backend: Backend,
  { decision, ...body }: { decision?: Decision | undefined },
  what: unknown[],
  edit: edits.Edit,
): Promise<MallChange> {
  return carryOut(call, backend, {
    what: [...what, body],
    edit: editing(call.catalogue.regency.code, edit),
    decision,
    officer: call.officer.id,
  });
}

async function carryOut(
  { catalogue }: Manager,
  { database, catalogues }: Backend,
  wanted: Change,
): Promise<MallChange> {
  const { code } = catalogue.regency;
  const row = await changeCatalogue(database, code, wanted);
  if (row.done) await catalogues.refresh(code);
  return changeOf(row, catalogue);
}
