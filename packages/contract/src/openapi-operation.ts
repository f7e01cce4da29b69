import type { $ZodObject } from 'zod/v4/core';

import { commonErrors, errors, type ErrorCode } from './errors.ts';
import type { JsonObject, JsonSchemas } from './openapi-schemas.ts';
import type { Operation } from './operation.ts';
import { fileTypes } from './uploads.ts';

/** Headers of answers. */
export const headers = {
  'X-Request-Id': {
    description: 'Names the request in the server’s log.',
    schema: { type: 'string' },
  },
  'Retry-After': {
    description: 'Seconds to wait before asking again.',
    schema: { type: 'integer', minimum: 0 },
  },
  ETag: {
    description: 'Names this version of the answer. Send it back in `If-None-Match`.',
    schema: { type: 'string' },
  },
  Link: {
    description: 'Address of the page that follows, with `rel="next"`; none on the last one.',
    schema: { type: 'string' },
  },
};

/** Parameters that several operations take. */
export const parameters = {
  regency: {
    name: 'regency',
    in: 'path',
    required: true,
    description: 'Kemendagri code of a regency or city.',
    example: '35.79',
    schema: { $ref: '#/components/schemas/RegencyCode' },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Names what is to be done: sent twice, it is done once and answered twice.',
    schema: { type: 'string', format: 'uuid' },
  },
  uploadOffset: {
    name: 'Upload-Offset',
    in: 'header',
    required: true,
    description: 'How many bytes of the file come before this piece.',
    schema: { type: 'integer', minimum: 0 },
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of the answer at hand: 304 when it is still true.',
    schema: { type: 'string' },
  },
};

const inPath: Record<string, string> = {
  serviceId: 'Id of a service.',
  placeId: 'Id of a place.',
  agencyId: 'Id of an agency.',
  unitId: 'Id of a mobile unit.',
  bookingId: 'Id of a booking, as its ticket says.',
  applicationId: 'Id of an application.',
  documentId: 'Id of a document of the application.',
  uploadId: 'Id of an upload.',
};

/** Every code that an operation may refuse with: its own, and those that come with its parts. */
export function refusalsOf(operation: Operation): ErrorCode[] {
  const { auth, body, idempotent, uploads } = operation;
  return [
    ...(operation.errors ?? []),
    ...commonErrors,
    ...(auth ? (['unauthorized'] as const) : []),
    ...(auth === 'officer' || auth === 'kiosk' ? (['forbidden'] as const) : []),
    ...(body ? (['malformed_json', 'too_large', 'unsupported_media_type'] as const) : []),
    ...(uploads ? (['too_large', 'unsupported_media_type'] as const) : []),
    ...(idempotent ? (['key_missing', 'key_reused'] as const) : []),
  ];
}

/** Describes one operation. Refusals are added to `responses`, which operations share. */
export function describe(
  tag: string,
  name: string,
  operation: Operation,
  schemas: JsonSchemas,
  responses: Record<string, JsonObject>,
): JsonObject {
  const { auth } = operation;
  return {
    operationId: `${tag}.${name}`,
    tags: [tag],
    // Said even where it is none: that anyone may ask is a promise, too.
    security: auth ? [{ [auth]: [] }] : [],
    parameters: parametersOf(operation, schemas),
    ...bodyOf(operation, schemas),
    responses: { ...answersOf(operation, schemas), ...sharedRefusals(operation, responses) },
  };
}

const bytes = { type: 'string', format: 'binary' };

function bodyOf({ body, uploads }: Operation, schemas: JsonSchemas): JsonObject {
  const content = body
    ? { 'application/json': { schema: schemas.of(body) } }
    : uploads && { 'application/partial-upload': { schema: bytes } };
  return content ? { requestBody: { required: true, content } } : {};
}

function parametersOf(
  { params, query, idempotent, cached, uploads }: Operation,
  schemas: JsonSchemas,
): JsonObject[] {
  const shared = (name: keyof typeof parameters) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...(params ? membersIn('path', params, schemas) : []),
    ...(query ? membersIn('query', query, schemas) : []),
    ...(idempotent ? [shared('idempotencyKey')] : []),
    ...(uploads ? [shared('uploadOffset')] : []),
    ...(cached ? [shared('ifNoneMatch')] : []),
  ];
}

function membersIn(place: 'path' | 'query', schema: $ZodObject, schemas: JsonSchemas) {
  const { properties, required = [] } = schemas.members(schema);
  return Object.entries(properties).map(([name, { description = inPath[name], ...member }]) => ({
    name,
    in: place,
    ...(required.includes(name) && { required: true }),
    ...(description !== undefined && { description }),
    schema: member,
  }));
}

function answersOf(operation: Operation, schemas: JsonSchemas): JsonObject {
  const { cached, downloads, query, streams, result } = operation;
  const media = streams ? 'text/event-stream' : (operation.media ?? 'application/json');
  const isPage = cached && query;
  return {
    200: {
      description: operation.idempotent
        ? 'It is done; the same key gives the same answer for seven days.'
        : 'The answer.',
      headers: named('X-Request-Id', cached && 'ETag', isPage && 'Link'),
      content: downloads
        ? Object.fromEntries(fileTypes.map((type) => [type, { schema: bytes }]))
        : { [media]: { schema: schemas.of(result) } },
    },
    ...(cached && {
      304: {
        description: 'The answer at hand is still true.',
        headers: named('X-Request-Id', 'ETag'),
      },
    }),
  };
}

/** One response for each status, named after the codes that it may carry. */
function sharedRefusals(operation: Operation, responses: Record<string, JsonObject>): JsonObject {
  const found: JsonObject = {};
  const refused = refusalsOf(operation).toSorted();
  for (const status of new Set(refused.map((code) => errors[code].status))) {
    const codes = refused.filter((code) => errors[code].status === status);
    const name = codes.join('.');
    responses[name] ??= refusal(status, codes);
    found[status] = { $ref: `#/components/responses/${name}` };
  }
  return found;
}

function refusal(status: number, codes: readonly ErrorCode[]): JsonObject {
  const waits = status === 429 || status === 503;
  const example = (code: ErrorCode) => ({
    type: `https://github.com/mpp-digital/mpp-digital/blob/main/docs/errors.md#${code}`,
    title: errors[code].title,
    status,
    code,
    requestId: '0199f3c2-7d5e-7a41-9b1c-2f6d8e4a7b10',
  });
  return {
    description: codes.map((code) => `\`${code}\`: ${errors[code].title}.`).join('\n'),
    headers: named('X-Request-Id', waits && 'Retry-After'),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, { value: example(code) }])),
      },
    },
  };
}

const named = (...names: (keyof typeof headers | false | undefined)[]) =>
  Object.fromEntries(
    names.flatMap((name) => (name ? [[name, { $ref: `#/components/headers/${name}` }]] : [])),
  );
