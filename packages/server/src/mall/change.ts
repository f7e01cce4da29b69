import { createHash } from 'node:crypto';

import type { Decision, MallChange } from '@mpp-digital/contract';

import type { Catalogue } from '../catalogue.ts';
import type { Database, Operator } from '../database.ts';
import { unstorableTexts } from '../import/json-file.ts';
import { readCatalogue } from '../import/read-catalogue.ts';
import { Text } from '../import/text-row.ts';
import { lockCatalogue, writeCatalogue } from '../import/write-catalogue.ts';
import type { ChangeRow } from '../operator-functions.ts';
import { Problem } from '../problem.ts';
import { named, numberOf } from '../ticket.ts';
import { check, type Refusal } from '../validation.ts';
import { readFile, type EditableFile } from './editable-file.ts';

/** A change of a regency's catalogue. */
export interface Change {
  /** What is to be changed, in a few words: a decision about it is good for nothing else. */
  what: unknown;
  /** Makes the new file, and says how a place in it is called in what was asked. */
  edit: (operator: Operator) => Promise<{ file: object; placeOf: (pointer: string) => string }>;
  decision?: Decision | undefined;
  /** The officer's id; null for the operator of the server. */
  officer: string | null;
}

/** Thrown to undo what was tried: somebody has to decide first. */
class Undecided extends Error {
  readonly row: ChangeRow;

  constructor(row: ChangeRow) {
    super('Bookings are concerned.');
    this.row = row;
  }
}

/** Edits the file that the catalogue was made from. */
export function editing(regency: string, edit: (file: EditableFile) => string): Change['edit'] {
  return async (operator) => {
    const file = await readFile(operator.rows, regency);
    const at = edit(file);
    return {
      file,
      placeOf: (pointer) => (pointer.startsWith(`${at}/`) ? pointer.slice(at.length) : pointer),
    };
  };
}

/**
 * Changes a catalogue, and publishes what follows from it: all of it, with what becomes of the bookings
 * whose time is no more, or nothing where nobody has decided about these very bookings.
 *
 * @throws Problem `invalid_request` with everything that is wrong, `not_found`.
 * @throws DatabaseBusy
 */
export async function changeCatalogue(
  database: Database,
  regency: string,
  { what, edit, decision, officer }: Change,
): Promise<ChangeRow> {
  const reason = reasonOf(decision);
  const name = createHash('sha256').update(JSON.stringify(what)).digest();
  try {
    return await database.operate(regency, async (operator) => {
      await lockCatalogue(operator, regency);
      const { file, placeOf } = await edit(operator);
      const refusals = unstorableTexts(file);
      const stored = readCatalogue(file, refusals)?.rows;
      if (!stored || refusals.length > 0) {
        throw new Problem('invalid_request', { fields: toldOf(refusals, placeOf) });
      }
      if (stored.regency !== regency) {
        const detail = 'Is another regency’s';
        throw new Problem('invalid_request', {
          fields: [{ pointer: placeOf('/mpp/regionCode'), detail }],
        });
      }
      const { schedules, gone } = await writeCatalogue(operator, stored, file);
      const row = await operator.call('carry_out', [
        regency,
        JSON.stringify(schedules),
        JSON.stringify(gone),
        name,
        decision?.fingerprint ?? null,
        decision?.choice ?? null,
        reason && JSON.stringify(reason),
        officer,
      ]);
      if (!row.done) throw new Undecided(row);
      return row;
    });
  } catch (error) {
    if (error instanceof Undecided) return error.row;
    throw error;
  }
}

/** What is wrong with the change itself; with the rest of the file only where nothing else is. */
function toldOf(refusals: readonly Refusal[], placeOf: (pointer: string) => string): Refusal[] {
  const told = refusals.map(({ pointer, detail }) => ({ pointer: placeOf(pointer), detail }));
  const own = told.filter(({ pointer }, i) => pointer !== refusals[i]?.pointer);
  return own.length > 0 ? own : told;
}

/** Whoever loses a place is told why. */
function reasonOf(decision: Decision | undefined): Text | null {
  const { reason, choice } = decision ?? {};
  if (reason === undefined && choice !== 'cancel') return null;
  const { data, refusals } = check(Text, reason, '/decision/reason');
  if (refusals) throw new Problem('invalid_request', { fields: refusals });
  return data;
}

/** What was changed, with the names of the catalogue as it was before. */
export function changeOf(row: ChangeRow, { services, agencies }: Catalogue): MallChange {
  const days = new Map<string, number>();
  for (const { date } of row.affected) days.set(date, (days.get(date) ?? 0) + 1);
  return {
    done: row.done,
    fingerprint: row.fingerprint,
    affected: row.affected.map((each) => ({
      bookingId: each.bookingId,
      number: numberOf(each.number, agencies.get(each.agencyId)),
      service: named(each.serviceId, services.get(each.serviceId)),
      agency: named(each.agencyId, agencies.get(each.agencyId)),
      placeId: each.placeId,
      startsAt: each.startsAt,
      movesTo: each.movesTo,
    })),
    days: [...days].map(([date, bookings]) => ({ date, bookings })),
    keptDays: row.keptDays,
  };
}
