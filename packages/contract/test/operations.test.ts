import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { errors, type Operation } from '@mpp-digital/contract';

import { onZod } from './both-contracts.ts';

const all = Object.entries(onZod.operations).flatMap(([resource, table]) =>
  Object.entries<Operation>(table).map(([name, operation]) => ({
    name: `${resource}.${name}`,
    operation,
  })),
);

/** Member names of an object schema. */
const members = (schema: Operation['params']) => Object.keys(schema?._zod.def.shape ?? {});

test('no two operations have the same method and path', () => {
  const addresses = all.map(({ operation: { method, path } }) =>
    `${method} ${path}`.replace(/\{\w+\}/g, '{}'),
  );
  assert.deepEqual(
    addresses.filter((address, index) => addresses.indexOf(address) !== index),
    [],
  );
});

for (const { name, operation } of all) {
  describe(name, () => {
    test('has the parameters that its path names, and no other', () => {
      const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param);
      assert.deepEqual(members(operation.params), named);
    });

    test('declares errors that have a status, each once', () => {
      const declared = operation.errors ?? [];
      for (const code of declared) {
        assert.ok(errors[code].status >= 400 && errors[code].status < 600, code);
      }
      assert.equal(new Set(declared).size, declared.length);
    });

    test('asks for a body, a key or a cache only where that makes sense', () => {
      const { method, body, idempotent, cached, auth } = operation;
      if (body || idempotent) assert.equal(method, 'POST');
      if (cached) assert.equal(method, 'GET');
      // What is kept for everyone must not depend on who asks.
      if (cached) assert.equal(auth, undefined);
    });

    test('never takes a secret, a code, a name or a phone in its address', () => {
      const inAddress = [...members(operation.params), ...members(operation.query)];
      const personal = /^(secret|code|name|phone|phoneEnding)$/;
      assert.deepEqual(
        inAddress.filter((member) => personal.test(member)),
        [],
      );
    });
  });
}
