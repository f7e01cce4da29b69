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

const cutOff = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN'],
]);

/** What the driver and its pool say themselves, without a code. */
const cutOffMessage =
  /^(Connection terminated|Query read timeout|timeout exceeded when|Client has encountered a conn)/;

/** Whether the connection is of no more use, or there was none to be had. */
export function isConnectionTrouble(error: unknown): boolean {
  const code = codeOf(error);
  return (
    cutOff.has(code) ||
    /^(08|53|57P)/.test(code) ||
    (code === '' && error instanceof Error && cutOffMessage.test(error.message))
  );
}

/** Waited too long: for a lock, or for the statement. */
export function isTimeout(error: unknown): boolean {
  return ['55P03', '57014'].includes(codeOf(error));
}
