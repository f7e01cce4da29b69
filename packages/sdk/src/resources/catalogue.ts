import {
  catalogue,
  type Agency,
  type CatalogueIndex,
  type Place,
  type Service,
} from '@mpp-digital/contract';

import { List } from '../list.ts';
import { Resource } from '../resource.ts';
import type { RequestOptions } from '../transport.ts';

/** What services there are, and what each needs. Reached as `client.catalogue`. */
export class Catalogue extends Resource {
  /** Reads the whole catalogue, briefly: enough to list and to search. */
  index(options?: RequestOptions): Promise<CatalogueIndex> {
    return this.call(catalogue.index, {}, options);
  }

  /** Lists services with their standards. */
  services(options?: RequestOptions): List<Service> {
    return new List((cursor) => this.call(catalogue.services, { query: { cursor } }, options));
  }

  /**
   * Reads the standard of one service.
   *
   * @throws {@link MppError} `not_found`.
   */
  service(serviceId: string, options?: RequestOptions): Promise<Service> {
    return this.call(catalogue.service, { params: { serviceId } }, options);
  }

  /**
   * Reads one service as schema.org JSON-LD, for a page's `<script type="application/ld+json">`.
   *
   * @throws {@link MppError} `not_found`.
   */
  linkedData(serviceId: string, options?: RequestOptions): Promise<Record<string, unknown>> {
    return this.call(catalogue.linkedData, { params: { serviceId } }, options);
  }

  /** Lists agencies. */
  agencies(options?: RequestOptions): List<Agency> {
    return new List((cursor) => this.call(catalogue.agencies, { query: { cursor } }, options));
  }

  /** Lists places with their opening hours. */
  places(options?: RequestOptions): List<Place> {
    return new List((cursor) => this.call(catalogue.places, { query: { cursor } }, options));
  }
}
