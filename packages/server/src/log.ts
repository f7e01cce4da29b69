import { pino, type DestinationStream, type Logger } from 'pino';

import type { Config } from './config.ts';

export type { Logger };

/** All that is ever said of a request. No address, no body, no header: they can name a person. */
export interface RequestLine {
  requestId: string;
  method: string;
  /** The pattern of the route, `/v1/{regency}/bookings`; never the address that was asked for. */
  route: string;
  status: number;
  ms: number;
  /** The code of a refusal. */
  code?: string | undefined;
}

/** Logs to standard output, one JSON object a line. */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination({ dest: 1, sync: false, minLength: 0 }),
  );
}

/**
 * What a log may say of an error: its kind, the database's code, and where it came from. Not its
 * message, which can quote what somebody sent.
 */
export function describeFault(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...('code' in error && { code: String(error.code) }),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: describeFault(error.cause) }),
  };
}
