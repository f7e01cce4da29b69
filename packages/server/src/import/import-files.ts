import type { Village } from '@mpp-digital/contract';
import sql from 'sql-template-tag';

import type { Database } from '../database.ts';
import type { Refusal } from '../validation.ts';
import { attachForms, type RegencyForms } from './attach-forms.ts';
import type { Row } from './catalogue-file.ts';
import type { StoredCatalogue } from './convert-catalogue.ts';
import { readForms, type FormRow } from './forms-file.ts';
import { readHolidays, type HolidayRow } from './holidays-file.ts';
import { readJsonFile } from './json-file.ts';
import { readCatalogue } from './read-catalogue.ts';
import { readRegions, type RegionRow } from './regions-file.ts';
import { writeCatalogue } from './write-catalogue.ts';
import { writeForms } from './write-forms.ts';
import { writeHolidays, writeRegions } from './write-references.ts';

/** One of the files that an operator imports, read and found good. */
type Content =
  | { kind: 'regions'; rows: RegionRow[] }
  | { kind: 'holidays'; rows: HolidayRow[] }
  | { kind: 'catalogue'; rows: StoredCatalogue; villages: Village[]; file: object }
  | { kind: 'forms'; rows: RegencyForms; unattached: Row<FormRow>[] };

/** A file, as far as it could be read. */
interface ContentRead {
  content: Content | undefined;
  refusals: Refusal[];
}

/** What is wrong with a file. */
export interface FileRefusals {
  file: string;
  refusals: Refusal[];
}

/** Files were not imported; nothing has changed. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  /** Everything that is wrong, in all files. */
  readonly files: readonly FileRefusals[];

  constructor(files: readonly FileRefusals[]) {
    super('The import was refused, and nothing has changed.');
    this.files = files;
  }

  /** One line for each thing: the file, the JSON pointer, the reason. */
  override toString(): string {
    return this.files
      .flatMap(({ file, refusals }) =>
        refusals.map(({ pointer, detail }) => `${file}: ${pointer || '/'}: ${detail}`),
      )
      .join('\n');
  }
}

/** What an import did. */
export interface Imported {
  file: string;
  kind: Content['kind'];
  /** How many rows it has: services, of a catalogue and of forms. */
  rows: number;
  /** The regency, of a catalogue and of forms. */
  regency: string | undefined;
}

/**
 * Imports files of regions, holidays, services and forms, which are told apart by their content. All of
 * them or nothing; importing the same again changes nothing.
 *
 * @throws ImportRefused with everything that is wrong.
 */
export async function importFiles(
  database: Database,
  paths: readonly (string | URL)[],
): Promise<Imported[]> {
  const files = await Promise.all(
    paths.map(async (path) => ({ file: nameOf(path), ...(await readContent(path)) })),
  );
  await checkRegencies(database, files);
  joinForms(files);
  const bad = files.filter(({ refusals }) => refusals.length > 0);
  if (bad.length > 0) {
    throw new ImportRefused(bad.map(({ file, refusals }) => ({ file, refusals })));
  }

  const contents = files.flatMap(({ content }) => content ?? []);
  const catalogues = contents.filter((content) => content.kind === 'catalogue');
  const forms = contents.filter((content) => content.kind === 'forms');
  const regencies = new Set([...catalogues, ...forms].map(({ rows }) => rows.regency));
  if (regencies.size > 1) {
    throw new ImportRefused([
      { file: files[0]!.file, refusals: [{ pointer: '', detail: 'One regency at a time' }] },
    ]);
  }
  await database.operate([...regencies][0] ?? '', async (operator) => {
    for (const content of contents) {
      if (content.kind === 'regions') await writeRegions(operator, content.rows);
      if (content.kind === 'holidays') await writeHolidays(operator, content.rows);
    }
    for (const { rows, file } of catalogues) await writeCatalogue(operator, rows, file);
    for (const { rows } of forms) await writeForms(operator, rows);
  });
  return files.map(({ file, content }) => ({
    file,
    kind: content!.kind,
    rows: countOf(content!),
    regency: 'regency' in content!.rows ? content!.rows.regency : undefined,
  }));
}

function countOf({ kind, rows }: Content): number {
  if (kind === 'catalogue') return rows.services.length;
  return kind === 'forms' ? rows.forms.length : rows.length;
}

async function readContent(path: string | URL): Promise<ContentRead> {
  const refusals: Refusal[] = [];
  const file = await readJsonFile(path, refusals);
  return { content: file === undefined ? undefined : recognise(file, refusals), refusals };
}

function recognise(file: unknown, refusals: Refusal[]): Content | undefined {
  if (typeof file === 'object' && file !== null && !Array.isArray(file)) {
    if ('mpp' in file && 'services' in file) {
      const read = readCatalogue(file, refusals);
      return read && { kind: 'catalogue', ...read, file };
    }
    if ('forms' in file) {
      const read = readForms(file, refusals);
      if (!read) return undefined;
      const { regency, forms } = read;
      return { kind: 'forms', rows: { regency, forms: [] }, unattached: forms };
    }
    if ('provinces' in file && 'regencies' in file) {
      const { provinces, regencies } = file;
      if (Array.isArray(provinces) && Array.isArray(regencies)) {
        return { kind: 'regions', rows: readRegions({ provinces, regencies }, refusals) };
      }
    }
    if (Object.keys(file).some((key) => /^\d{4}$/.test(key))) {
      return { kind: 'holidays', rows: readHolidays(file, refusals) };
    }
  }
  refusals.push({ pointer: '', detail: 'Is no file of services, forms, regions or holidays' });
  return undefined;
}

/** Forms come with the catalogue that they belong to: what they ask for has to be in it. */
function joinForms(files: readonly ContentRead[]): void {
  const contents = files.map(({ content }) => content);
  for (const { content, refusals } of files) {
    if (content?.kind !== 'forms') continue;
    const { rows, unattached } = content;
    const catalogue = contents.find(
      (other) => other?.kind === 'catalogue' && other.rows.regency === rows.regency,
    );
    if (catalogue?.kind === 'catalogue') {
      const { services } = catalogue.rows;
      rows.forms = attachForms(unattached, services, catalogue.villages, refusals);
    } else if (!contents.includes(undefined)) {
      refusals.push({
        pointer: '/regionCode',
        detail: 'Import the catalogue of this regency in the same command',
      });
    }
  }
}

/** The regency of a catalogue, and of forms, must be a region, of this import or of one before. */
async function checkRegencies(database: Database, files: readonly ContentRead[]): Promise<void> {
  const here = new Set(
    files.flatMap(({ content }) =>
      content?.kind === 'regions' ? content.rows.map(({ code }) => code) : [],
    ),
  );
  for (const { content, refusals } of files) {
    if (content?.kind !== 'catalogue' && content?.kind !== 'forms') continue;
    if (here.has(content.rows.regency)) continue;
    const known = await database.rows(
      null,
      sql`select code from mpp.region where code = ${content.rows.regency}`,
    );
    if (known.length === 0) {
      const pointer = content.kind === 'forms' ? '/regionCode' : '/mpp/regionCode';
      refusals.push({ pointer, detail: 'Is no region: import regions first' });
    }
  }
}

function nameOf(path: string | URL): string {
  return path instanceof URL ? (path.pathname.split('/').at(-1) ?? '') : path;
}
