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
