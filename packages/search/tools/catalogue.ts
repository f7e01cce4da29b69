import { readFileSync } from 'node:fs';

import type { SearchableGroup, SearchableService } from '@mpp-digital/search';

/** What the finder searches in. */
export interface Index {
  readonly services: readonly Required<SearchableService>[];
  readonly agencies: readonly SearchableGroup[];
  readonly categories: readonly SearchableGroup[];
}

interface CatalogueFile extends Omit<Index, 'services'> {
  readonly services: readonly (Omit<SearchableService, 'categoryId'> & {
    readonly agencyId: string;
    readonly category: string;
  })[];
}

/** Reads the demonstration catalogue and leaves of it what the API's index view gives the finder. */
export function readIndex(): Index {
  const file = new URL('../../server/data/catalogue.json', import.meta.url);
  const { services, agencies, categories } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as CatalogueFile;
  return {
    services: services.map(({ id, name, agencyId, category, keywords }) => ({
      id,
      name,
      agencyId,
      categoryId: category,
      keywords,
    })),
    agencies: agencies.map(({ id, name, shortName }) => ({ id, name, shortName: shortName ?? '' })),
    categories: categories.map(({ id, name }) => ({ id, name })),
  };
}
