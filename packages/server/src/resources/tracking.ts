import type { tracking as operations } from '@mpp-digital/contract';

import { granted } from '../granted.ts';
import type { Handlers } from '../handler.ts';
import { Problem } from '../problem.ts';
import { statusOf } from '../ticket.ts';

export const tracking: Handlers<typeof operations> = {
  async status({ catalogue, code, network }, { database, secrets, limits }) {
    const { code: regency } = catalogue.regency;
    try {
      const row = granted(
        await database.call('track', [regency, secrets.storedCode(regency, code)]),
      );
      return statusOf(row, code, catalogue);
    } catch (error) {
      if (error instanceof Problem && error.code === 'not_found') await limits.missed(network);
      throw error;
    }
  },
};
