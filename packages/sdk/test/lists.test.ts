import assert from 'node:assert/strict';
import { test } from 'node:test';

import { agency } from './sample-answers.ts';
import { problem, serve } from './test-server.ts';

const agencies = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...agency, id }));
const pages = [
  { body: { items: agencies.slice(0, 2), next: 'two' } },
  { body: { items: agencies.slice(2, 4), next: 'three' } },
  { body: { items: agencies.slice(4), next: null } },
];

test('a list gives all items, page after page', async (t) => {
  const { client, seen } = await serve(t, ...pages);
  const ids: string[] = [];
  for await (const { id } of client().catalogue.agencies({ limit: 2 })) ids.push(id);
  assert.deepEqual(ids, ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(
    seen.map(({ query }) => query),
    [{ limit: '2' }, { limit: '2', cursor: 'two' }, { limit: '2', cursor: 'three' }],
  );
});

test('a list asks for no more than is read', async (t) => {
  const { client, seen } = await serve(t, ...pages);
  const list = client().catalogue.agencies();
  assert.equal(seen.length, 0);
  for await (const { id } of list) if (id === 'b') break;
  assert.equal(seen.length, 1);
});

test('a list gives its pages', async (t) => {
  const { client } = await serve(t, ...pages);
  const sizes: number[] = [];
  for await (const { items } of client().catalogue.agencies().pages()) sizes.push(items.length);
  assert.deepEqual(sizes, [2, 2, 1]);
});

test('a list that is awaited gives its first page, and the next from its cursor', async (t) => {
  const { client, seen } = await serve(t, ...pages);
  const { catalogue } = client();
  const { items, next } = await catalogue.agencies();
  assert.deepEqual(items, agencies.slice(0, 2));
  assert.deepEqual((await catalogue.agencies({ cursor: next! })).items, agencies.slice(2, 4));
  assert.equal(seen[1]?.query['cursor'], 'two');
});

test('a list fails where its page fails', async (t) => {
  const { client } = await serve(t, pages[0]!, problem(400, 'invalid_request'));
  const ids: string[] = [];
  const read = async () => {
    for await (const { id } of client().catalogue.agencies()) ids.push(id);
  };
  await assert.rejects(read(), { code: 'invalid_request' });
  assert.deepEqual(ids, ['a', 'b']);
  await assert.rejects(async () => client().catalogue.agencies(), { code: 'invalid_request' });
});

test('a list that points at itself ends', async (t) => {
  const { client, seen } = await serve(t, pages[0]!);
  const read = async () => {
    for await (const _ of client().catalogue.agencies());
  };
  await assert.rejects(read(), { code: 'unexpected_answer' });
  assert.equal(seen.length, 2);
});
