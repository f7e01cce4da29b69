import type { Agency, Category, KioskPlace, Place } from '@mpp-digital/contract';
import sql from 'sql-template-tag';

import { Catalogue, type CatalogueRows, type StoredService } from './catalogue.ts';
import type { Database } from './database.ts';
import type { MobileUnit } from './mobile-units.ts';
import { regenciesOf } from './regencies.ts';

/** How long, in milliseconds, an import by another process may stay unseen. */
const freshFor = 3_000;

interface Entry {
  catalogue: Catalogue | undefined;
  checkedAt: number;
  check: Promise<void> | undefined;
}

/** The catalogues of all regencies that were asked for, as they stand in the database. */
export class Catalogues {
  readonly #database: Database;
  readonly #entries = new Map<string, Entry>();
  #regencies: string[] | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * A regency's catalogue if it is at hand; whether it is still the newest is looked up behind the
   * caller's back, every few seconds.
   */
  known(regency: string): Catalogue | undefined {
    const entry = this.#entries.get(regency);
    if (!entry?.catalogue) return undefined;
    if (Date.now() - entry.checkedAt > freshFor) {
      // A database that does not answer leaves us with what we have.
      this.#check(regency, entry).catch(() => undefined);
    }
    return entry.catalogue;
  }

  /**
   * A regency's catalogue, read if it must be; undefined when this server does not serve it.
   *
   * @throws DatabaseBusy
   */
  async get(regency: string): Promise<Catalogue | undefined> {
    const known = this.known(regency);
    if (known) return known;
    if (!/^\d{2}\.\d{2}$/.test(regency)) return undefined;

    const entry = this.#entries.get(regency) ?? {
      catalogue: undefined,
      checkedAt: 0,
      check: undefined,
    };
    this.#entries.set(regency, entry);
    if (Date.now() - entry.checkedAt > freshFor) await this.#check(regency, entry);
    return entry.catalogue;
  }

  /**
   * Codes of the regencies that this server serves; as they were, while the database does not answer.
   *
   * @throws DatabaseBusy when it never did.
   */
  async regencies(): Promise<string[]> {
    try {
      this.#regencies = await regenciesOf(this.#database);
    } catch (error) {
      if (!this.#regencies) throw error;
    }
    return this.#regencies;
  }

  /** Looks at once, as after an import by this process. */
  async refresh(regency: string): Promise<void> {
    const entry = this.#entries.get(regency);
    if (entry) await this.#check(regency, entry);
  }

  async #check(regency: string, entry: Entry): Promise<void> {
    entry.check ??= this.#load(regency, entry).finally(() => {
      entry.checkedAt = Date.now();
      entry.check = undefined;
    });
    await entry.check;
  }

  async #load(regency: string, entry: Entry): Promise<void> {
    const [current] = await this.#database.rows<{ version: string }>(
      regency,
      sql`select ${version(regency)} as version from mpp.catalogue c where regency = ${regency}`,
    );
    if (current?.version !== entry.catalogue?.version) {
      entry.catalogue = await readCatalogue(this.#database, regency);
    }
  }
}

interface Row {
  version: string;
  name: string;
  timeZone: string;
  categories: Category[];
  agencies: Agency[];
  places: Place[];
  services: StoredService[];
  mobileUnits: MobileUnit[];
  forms: CatalogueRows['forms'];
  kiosks: KioskPlace[];
}

/** The version of all that is imported: services and forms come in files of their own. */
const version = (regency: string) => sql`
  c.version || coalesce((
    select string_agg(distinct version, '') from mpp.form where regency = ${regency}), '')
`;

async function readCatalogue(database: Database, regency: string): Promise<Catalogue | undefined> {
  const [row] = await database.rows<Row>(
    regency,
    sql`
      select ${version(regency)} as version, r.name, r.time_zone as "timeZone",
        (select coalesce(jsonb_agg(document order by position), '[]')
          from mpp.category where regency = ${regency}) as categories,
        (select coalesce(jsonb_agg(document order by position), '[]')
          from mpp.agency where regency = ${regency}) as agencies,
        (select coalesce(jsonb_agg(document order by position), '[]')
          from mpp.place where regency = ${regency}) as places,
        (select coalesce(jsonb_agg(document order by position), '[]')
          from mpp.service where regency = ${regency}) as services,
        (select coalesce(jsonb_agg(document order by position), '[]')
          from mpp.mobile_unit where regency = ${regency}) as "mobileUnits",
        (select coalesce(jsonb_agg(jsonb_build_object('serviceId', service_id, 'form', document,
            'issuesItself', issues_itself)), '[]')
          from mpp.form where regency = ${regency}) as forms,
        (select coalesce(jsonb_agg(document order by position), '[]')
          from mpp.kiosk where regency = ${regency}) as kiosks
      from mpp.catalogue c join mpp.regency r on r.code = c.regency
      where c.regency = ${regency}
    `,
  );
  if (!row) return undefined;
  const { version: read, name, timeZone, ...lists } = row;
  return new Catalogue({ regency: { code: regency, name, timeZone }, version: read, ...lists });
}
