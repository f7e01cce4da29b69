/** The database cannot be used as it is; the message is one sentence for the operator. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable';
}

/**
 * The database did not answer in time, or at all. Nothing is known of what was asked: the same
 * request, with the same key, may be sent again in a moment.
 */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy';
}

/** PostgreSQL's code of an error, or the operating system's; empty when it has none. */
export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Whether the database gave a transaction up for the sake of another, so that it may be repeated. */
export function isConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
}

/** Whether the connection is of no more use. */
export function isConnectionTrouble(error: unknown): boolean {
  const code = codeOf(error);
  return (
    /^(08|57P|53)/.test(code) ||
    /^E[A-Z]{3,}$/.test(code) ||
    (code === '' && error instanceof Error && /timeout|terminated|connection/i.test(error.message))
  );
}

/** Waited too long: for a lock, or for the statement. */
export function isTimeout(error: unknown): boolean {
  return ['55P03', '57014'].includes(codeOf(error));
}
