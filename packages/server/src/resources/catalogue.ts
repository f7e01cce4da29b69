import type { catalogue as operations } from '@mpp-digital/contract';

import type { Catalogue } from '../catalogue.ts';
import type { Handlers } from '../handler.ts';
import type { HeaderFields } from '../headers.ts';
import type { KeptAnswer } from '../kept-answer.ts';
import { linkedData } from '../linked-data.ts';
import { Problem } from '../problem.ts';

/** Kept for a minute, shown for a day while it is looked up, and for a week while we are away. */
export const caching = 'public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800';

const json: HeaderFields = { 'content-type': 'application/json', 'cache-control': caching };

export const catalogue: Handlers<typeof operations> = {
  index: ({ catalogue }) =>
    catalogue.answer('/catalogue', json, () => JSON.stringify(catalogue.index)),

  services: ({ catalogue, query }) => page(catalogue, '/services', catalogue.services, query),

  service({ catalogue, params }) {
    const service = find(catalogue, params.serviceId);
    return catalogue.answer(`/services/${service.id}`, json, () => JSON.stringify(service));
  },

  linkedData({ catalogue, params }, { config }) {
    const service = find(catalogue, params.serviceId);
    return catalogue.answer(
      `/services/${service.id}/linked-data`,
      { ...json, 'content-type': 'application/ld+json' },
      () => JSON.stringify(linkedData(service, catalogue, config.publicUrl ?? '')),
    );
  },

  agencies: ({ catalogue, query }) => page(catalogue, '/agencies', catalogue.agencies, query),

  places: ({ catalogue, query }) => page(catalogue, '/places', catalogue.places, query),
};

function find(catalogue: Catalogue, id: string) {
  const service = catalogue.services.get(id);
  if (!service) throw new Problem('not_found');
  return service;
}

/** A cursor is the id of the last item of the page before it. */
function page(
  catalogue: Catalogue,
  path: string,
  all: ReadonlyMap<string, object>,
  query: { cursor?: string | undefined; limit?: string | undefined },
): KeptAnswer {
  const ids = [...all.keys()];
  const limit = Number(query.limit ?? 50);
  const start = query.cursor === undefined ? 0 : ids.indexOf(query.cursor) + 1;
  if (query.cursor !== undefined && start === 0) {
    throw new Problem('invalid_request', {
      fields: [{ pointer: '/query/cursor', detail: 'Not the next of a page of this list' }],
    });
  }
  const next = start + limit < ids.length ? (ids[start + limit - 1] ?? null) : null;
  const isFirst = start === 0 && limit === 50;
  return catalogue.answer(
    isFirst ? path : `${path} from ${String(start)} take ${String(limit)}`,
    {
      ...json,
      ...(next !== null && { link: `<?cursor=${next}&limit=${String(limit)}>; rel="next"` }),
    },
    () => JSON.stringify({ items: ids.slice(start, start + limit).map((id) => all.get(id)), next }),
    // Whoever walks through all cursors and limits must not keep us packing.
    isFirst ? 'best' : 'quick',
  );
}
