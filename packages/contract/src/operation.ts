import type * as z from 'zod/v4/core';

import type { ErrorCode } from './errors.ts';

/** One API call as data: the SDK sends it, the server answers it, the OpenAPI file lists it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below `/v1/{regency}`, with parameters in braces. */
  readonly path: `/${string}`;
  /**
   * Who may ask. `code` and `secret`: the `Authorization: Bearer …` header must carry the code of a
   * booking or an application, which shows where it stands, or its secret, which also changes it.
   * `officer`: one who has signed in, by the cookie of the sign-in. `kiosk`: a terminal of the mall's
   * own, by the cookie that it was set up with.
   */
  readonly auth?: 'code' | 'secret' | 'officer' | 'kiosk';
  readonly params?: z.$ZodObject;
  readonly query?: z.$ZodObject;
  readonly body?: z.$ZodObject;
  /** Takes an `Idempotency-Key`: sent twice, done once. */
  readonly idempotent?: true;
  /** Takes a body of up to 8 MiB; others take 64 KiB. */
  readonly largeBody?: true;
  /** Answers with an `ETag` and may be kept: the same for everyone, and not about a person. */
  readonly cached?: true;
  /** Answers with server-sent events, each a result, until the caller has enough. */
  readonly streams?: true;
  /**
   * Takes a piece of a file as its body, `application/partial-upload`; the header `Upload-Offset` says
   * how many bytes of the file come before it.
   */
  readonly uploads?: true;
  /** Answers with a file to be saved, whose type is its own and not `media`. */
  readonly downloads?: true;
  /** Media type of the answer; `application/json` unless it says otherwise. */
  readonly media?: string;
  readonly result: z.$ZodType;
  readonly errors?: readonly ErrorCode[];
}

/**
 * A resource's operations, by the method name that the SDK gives them. What each does is said in the
 * comment above it, which does not travel to browsers.
 */
export type Operations = Readonly<Record<string, Operation>>;

type Part = 'params' | 'query' | 'body';

/** What a caller passes: only the parts that the operation declares. */
export type Input<O extends Operation> = {
  [P in Part as O[P] extends z.$ZodType ? P : never]: z.input<O[P]>;
};

/** What a handler receives: the same parts, parsed. */
export type Parsed<O extends Operation> = {
  [P in Part as O[P] extends z.$ZodType ? P : never]: z.output<O[P]>;
};

/** What the operation answers. */
export type Result<O extends Operation> = z.output<O['result']>;
