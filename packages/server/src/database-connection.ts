import pg from 'pg';

/** A pool of connections that act as `mpp_app`, whatever is behind it. */
export interface Connections {
  kind: 'postgresql' | 'embedded';
  pool: pg.Pool;
  /** Whether statements may be prepared once and used again under a name. */
  prepares: boolean;
  close(): Promise<void>;
}

/** Days stay `2026-12-01` and counts are numbers. */
export const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * A connection that breaks tells whoever waits for its answer, and is replaced by the next who needs
 * one. It also raises an event, which would end the process if nobody listened.
 */
export function ignoreBreaks(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}
