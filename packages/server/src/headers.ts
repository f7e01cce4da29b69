import type { Config } from './config.ts';

/** Headers of an answer, as plain members: the quickest form for the HTTP adapter. */
export type HeaderFields = Record<string, string>;

/** What a script of another website may read of an answer. */
const exposed = 'ETag, Link, Retry-After, X-Request-Id, Deprecation, Sunset, Date';

/** On each answer that is not a page. */
export const safeHeaders: Readonly<HeaderFields> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
};

/** On each answer about a booking. */
export const neverKept: Readonly<HeaderFields> = { 'cache-control': 'no-store' };

/** Says which websites' scripts may read an answer. No cookie is ever taken or given. */
export function corsHeaders(origins: Config['origins'], origin: string | null): HeaderFields {
  if (origins === '*') {
    return { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed };
  }
  return {
    vary: 'Accept-Encoding, Origin',
    ...(origin !== null &&
      origins.includes(origin) && {
        'access-control-allow-origin': origin,
        'access-control-expose-headers': exposed,
      }),
  };
}

/** The answer to a browser that asks what it may send. */
export function preflightHeaders(methods: string): HeaderFields {
  return {
    'access-control-allow-methods': methods,
    'access-control-allow-headers':
      'Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, Upload-Offset, X-Request-Id',
    'access-control-max-age': '86400',
  };
}
