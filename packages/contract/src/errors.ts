/**
 * Everything that an answer can refuse with: the HTTP status and a short title in English.
 *
 * Programs branch on the code, which never changes its meaning. Sent as
 * `application/problem+json` ({@link https://www.rfc-editor.org/rfc/rfc9457 | RFC 9457}).
 */
export const errors = {
  malformed_json: { status: 400, title: 'The body is not JSON that we can read' },
  invalid_request: { status: 400, title: 'The request does not fit the contract' },
  key_missing: { status: 400, title: 'The request needs an Idempotency-Key header with a UUID' },
  unauthorized: { status: 401, title: 'The request needs a code, a ticket’s secret, or a sign-in' },
  forbidden: { status: 403, title: 'This sign-in may not do that' },
  not_found: { status: 404, title: 'There is no such thing, or it is not yours' },
  wrong_kind: { status: 404, title: 'The code is that of an application' },
  regency_unknown: { status: 404, title: 'This server does not serve that regency' },
  method_not_allowed: { status: 405, title: 'This address does not answer that method' },
  slot_full: { status: 409, title: 'No place is left at this time' },
  slot_closed: { status: 409, title: 'This time cannot be booked for this service' },
  same_slot: { status: 409, title: 'The booking already has this time' },
  already_booked: { status: 409, title: 'This person has a booking for this service on that day' },
  already_answered: { status: 409, title: 'The survey was answered for this visit' },
  not_today: { status: 409, title: 'The booking is for another day' },
  queue_empty: { status: 409, title: 'Nobody waits' },
  counter_busy: { status: 409, title: 'The counter is not done with the number before' },
  too_many_webhooks: { status: 409, title: 'The regency has as many webhooks as it may have' },
  wrong_state: { status: 409, title: 'The booking does not allow this any more' },
  wrong_offset: { status: 409, title: 'The file does not go on there' },
  correction_late: { status: 410, title: 'The time for the correction is over' },
  hold_expired: { status: 410, title: 'The held place was given free' },
  too_large: { status: 413, title: 'The body is larger than we take' },
  unsupported_media_type: { status: 415, title: 'The body must be application/json' },
  file_type: { status: 422, title: 'The file is not a PDF, a JPEG or a PNG' },
  file_unreadable: { status: 422, title: 'The file is damaged, or more than one thing at once' },
  file_locked: { status: 422, title: 'The PDF needs a password' },
  file_active: { status: 422, title: 'The PDF has scripts, actions or files in it' },
  file_too_many_pixels: { status: 422, title: 'The picture has more pixels than we take' },
  file_infected: { status: 422, title: 'The file looks like malware' },
  key_reused: { status: 422, title: 'The Idempotency-Key was used for another request' },
  day_past: { status: 422, title: 'The day is in the past' },
  day_beyond_window: { status: 422, title: 'The day is too far ahead to be booked yet' },
  too_many_requests: { status: 429, title: 'Too many requests; wait a little' },
  internal: { status: 500, title: 'The server failed to answer' },
  busy: { status: 503, title: 'The server is busy; the same request may succeed in a moment' },
} as const;

/** A stable name for what went wrong. */
export type ErrorCode = keyof typeof errors;

/** Codes that any operation may answer with, besides its own. */
export const commonErrors = [
  'invalid_request',
  'regency_unknown',
  'too_many_requests',
  'internal',
  'busy',
] as const satisfies readonly ErrorCode[];
