import type { queue as operations } from '@mpp-digital/contract';

import { granted } from '../granted.ts';
import type { Handlers } from '../handler.ts';
import { positionOf, queueOf } from '../visit.ts';

export const queue: Handlers<typeof operations> = {
  async status({ catalogue, params }, { database }) {
    const { placeId } = params;
    const { agencies } = granted(await database.call('queue', [catalogue.regency.code, placeId]));
    return queueOf(placeId, agencies, catalogue);
  },

  async position({ catalogue, code, network }, { database, secrets, limits }) {
    const { code: regency } = catalogue.regency;
    const answer = await database.call('queue_position', [
      regency,
      secrets.storedCode(regency, code),
    ]);
    if ('refused' in answer) await limits.missed(network);
    return positionOf(granted(answer), code, catalogue);
  },

  async *watch({ catalogue, params, signal }, { database, queues }) {
    const { placeId } = params;
    const { code: regency } = catalogue.regency;
    const look = async () => granted(await database.call('queue', [regency, placeId]));
    for await (const { agencies } of queues.watch(`${regency}/${placeId}`, look, signal)) {
      yield queueOf(placeId, agencies, catalogue);
    }
  },
};
