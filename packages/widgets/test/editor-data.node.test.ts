import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

// What `npm run manifest` wrote, as an editor reads it.
const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));

interface Named {
  readonly name: string;
  readonly description?: string;
}

const css = read('types/vscode.css-custom-data.json') as {
  properties: Named[];
  pseudoElements: Named[];
};

const manifest = read('custom-elements.json') as {
  modules: { declarations?: { tagName?: string; cssProperties?: Named[]; events?: Named[] }[] }[];
};

const widgets = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName);

test('an editor offers every token and part once, and says what it is for', () => {
  for (const offers of [css.properties, css.pseudoElements]) {
    const names = offers.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    assert.ok(offers.every(({ description }) => description));
  }
});

test('an editor knows the tokens that the documentation lists', () => {
  const page = readFileSync(new URL('../../../docs/embedding.md', import.meta.url), 'utf8');
  const listed = page.split('| token ')[1]?.matchAll(/`(--mpp-[a-z-]+)`/g) ?? [];
  const names = new Set(css.properties.map(({ name }) => name));
  const unknown = [...new Set([...listed].map(([, name]) => name))].filter(
    (name) => !names.has(name!),
  );
  assert.deepEqual(unknown, []);
  for (const { tagName, cssProperties } of widgets) {
    assert.equal(cssProperties?.length, css.properties.length, tagName);
  }
});

test('every event of a widget has a name', () => {
  assert.ok(widgets.some(({ events }) => events?.length));
  for (const { tagName, events = [] } of widgets) {
    assert.ok(
      events.every(({ name }) => name),
      tagName,
    );
  }
});
