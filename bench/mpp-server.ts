import { createLog, readConfig, startServer } from '@mpp-digital/server';

import { answerParent } from './child.ts';

const server = await startServer(
  readConfig({ ...process.env, PORT: '0', HOST: '127.0.0.1' }),
  createLog('warn'),
);
answerParent(server.url, () => server.close());
