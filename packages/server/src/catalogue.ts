import type {
  Agency,
  CatalogueIndex,
  Category,
  FormDefinition,
  KioskPlace,
  Place,
  Regency,
  Service,
} from '@mpp-digital/contract';
import { createSearch, type Search } from '@mpp-digital/search';

import type { Effort } from './encoding.ts';
import type { HeaderFields } from './headers.ts';
import { KeptAnswer } from './kept-answer.ts';
import type { MobileUnit } from './mobile-units.ts';

/** A service as it is stored: the contract's, and the other words that people use for it. */
export interface StoredService extends Service {
  keywords: string[];
}

/** How a service is applied for online. */
export interface ServiceForm {
  form: FormDefinition;
  /** Whether it is issued by itself, once it was due and nobody has answered. */
  issuesItself: boolean;
}

/** What a regency's catalogue is read from. */
export interface CatalogueRows {
  regency: Regency;
  /** Changes with every import. */
  version: string;
  categories: Category[];
  agencies: Agency[];
  places: Place[];
  services: StoredService[];
  mobileUnits: MobileUnit[];
  forms: (ServiceForm & { serviceId: string })[];
  kiosks: KioskPlace[];
}

/** How much memory the ready answers of one catalogue may take. */
const memoryLimit = 8 * 1024 * 1024;

/** One version of a regency's catalogue in memory, with the answers that were made from it. */
export class Catalogue {
  readonly regency: Regency;
  readonly version: string;
  readonly index: CatalogueIndex;
  readonly services: ReadonlyMap<string, Service>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly places: ReadonlyMap<string, Place>;
  readonly mobileUnits: readonly MobileUnit[];
  /** By service. */
  readonly forms: ReadonlyMap<string, ServiceForm>;
  readonly kiosks: ReadonlyMap<string, KioskPlace>;
  readonly #ready = new Map<string, KeptAnswer>();
  #size = 0;
  #search: Search | undefined;

  constructor(rows: CatalogueRows) {
    this.regency = rows.regency;
    this.version = rows.version;
    this.agencies = byId(rows.agencies);
    this.places = byId(rows.places);
    this.mobileUnits = rows.mobileUnits;
    this.forms = new Map(rows.forms.map(({ serviceId, ...form }) => [serviceId, form]));
    this.kiosks = byId(rows.kiosks);
    this.services = byId(rows.services.map(({ keywords: _, ...service }): Service => service));
    this.index = {
      regency: rows.regency,
      agencies: rows.agencies,
      categories: rows.categories,
      services: rows.services.map((service) => ({
        id: service.id,
        name: service.name,
        agencyId: service.agency.id,
        categoryId: service.categoryId,
        channels: service.channels,
        duration: service.duration,
        fee: service.fee,
        keywords: service.keywords,
        bookable: service.bookable,
        verified: service.verified,
      })),
    };
  }

  /** Ids of the services that fit what somebody typed, best first. */
  search(query: string): string[] {
    this.#search ??= createSearch(this.index.services, this.index);
    return this.#search.find(query);
  }

  /** An answer that is ready to be sent. */
  ready(name: string): KeptAnswer | undefined {
    return this.#ready.get(name);
  }

  /** Makes an answer, unless it is ready. */
  answer(
    name: string,
    headers: Readonly<HeaderFields>,
    make: () => string,
    effort?: Effort,
  ): KeptAnswer {
    return this.#ready.get(name) ?? this.#keep(name, new KeptAnswer(make(), headers, effort));
  }

  /** The oldest make room for the new, so that no caller can fill the memory. */
  #keep(name: string, answer: KeptAnswer): KeptAnswer {
    this.#ready.set(name, answer);
    this.#size += answer.size;
    for (const [oldest, { size }] of this.#ready) {
      if (this.#size <= memoryLimit) break;
      this.#ready.delete(oldest);
      this.#size -= size;
    }
    return answer;
  }
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}
