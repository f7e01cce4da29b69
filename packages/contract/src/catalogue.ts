import * as z from '#schema';

import type { Operations } from './operation.ts';
import { pageOf, PageQuery } from './page.ts';
import { Agency, Channel, Duration, Fee, Place, Service } from './service.ts';
import { regencyCode, slug, Text } from './text.ts';

export const Regency = z.object({
  /** Kemendagri code: `35.79`. */
  code: regencyCode,
  /** Its name, for example `Kota Batu`. */
  name: z.string(),
  /** IANA time zone, for example `Asia/Jakarta`. */
  timeZone: z.string(),
});
/** Whose services these are: a regency or a city. */
export interface Regency extends z.infer<typeof Regency> {}

export const Category = z.object({
  /** Its name in addresses. */
  id: slug,
  /** Its name as people read it. */
  name: Text,
});
/** What kind of need a service answers. */
export interface Category extends z.infer<typeof Category> {}

export const ServiceSummary = z.object({
  /** Its name in addresses: `ktp-el-baru`. */
  id: slug,
  /** Its name as people read it. */
  name: Text,
  /** Whose service it is: the `id` of an agency. */
  agencyId: slug,
  /** What kind of need it answers: the `id` of a category. */
  categoryId: slug,
  /** The ways to be served. */
  channels: z.array(Channel),
  /** How long it takes. */
  duration: Duration,
  /** What it costs. */
  fee: Fee,
  /** Other words that people use for it. */
  keywords: z.array(z.string()),
  /** Whether a time can be booked. */
  bookable: z.boolean(),
  /** False: example data, to be shown as such. */
  verified: z.boolean(),
});
/** As much of a service as a list and a search need. */
export interface ServiceSummary extends z.infer<typeof ServiceSummary> {}

export const CatalogueIndex = z.object({
  /** Whose catalogue it is. */
  regency: Regency,
  /** All that serve. */
  agencies: z.array(Agency),
  /** All kinds of needs. */
  categories: z.array(Category),
  /** All services, briefly. */
  services: z.array(ServiceSummary),
});
/** All services of a regency, small enough for a phone to search in. */
export interface CatalogueIndex extends z.infer<typeof CatalogueIndex> {}

export const ServicePage = pageOf(Service);
/** Some of a regency's services. */
export interface ServicePage extends z.infer<typeof ServicePage> {}

export const AgencyPage = pageOf(Agency);
/** Some of a regency's agencies. */
export interface AgencyPage extends z.infer<typeof AgencyPage> {}

export const PlacePage = pageOf(Place);
/** Some of a regency's places. */
export interface PlacePage extends z.infer<typeof PlacePage> {}

const byId = z.object({
  /** A service's `id`. */
  serviceId: slug,
});

export const catalogue = {
  /** Read the whole catalogue, briefly. */
  index: {
    method: 'GET',
    path: '/catalogue',
    cached: true,
    result: CatalogueIndex,
  },
  /** List services with their standards. */
  services: {
    method: 'GET',
    path: '/services',
    query: PageQuery,
    cached: true,
    result: ServicePage,
  },
  /** Read the standard of one service. */
  service: {
    method: 'GET',
    path: '/services/{serviceId}',
    params: byId,
    cached: true,
    result: Service,
    errors: ['not_found'],
  },
  /** Read one service as schema.org JSON-LD. */
  linkedData: {
    method: 'GET',
    path: '/services/{serviceId}/linked-data',
    params: byId,
    cached: true,
    media: 'application/ld+json',
    result: z.looseObject({}),
    errors: ['not_found'],
  },
  /** List agencies. */
  agencies: {
    method: 'GET',
    path: '/agencies',
    query: PageQuery,
    cached: true,
    result: AgencyPage,
  },
  /** List places with their opening hours. */
  places: {
    method: 'GET',
    path: '/places',
    query: PageQuery,
    cached: true,
    result: PlacePage,
  },
} as const satisfies Operations;
