import sql from 'sql-template-tag';
import type * as z from 'zod/mini';

import type { Operator } from '../database.ts';
import type { AgencyRow, ClosureRow, CounterRow, MallRow } from '../import/catalogue-file.ts';
import type { MobileUnitRow, VillageRow } from '../import/mobile-rows.ts';
import { Problem } from '../problem.ts';

/** The parts of a catalogue file that managers change. Whatever else is in it stays as it is. */
export interface EditableFile {
  mpp: z.input<typeof MallRow>;
  agencies: z.input<typeof AgencyRow>[];
  counters: z.input<typeof CounterRow>[];
  closures?: z.input<typeof ClosureRow>[];
  villages: z.input<typeof VillageRow>[];
  mobileUnits: z.input<typeof MobileUnitRow>[];
}

/**
 * Reads the file that the regency's catalogue was made from.
 *
 * @throws Problem `not_found` where it was imported by a version that kept none.
 */
export async function readFile(rows: Operator['rows'], regency: string): Promise<EditableFile> {
  const [row] = await rows<{ file: EditableFile }>(
    sql`select file from mpp.catalogue_file where regency = ${regency}`,
  );
  if (!row)
    throw new Problem('not_found', { detail: 'No file is kept: import the catalogue once.' });
  // It was found good before it was kept.
  return row.file;
}

/** An agency of the file. */
export function agencyIn(file: EditableFile, id: string): EditableFile['agencies'][number] {
  const agency = file.agencies.find((each) => each.id === id);
  if (!agency) throw new Problem('not_found');
  return agency;
}

/** A mobile unit of the file. */
export function unitIn(file: EditableFile, id: string): EditableFile['mobileUnits'][number] {
  const unit = file.mobileUnits.find((each) => each.id === id);
  if (!unit) throw new Problem('not_found');
  return unit;
}
