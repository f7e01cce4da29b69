// Holds the committed openapi.json to the operation table, and to Redocly's recommended rules.
import { spawnSync } from 'node:child_process';

const file = 'packages/contract/openapi.json';

// Redocly would ask the network for newer versions of itself.
const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' };

for (const command of [
  'node --conditions=mpp-src packages/contract/tools/write-openapi.ts --check',
  `redocly lint ${file} --format=stylish`,
]) {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env });
  if (status !== 0) process.exit(1);
}
