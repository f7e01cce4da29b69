import { inspect } from 'node:util';

import { ConfigError, readConfig } from './config.ts';
import { DatabaseUnusable } from './database-trouble.ts';
import { startServer } from './server.ts';

/** Starts the server, and stops it when the process is asked to end. */
export async function serve(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const server = await startServer(readConfig(environment));
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Ends the process: with one sentence where the operator can do something, else with all we know. */
export function fail(error: unknown): void {
  const forOperator = error instanceof ConfigError || error instanceof DatabaseUnusable;
  process.stderr.write(`${forOperator ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
}
