import { errors, type ErrorCode, type FieldError } from '@mpp-digital/contract';

/** A refusal, to be sent as RFC 9457 problem details. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ErrorCode;
  /** More about this very case, in English; never what was sent. */
  readonly detail: string | undefined;
  /** Which fields were refused. */
  readonly fields: readonly FieldError[] | undefined;
  /** Headers that belong to it, such as `allow` or `retry-after`. */
  readonly headers: Readonly<Record<string, string>> | undefined;

  constructor(
    code: ErrorCode,
    more: {
      detail?: string;
      fields?: readonly FieldError[];
      headers?: Record<string, string>;
    } = {},
  ) {
    super(errors[code].title);
    this.code = code;
    this.detail = more.detail;
    this.fields = more.fields;
    this.headers = more.headers;
  }

  get status(): number {
    return errors[this.code].status;
  }

  /** The body of the answer. */
  body(requestId: string): object {
    return {
      type: `https://github.com/mpp-digital/mpp-digital/blob/main/docs/errors.md#${this.code}`,
      title: this.message,
      status: this.status,
      code: this.code,
      ...(this.detail && { detail: this.detail }),
      ...(this.fields && { errors: this.fields }),
      requestId,
    };
  }
}

/** A problem that passes: the caller may ask again after so many seconds. */
export function retryLater(code: 'busy' | 'too_many_requests', seconds: number): Problem {
  return new Problem(code, { headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) } });
}
