import type { JsonObject, JsonSchemas } from './openapi-schemas.ts';
import { WebhookEvent } from './webhook-events.ts';

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  example,
  schema: { type: 'string' },
});

const headers = [
  header(
    'webhook-id',
    'Names the message: the same for each attempt.',
    '3f2b8c1e-9d4a-4b6c-8e7f-0a1b2c3d4e5f',
  ),
  header('webhook-timestamp', 'When this attempt was made, in seconds since 1970.', '1764555660'),
  header(
    'webhook-signature',
    'One or, while the secret is changed, two signatures with a space between: `v1,` and the HMAC-SHA256 in base64 of `{webhook-id}.{webhook-timestamp}.{body}`.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ),
];

/** What the server itself sends. */
export function describeWebhooks(schemas: JsonSchemas): Record<string, JsonObject> {
  return {
    event: {
      post: {
        operationId: 'webhooks.event',
        tags: ['webhooks'],
        summary: 'Something happened',
        description:
          'Sent to each webhook that wants it, and again for three days until it is answered with a 2xx. It may come twice, and late. Check the signature before anything else.',
        security: [],
        parameters: headers,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemas.of(WebhookEvent) } },
        },
        responses: {
          '2XX': { description: 'It arrived. The body of the answer is not read.' },
          410: { description: 'Nobody wants it any more: the webhook is stopped.' },
        },
      },
    },
  };
}
