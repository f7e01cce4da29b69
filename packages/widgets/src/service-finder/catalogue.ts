import type { Agency, CatalogueIndex, ServiceSummary } from '@mpp-digital/contract';
import type { Search } from '@mpp-digital/search';

/** A regency's services, ready to be looked up and searched. */
export class Catalogue {
  readonly index: CatalogueIndex;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly services: ReadonlyMap<string, ServiceSummary>;
  #search: Search | undefined;
  /** The last words that were searched for: one picture of the screen asks for them several times. */
  #words = '';
  #found: ServiceSummary[] = [];

  constructor(index: CatalogueIndex) {
    this.index = index;
    this.agencies = new Map(index.agencies.map((agency) => [agency.id, agency]));
    this.services = new Map(index.services.map((service) => [service.id, service]));
  }

  /**
   * The services that fit the words, best first; all of them, in the catalogue's order, for none.
   * None as long as the search is not here.
   */
  find(query: string, createSearch: CreateSearch | undefined): ServiceSummary[] {
    const { services } = this.index;
    if (!query.trim()) return services;
    this.#search ??= createSearch?.(services, this.index);
    if (this.#search && query !== this.#words) {
      this.#words = query;
      this.#found = this.#search.find(query, Infinity).map((id) => this.services.get(id)!);
    }
    return this.#search ? this.#found : [];
  }
}

/** Makes a search over services: fetched after the list. */
export type CreateSearch = (services: readonly ServiceSummary[], index: CatalogueIndex) => Search;
