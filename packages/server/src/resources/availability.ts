import type { availability as operations } from '@mpp-digital/contract';

import { granted } from '../granted.ts';
import type { Handlers } from '../handler.ts';

export const availability: Handlers<typeof operations> = {
  async days({ catalogue, params, query }, { database }) {
    const { days, next, until, timeZone } = granted(
      await database.call('availability', [
        catalogue.regency.code,
        params.placeId,
        query.services.split(','),
        query.from ?? null,
        Number(query.days ?? 7),
      ]),
    );
    return { placeId: params.placeId, timeZone, days, next, until };
  },
};
