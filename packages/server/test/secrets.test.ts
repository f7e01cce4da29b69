import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'node:test';

import { Secrets } from '../src/secrets.ts';

const person = { name: 'Sari Wulandari', phone: '+6281234567890' };

await it('opens what it sealed, for the same booking of the same regency only', () => {
  const secrets = new Secrets(randomBytes(32));
  const [code, other] = [secrets.code('35.79', 'a key'), secrets.code('35.79', 'another key')];
  const sealed = secrets.seal(secrets.storedCode('35.79', code), person);
  assert.deepEqual(secrets.open(secrets.storedCode('35.79', code), sealed), person);
  assert.throws(() => secrets.open(secrets.storedCode('35.79', other), sealed));
  assert.throws(() => secrets.open(secrets.storedCode('35.07', code), sealed));
  assert.throws(() => new Secrets(randomBytes(32)).open(secrets.storedCode('35.79', code), sealed));

  const changed = Buffer.from(sealed);
  changed[changed.length - 1]! ^= 1;
  assert.throws(() => secrets.open(secrets.storedCode('35.79', code), changed));
});

await it('seals nothing twice alike', () => {
  const secrets = new Secrets(randomBytes(32));
  const stored = secrets.storedCode('35.79', secrets.code('35.79', 'a key'));
  assert.notDeepEqual(secrets.seal(stored, person), secrets.seal(stored, person));
});
