import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const typed = ['**/*.ts', '**/*.tsx'];
const tests = ['**/test/**/*.ts', '**/*.test.ts', '{bench,examples}/**/*.{ts,tsx}'];

/** What no template and no style sheet of ours may contain: a strict CSP refuses it. */
const unsafe = [
  {
    selector:
      ':matches(ImportSpecifier, ImportDefaultSpecifier)[local.name=/^(unsafeHTML|unsafeSVG|unsafeStatic|unsafeCSS|styleMap)$/]',
    message: 'Say it with html, css and classMap: this breaks a strict CSP or lets markup in.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A style attribute is refused by a strict CSP: use a class, a part or a token.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
    message: 'Build nodes, or render a Lit template: text from a server must stay text.',
  },
];

/**
 * The arrows between the rooms: contract → sdk → widgets, contract → server, search a leaf. Of
 * libraries a room sees those in its package.json, which npm installs with it.
 */
function room(name, { allow = [], node = false, never = [] }) {
  const rooms = ['contract', 'search', 'sdk', 'widgets', 'server'];
  const closed = rooms.filter((other) => !allow.includes(other));
  const manifest = readFileSync(`packages/${name}/package.json`, 'utf8');
  const declared = Object.keys(JSON.parse(manifest).dependencies).map(
    (library) => `${library}(/|$)`,
  );
  const patterns = [
    {
      regex: `^@mpp-digital/(${closed.join('|')})(/|$)`,
      message: `packages/${name} must not know this room: see docs/architecture.md.`,
    },
    {
      regex: `^(\\.\\./)+(packages/)?(${rooms.join('|')})/(src|dist|test)/`,
      message: 'Rooms are entered by their package name.',
    },
    {
      regex: `^(?!${['[.#]', 'node:', '@mpp-digital/', ...declared].join('|')})`,
      message: `packages/${name}/package.json does not declare this library.`,
    },
    ...never.map((regex) => ({ regex, message: `packages/${name} does not use this library.` })),
  ];
  if (!node) patterns.push({ regex: '^node:', message: 'This room also runs in browsers.' });
  return {
    files: [`packages/${name}/src/**/*.ts`],
    ignores: ['**/*.test.ts', 'packages/contract/src/zod.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

export default defineConfig(
  {
    ignores: [
      '**/*.d.{ts,mts}',
      '**/dist/',
      '**/node_modules/',
      '.cache/',
      '.data/',
      'coverage/',
      'docs/api/',
      'screenshots/',
      'packages/widgets/embed/',
      'packages/widgets/types/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typed,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: 'tsconfig.tests.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...unsafe],
      // `interface X extends z.infer<typeof X> {}` gives readers of the API a named shape.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Texts are objects of functions without a `this`, to be taken apart as one likes.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-console': ['error', { allow: ['warn'] }],
      'no-eval': 'error',
      'no-implied-eval': 'off', // the typed rule below sees more
      '@typescript-eslint/no-implied-eval': 'error',
    },
  },
  {
    files: ['packages/widgets/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-classfield-shadowing': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'off', // `.value` and `value` mean different things; both have uses
    },
  },
  room('contract', { never: ['^zod$', '^zod/mini$'] }),
  room('search', {}),
  room('sdk', { allow: ['contract'], never: ['^zod'] }),
  room('widgets', { allow: ['contract', 'search', 'sdk'], never: ['^zod', '^ky'] }),
  room('server', { allow: ['contract', 'search'], node: true }),
  {
    files: tests,
    rules: {
      // node:test's `test` and `describe` return promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
            // chai's \`equal\`, which open-wc types as a promise for the sake of its own snapshots.
            { from: 'package', name: ['Equal'], package: 'chai' },
          ],
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off', // chai: `expect(x).to.be.true`
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', eqeqeq: 'error' },
  },
);
