import {
  catalogue,
  type Agency,
  type CatalogueIndex,
  type Place,
  type Service,
} from '@mpp-digital/contract';

import { List, type Page } from '../list.ts';
import type { CachedOptions, ListOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/**
 * What a regency offers. Reached as `client.catalogue`.
 *
 * These answers are the same for everyone: they are asked for with their ETag, and can be kept for
 * days on which the server is down (the client's `cache`).
 *
 * @example
 * ```ts
 * const { services } = await client.catalogue.index();
 * const card = services.find(({ keywords }) => keywords.includes('ktp hilang'));
 * if (card) {
 *   const { requirements } = await client.catalogue.service(card.id);
 *   console.log(requirements.map(({ text }) => text.id));
 * }
 * ```
 */
export class Catalogue extends Resource implements MethodsFor<typeof catalogue> {
  /**
   * Reads the whole catalogue, briefly: the regency, its agencies, and as much of each service as
   * a list and a search need.
   *
   * @throws {@link MppError}
   */
  index(options?: CachedOptions): Promise<CatalogueIndex> {
    return this.call(catalogue.index, {}, options);
  }

  /**
   * Lists services with their whole standards. For names only, `index()` is smaller.
   *
   * @throws {@link MppError} while it is read.
   */
  services(options: ListOptions = {}): List<Service> {
    return listed(options, (query) => this.call(catalogue.services, { query }, options));
  }

  /**
   * Reads the standard of one service: requirements, steps, time, cost, and where to book.
   *
   * @param serviceId - For example `ktp-el-baru`.
   * @throws {@link MppError} `not_found`.
   */
  service(serviceId: string, options?: CachedOptions): Promise<Service> {
    return this.call(catalogue.service, { params: { serviceId } }, options);
  }

  /**
   * Reads one service as schema.org JSON-LD, for a page that search engines should understand.
   *
   * @throws {@link MppError} `not_found`.
   */
  linkedData(serviceId: string, options?: CachedOptions): Promise<Record<string, unknown>> {
    return this.call(catalogue.linkedData, { params: { serviceId } }, options);
  }

  /**
   * Lists the agencies that serve.
   *
   * @throws {@link MppError} while it is read.
   */
  agencies(options: ListOptions = {}): List<Agency> {
    return listed(options, (query) => this.call(catalogue.agencies, { query }, options));
  }

  /**
   * Lists the places where people are served, with their opening hours.
   *
   * @throws {@link MppError} while it is read.
   */
  places(options: ListOptions = {}): List<Place> {
    return listed(options, (query) => this.call(catalogue.places, { query }, options));
  }
}

type Query = { cursor?: string | undefined; limit?: string | undefined };

const listed = <T>({ cursor, limit }: ListOptions, read: (query: Query) => Promise<Page<T>>) =>
  new List((next) => read({ cursor: next, limit: limit?.toString() }), cursor);
