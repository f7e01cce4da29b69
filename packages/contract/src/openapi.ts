/**
 * The operation tables as an OpenAPI 3.1 document. Needs the real zod: not for the embeds.
 *
 * @packageDocumentation
 */
import { operations } from './index.ts';
import { describe, headers, parameters } from './openapi-operation.ts';
import { JsonSchemas, type Descriptions, type JsonObject } from './openapi-schemas.ts';
import { describeWebhooks } from './openapi-webhooks.ts';
import type { Operation } from './operation.ts';

export type { Descriptions, JsonObject } from './openapi-schemas.ts';

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument extends JsonObject {
  /** Where the server is. */
  servers: { url: string }[];
  /** What can be asked, by path. */
  paths: Record<string, JsonObject>;
  /** What the server itself sends. */
  webhooks: Record<string, JsonObject>;
}

/** What the document should say besides the tables. */
export interface OpenApiOptions {
  /** Where the server is; `https://mpp.example.go.id` without it. */
  serverUrl?: string | undefined;
  /** What the comments in the sources say; the packed `openapi.json` has all of it. */
  descriptions?: Descriptions | undefined;
}

const tags: Record<keyof typeof operations, string> = {
  catalogue: 'What a regency offers: services with their standards, agencies, places.',
  availability: 'When services can be had.',
  bookings: 'Seats: held, taken, moved and given back.',
  tracking: 'Where a booking stands, by its code and without personal data.',
  queue: 'Who is called at a place today, and how many wait.',
  feedback: 'The satisfaction survey, and figures of how the agencies do.',
  mobile: 'What comes to the villages, and when.',
  applications: 'Applications: handed in online, corrected, followed, and what comes of them.',
  uploads: 'Files on their way. They are sent in pieces, so that a lost line costs one piece.',
  staffApplications: 'What officers do with applications.',
  mall: 'How managers run the mall: hours, closures, counters, the catalogue.',
  staff: 'What officers do at the counters. They sign in by OpenID Connect.',
  webhooks:
    'Addresses that are told what happens, for managers. Signed as Standard Webhooks has it.',
  kiosk: 'The mall’s own terminals: which there are, and what citizens do at them.',
};

const description = `Find a public service, know what to bring, take a place, see where it stands.

Times are RFC 3339 with an offset, days are calendar days in the regency’s time zone, amounts are
whole rupiah, texts come by language. Answers may gain members: ignore what you do not know.
Refusals are problem details (RFC 9457): branch on their \`code\`. \`Deprecation\` (RFC 9745) and
\`Sunset\` (RFC 8594) announce that an operation will go.`;

const securitySchemes = {
  code: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The code of a booking or an application: twelve characters. It shows where that stands.',
  },
  secret: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The secret of a ticket, an application or an upload: 38 characters. It shows that and changes it.',
  },
  officer: {
    type: 'apiKey',
    in: 'cookie',
    name: 'mpp_staff',
    description: 'The sign-in of an officer, as `/staff/sign-in` gives it.',
  },
  kiosk: {
    type: 'apiKey',
    in: 'cookie',
    name: 'mpp_kiosk',
    description: 'The trust in a terminal of the mall’s own, as the page `/kiosk` gives it.',
  },
};

/**
 * Writes the document.
 *
 * @example
 * ```ts
 * import { openapi } from '@mpp-digital/contract/openapi';
 *
 * const document = openapi({ serverUrl: 'https://mpp.example.go.id' });
 * console.log(Object.keys(document.paths));
 * ```
 */
export function openapi(options: OpenApiOptions = {}): OpenApiDocument {
  const { serverUrl = 'https://mpp.example.go.id', descriptions = {} } = options;
  const schemas = new JsonSchemas(descriptions);
  const responses: Record<string, JsonObject> = {};
  const paths: Record<string, JsonObject> = {};
  for (const [tag, table] of Object.entries(operations)) {
    for (const [name, operation] of Object.entries<Operation>(table)) {
      const path = (paths[`/v1/{regency}${operation.path}`] ??= {
        parameters: [{ $ref: '#/components/parameters/regency' }],
      });
      const summary = descriptions[`${tag}.${name}`];
      path[operation.method.toLowerCase()] = {
        ...(summary && { summary: summary.replace(/\.$/, '') }),
        ...describe(tag, name, operation, schemas, responses),
      };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'MPP Digital',
      summary: 'Public services of an Indonesian regency.',
      description,
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    webhooks: describeWebhooks(schemas),
    components: { schemas: schemas.named, parameters, headers, responses, securitySchemes },
  };
}
