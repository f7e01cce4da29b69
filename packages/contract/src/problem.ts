import * as z from '#schema';

export const FieldError = z.object({
  /** JSON pointer into the body, or `/query/…`, `/params/…`. */
  pointer: z.string(),
  /** What is wrong with it, in English; never what was sent. */
  detail: z.string(),
});
/** One field that was refused. */
export interface FieldError extends z.infer<typeof FieldError> {}

export const Problem = z.object({
  /** Address of the page that explains the code. */
  type: z.string(),
  /** The code's meaning, in English. */
  title: z.string(),
  /** HTTP status. */
  status: z.int(),
  /** A code of `errors`, or one that a newer server knows. */
  code: z.string(),
  /** More about this very case, in English. */
  detail: z.optional(z.string()),
  /** Which fields were refused, where fields were. */
  errors: z.optional(z.array(FieldError)),
  /** Names the request in the server's log. */
  requestId: z.string(),
});
/** A refusal, as RFC 9457 problem details. */
export interface Problem extends z.infer<typeof Problem> {}
