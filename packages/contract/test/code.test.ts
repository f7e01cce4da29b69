import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import {
  checkCharacter,
  codePattern,
  encodeBase32,
  formatCode,
  parseCode,
  parseSecret,
} from '@mpp-digital/contract';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = '7K3M9QXT2BHR';
const secret = `${code}0123456789ABCDEFGHJKMNPQRS`;

/** Codes that differ in every place; their check characters are right. */
const codes = Array.from({ length: 300 }, (_, n) => {
  const bytes = new Uint8Array(8).map((__, place) => (n * 167 + place * place * 59 + 13) % 256);
  const eleven = encodeBase32(bytes, 11);
  return eleven + checkCharacter(eleven);
});

describe('check character', () => {
  test('finds every single mistyped character', () => {
    for (const right of codes) {
      for (let place = 0; place < 12; place++) {
        for (const other of alphabet) {
          if (other === right[place]) continue;
          const wrong = right.slice(0, place) + other + right.slice(place + 1);
          assert.equal(parseCode(wrong), undefined, `${right} typed as ${wrong}`);
        }
      }
    }
  });

  test('misses two swaps in a thousand, all of characters that follow each other', (t) => {
    const missed = new Set<string>();
    let swaps = 0;
    let misses = 0;
    for (const right of codes) {
      for (let place = 0; place < 11; place++) {
        const [one, other] = [right[place]!, right[place + 1]!];
        if (one === other) continue;
        swaps++;
        if (!parseCode(right.slice(0, place) + other + one + right.slice(place + 2))) continue;
        misses++;
        missed.add([one, other].sort().join(''));
        const distance = Math.abs(alphabet.indexOf(one) - alphabet.indexOf(other));
        assert.ok(distance === 1 || distance === 31, `${one}${other} in ${right}`);
      }
    }
    t.diagnostic(`${misses} of ${swaps} swaps missed: ${[...missed].sort().join(' ')}`);
    assert.ok(misses / swaps < 0.005);
  });
});

describe('parseCode', () => {
  const table: Record<string, string | undefined> = {
    [code]: code,
    '7k3m9qxt2bhr': code,
    '7K3M-9QXT-2BHR': code,
    ' 7k3m 9qxt 2bhr ': code,
    '7K3M\u20139QXT\u20132BHR': code,
    '7K3M\u00a09QXT\u00a02BHR\n': code,
    [secret]: code,
    [formatCode(secret)]: code,
    '': undefined,
    '7K3M9QXT2BH': undefined,
    '7K3M9QXT2BHS': undefined,
    '7K3M9QXT2BUR': undefined,
    '7K3M/9QXT/2BHR': undefined,
    '７K3M9QXT2BHR': undefined,
    '7K3M9QXT2BHR\u0000': code,
  };
  for (const [typed, expected] of Object.entries(table)) {
    test(`reads ${JSON.stringify(typed)} as ${expected}`, () => {
      assert.equal(parseCode(typed), expected);
    });
  }

  test('takes letters for the digits that they look like', () => {
    const zeros = codes.find((each) => /[01]/.test(each.slice(0, 11)))!;
    for (const [digit, letters] of [
      ['0', 'Oo'],
      ['1', 'IiLl'],
    ] as const) {
      for (const letter of letters) assert.equal(parseCode(zeros.replaceAll(digit, letter)), zeros);
    }
  });
});

describe('parseSecret', () => {
  test('takes what parseCode takes, in full', () => {
    assert.equal(parseSecret(secret), secret);
    assert.equal(parseSecret(` ${formatCode(secret).toLowerCase()} `), secret);
  });

  test('refuses a part, more, or a code that does not fit', () => {
    for (const typed of ['', code, secret.slice(1), `${secret}0`, `8${secret.slice(1)}`]) {
      assert.equal(parseSecret(typed), undefined, typed);
    }
  });
});

test('codes are written in fours', () => {
  assert.equal(formatCode(code), '7K3M-9QXT-2BHR');
});

test('codes that the documentation shows are codes', () => {
  const cwd = fileURLToPath(new URL('../../..', import.meta.url));
  const files = [
    'README.md',
    'docs/*.md',
    'packages/*/README.md',
    'packages/{contract,sdk}/src/**',
  ];
  const shown = globSync(files, { cwd, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .flatMap(
      (text) => text.match(/(?<![-\w])\d(?=\d*[a-z])\w{3}([ -]?)\w{4}\1\w{4}(?=['`])/gi) ?? [],
    );
  assert.ok(shown.length > 4, shown.join());
  for (const example of shown) assert.ok(parseCode(example), example);
});

test('base 32 is Crockford’s, five bits a character', () => {
  assert.equal(encodeBase32(Uint8Array.of(0, 0, 0, 0, 0), 8), '00000000');
  assert.equal(encodeBase32(Uint8Array.of(255, 255, 255, 255, 255), 8), 'ZZZZZZZZ');
  assert.equal(encodeBase32(Uint8Array.of(0b00001_000, 0b10_00011_0, 0b0100_0010), 4), '1234');
  for (const each of codes) assert.match(each, codePattern);
});
