import type { ErrorCode, FieldError } from '@mpp-digital/contract';

/**
 * What went wrong: a code of the contract, or one of three that no server says.
 *
 * - `unreachable`: the line, the name or the server is down, or the page may not call the server.
 * - `timed_out`: no answer in time, also after trying again.
 * - `unexpected_answer`: somebody answered, but not as the contract says. Often a proxy, a login
 *   page of a public network, or a wrong `baseUrl`.
 */
export type MppErrorCode = ErrorCode | 'unreachable' | 'timed_out' | 'unexpected_answer';

/** What is known about a failure besides its code. */
export interface MppErrorDetails {
  /** HTTP status of the answer; undefined when there was none. */
  status?: number | undefined;
  /** Names the request in the server's log; tell it to whoever runs the server. */
  requestId?: string | undefined;
  /** Seconds after which the server wants to be asked again, if it said so. */
  retryAfter?: number | undefined;
  /** The fields that were refused. */
  fieldErrors?: readonly FieldError[] | undefined;
  /** What the code means, in English. */
  title?: string | undefined;
  /** The error beneath. */
  cause?: unknown;
}

/**
 * The one error that calls reject with, unless you abort them: then it is the signal's reason.
 *
 * Its message never contains what was sent: no name, phone, code or secret.
 *
 * @example
 * ```ts
 * try {
 *   await client.bookings.hold({ slotId: '0b1f2c1e-58a4-4d2e-9d3a-0f5a4c7b9e11', serviceId: 'ktp-el-baru' });
 * } catch (error) {
 *   if (!(error instanceof MppError)) throw error;
 *   if (error.code === 'slot_full') console.log('Please choose another time.');
 *   else console.log(`${error.code}, request ${error.requestId ?? 'unknown'}`);
 * }
 * ```
 */
export class MppError extends Error {
  override readonly name = 'MppError';

  /** Branch on this. A newer server may say codes that this version does not know. */
  readonly code: MppErrorCode | (string & {});

  /** HTTP status of the answer; undefined when there was none. */
  readonly status: number | undefined;

  /** Names the request in the server's log. */
  readonly requestId: string | undefined;

  /** Seconds after which the server wants to be asked again, if it said so. */
  readonly retryAfter: number | undefined;

  /** The fields that were refused, as JSON pointers into what was sent; often none. */
  readonly fieldErrors: readonly FieldError[];

  constructor(code: MppErrorCode | (string & {}), details: MppErrorDetails = {}) {
    const { title, cause } = details;
    super(title ? `${code}: ${title}` : code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
    this.fieldErrors = details.fieldErrors ?? [];
  }
}
