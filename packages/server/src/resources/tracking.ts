import type { tracking as operations } from '@mpp-digital/contract';

import type { Handlers } from '../handler.ts';
import { Problem } from '../problem.ts';
import { statusOf } from '../ticket.ts';

export const tracking: Handlers<typeof operations> = {
  async status({ catalogue, code, network }, { database, secrets, limits }) {
    const { code: regency } = catalogue.regency;
    const stored = secrets.storedCode(regency, code);
    const row = await database.call('track', [regency, stored]);
    if (!('refused' in row)) return statusOf(row, code, catalogue);
    const application = await database.call('track_application', [regency, stored]);
    if (!('refused' in application)) throw new Problem('wrong_kind');
    await limits.missed(network);
    throw new Problem(row.refused);
  },
};
