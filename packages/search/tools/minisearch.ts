import MiniSearch from 'minisearch';

import type { Index } from './catalogue.ts';

/** The yardstick: the best search library that was measured, with the same texts. */
export function createMiniSearch({ services, agencies, categories }: Index) {
  const search = new MiniSearch<Record<string, string>>({
    fields: ['name', 'keywords', 'groups'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 4, keywords: 3 } },
  });
  const groups = new Map([...agencies, ...categories].map((group) => [group.id, group]));
  search.addAll(
    services.map(({ id, name, keywords, agencyId, categoryId }) => {
      const above = [groups.get(agencyId), groups.get(categoryId)];
      return {
        id,
        name: `${name.id} ${name.en}`,
        keywords: keywords.join(' '),
        groups: above
          .map((group) => `${group?.shortName ?? ''} ${group?.name.id} ${group?.name.en}`)
          .join(' '),
      };
    }),
  );
  return {
    find: (query: string, limit = 20): string[] =>
      search
        .search(query)
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
}
