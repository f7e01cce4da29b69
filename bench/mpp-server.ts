import { createLog, readConfig, startServer } from '@mpp-digital/server';

import { answerParent } from './child.ts';

const server = await startServer(
  // The bench is one network, and books more than any.
  readConfig({
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    MPP_HOLDS_PER_CLIENT: '1000000',
  }),
  createLog('warn'),
);
answerParent(server.url, () => server.close());
