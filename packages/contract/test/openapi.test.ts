import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { errors, type Operation } from '@mpp-digital/contract';
import type { JsonObject, OpenApiDocument } from '@mpp-digital/contract/openapi';

import { onZod } from './both-contracts.ts';

const { openapi } = (await import(
  new URL('../src/openapi.ts?zod', import.meta.url).href
)) as typeof import('@mpp-digital/contract/openapi');

const document = openapi();
const committed = JSON.parse(
  readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'),
) as OpenApiDocument;

/** What the document says of an operation. */
const described = (operation: Operation, from = document) =>
  from.paths[`/v1/{regency}${operation.path}`]![operation.method.toLowerCase()] as JsonObject & {
    responses: Record<string, { $ref?: string }>;
  };

/** Every value of every member with this name, however deep. */
function valuesOf(name: string, part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => [
    ...(key === name ? [value as unknown] : []),
    ...valuesOf(name, value),
  ]);
}

/** Members of which nothing is said, neither there nor by a name that they refer to. */
function mute(path: string, part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  // A member may itself be called `properties`.
  const { properties = {}, ...rest } = part as { properties?: Record<string, JsonObject> };
  return [
    ...Object.entries(properties)
      .filter(([, member]) => !('description' in member) && !('$ref' in member))
      .map(([name]) => `${path}.${name}`),
    ...Object.entries(properties).flatMap(([name, inner]) => mute(`${path}.${name}`, inner)),
    ...Object.entries(rest).flatMap(([name, inner]) => mute(`${path}/${name}`, inner)),
  ];
}

test('the document has every operation by its name', () => {
  const names = Object.entries(onZod.operations).flatMap(([resource, table]) =>
    Object.keys(table).map((name) => `${resource}.${name}`),
  );
  assert.deepEqual(valuesOf('operationId', document.paths).sort(), names.sort());
});

test('every reference leads somewhere', () => {
  for (const reference of valuesOf('$ref', document) as string[]) {
    const [, ...path] = reference.split('/');
    const target = path.reduce<unknown>((at, name) => (at as JsonObject)[name], document);
    assert.ok(target, reference);
  }
});

test('every refusal is described under its status', () => {
  for (const [resource, table] of Object.entries(onZod.operations)) {
    for (const [name, operation] of Object.entries<Operation>(table)) {
      for (const code of operation.errors ?? []) {
        const response = described(operation).responses[errors[code].status];
        const codes = response?.$ref?.split('/').at(-1)?.split('.');
        assert.ok(codes?.includes(code), `${resource}.${name} ${code}`);
      }
    }
  }
});

test('answers may gain members', () => {
  assert.deepEqual(
    valuesOf('additionalProperties', document).filter((value) => value === false),
    [],
  );
});

test('the server is where it is said to be', () => {
  const { servers } = openapi({ serverUrl: 'https://mpp.batukota.go.id' });
  assert.deepEqual(servers, [{ url: 'https://mpp.batukota.go.id' }]);
});

test('the committed document says the same, and explains it', () => {
  const plain = (part: unknown): unknown =>
    JSON.parse(
      JSON.stringify(part, (key, value: unknown) =>
        /^(description|summary)$/.test(key) && typeof value === 'string' ? undefined : value,
      ),
    );
  assert.deepEqual(plain(committed), plain(document));
  const { schemas } = committed['components'] as { schemas: Record<string, JsonObject> };
  for (const [name, schema] of Object.entries(schemas)) {
    assert.ok(schema['description'], `${name} has no comment`);
  }
  assert.deepEqual(mute('', schemas), []);
  assert.match(JSON.stringify(schemas['Ticket']), /Keep it as a password/);
  for (const [resource, table] of Object.entries(onZod.operations)) {
    for (const [name, operation] of Object.entries<Operation>(table)) {
      assert.ok(described(operation, committed)['summary'], `${resource}.${name} has no comment`);
    }
  }
});
