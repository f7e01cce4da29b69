import { parse, Problem, type ErrorCode, type FieldError } from '@mpp-digital/contract';

/** What can go wrong: a code of the API, or one of three for what never was an answer of it. */
export type MppErrorCode =
  | ErrorCode
  /** No answer came: no network, no server, or the line dropped. */
  | 'unreachable'
  /** No answer came in time. */
  | 'timed_out'
  /** Something answered, but not with what the API promises. */
  | 'unexpected_answer';

interface Details {
  status?: number;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  fieldErrors?: readonly FieldError[] | undefined;
  cause?: unknown;
}

/**
 * The one error that calls reject with, but for a call that was aborted, which rejects with its
 * signal's reason. Never bears personal data.
 *
 * @example
 * ```ts
 * import { MppClient, MppError } from '@mpp-digital/sdk';
 *
 * const client = new MppClient({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
 * try {
 *   await client.catalogue.service('ktp-el-baru');
 * } catch (error) {
 *   if (error instanceof MppError && error.code === 'not_found') console.log('No such service');
 *   else throw error;
 * }
 * ```
 */
export class MppError extends Error {
  override readonly name = 'MppError';
  /** Branch on this. A newer server may send a code that this version does not know. */
  readonly code: MppErrorCode;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** Names the request in the server's log. */
  readonly requestId: string | undefined;
  /** Seconds until it may be worth asking again, where the server said so. */
  readonly retryAfter: number | undefined;
  /** Which fields were refused, where fields were. */
  readonly fieldErrors: readonly FieldError[];

  constructor(code: MppErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
    this.fieldErrors = details.fieldErrors ?? [];
  }

  /** Reads what a server refused with. Whatever it is, it becomes an error with a code. */
  static async from(response: Response): Promise<MppError> {
    const details = {
      status: response.status,
      requestId: response.headers.get('x-request-id') ?? undefined,
      retryAfter: secondsUntil(response.headers.get('retry-after')),
    };
    try {
      const problem = parse(Problem, await response.json());
      return new MppError(problem.code as MppErrorCode, problem.title, {
        ...details,
        requestId: details.requestId ?? problem.requestId,
        fieldErrors: problem.errors,
      });
    } catch (cause) {
      const code = busyStatuses.includes(response.status) ? 'busy' : 'unexpected_answer';
      return new MppError(code, `The server answered with status ${response.status}`, {
        ...details,
        cause,
      });
    }
  }
}

/** What gateways answer for a server that is away for a moment. */
const busyStatuses = [502, 503, 504];

function secondsUntil(retryAfter: string | null): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = Number(retryAfter);
  const until = Number.isNaN(seconds) ? (Date.parse(retryAfter) - Date.now()) / 1000 : seconds;
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil(until));
}
