import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { createSearch } from '@mpp-digital/search';

import { readIndex } from '../tools/catalogue.ts';

const index = readIndex();
const { find } = createSearch(index.services, index);
const first = (query: string) => find(query)[0];

describe('the words people use', () => {
  const said: Record<string, string[]> = {
    'ktp-el-hilang': ['ktp ilang', 'KTP-ku kelangan', 'ktp kulo ical', 'my id card was stolen'],
    'akta-kelahiran': ['akte lair', 'birth certificate', 'surat lahir', 'akta kelahiran anakku'],
    'nikah-daftar': ['nikah', 'arep rabi', 'badhe nikah', 'marriage', 'syarat-syarat nikahan'],
    'paspor-baru': ['paspor', 'e-paspor', 'bikin paspor', 'pasport baru'],
    'kk-baru': ['kk', 'kartukeluarga', 'kartu keluraga', 'gawe kk anyar', 'Family Card'],
    'pbg-rumah': ['imb rumah', 'mbangun omah', 'izin mendirikan bangunan', 'ijin bangun rumah'],
    'skck-baru': ['skck', 'bikin skck buat kerja', 'surat kelakuan baik'],
    'stnk-hilang': ['stnk ketlisut', 'stnknya hilang', 'stnk hlang'],
  };
  for (const [id, queries] of Object.entries(said)) {
    for (const query of queries) test(query, () => assert.equal(first(query), id));
  }
});

describe('what happened to a thing decides among its services', () => {
  for (const [query, id] of [
    ['paspor hilang', 'paspor-hilang-rusak'],
    ['paspor habis', 'paspor-ganti'],
    ['sim baru', 'sim-baru'],
    ['perpanjang sim', 'sim-perpanjang'],
    ['balik nama motor', 'bbnkb'],
    ['balik nama pbb', 'pbb-mutasi'],
    ['kk rusak', 'kk-hilang-rusak'],
    ['pisah kk', 'kk-pisah'],
  ] as const) {
    test(query, () => assert.equal(first(query), id));
  }
});

describe('anything at all may be typed', () => {
  test('nothing, spaces and signs find nothing', () => {
    for (const query of [
      '',
      ' ',
      '\n\t',
      '!?',
      '💥',
      '護照',
      '\u0000',
      '\ud800',
      '.'.repeat(9999),
    ]) {
      assert.deepEqual(find(query), []);
    }
  });

  test('accents and odd writing do not matter', () => {
    assert.equal(first('ＫＴＰ hilang'.normalize('NFKC')), 'ktp-el-hilang');
    assert.equal(first('  PÁSPOR,   hilang!! '), 'paspor-hilang-rusak');
  });

  // What grows with the square of the text would need hours.
  test('a very long text is answered', { timeout: 30_000 }, () => {
    assert.equal(first(`ktp hilang ${'zaq'.repeat(100_000)}`), 'ktp-el-hilang');
    find(Array.from({ length: 50_000 }, (_, i) => `w${i}`).join(' '));
    find('a'.repeat(1_000_000));
  });

  test('results appear from the second letter on', () => {
    for (const query of ['kt', 'pa', 'ak', 'si', 'bp', 'ni']) assert.ok(find(query).length > 0);
    assert.deepEqual(find('k'), []);
  });

  test('the same query has the same answer, whatever was asked before', () => {
    const answer = find('pajak motor');
    for (let n = 1; n <= 'pajak motor'.length; n++) find('pajak motor'.slice(0, n));
    assert.deepEqual(find('pajak motor'), answer);
  });
});

describe('the room', () => {
  test('gives at most so many, without repeating one', () => {
    assert.equal(find('izin', 5).length, 5);
    assert.equal(find('izin').length, 20);
    assert.equal(new Set(find('izin', 500)).size, find('izin', 500).length);
    assert.deepEqual(find('izin', 0), []);
  });

  test('finds by agency and category when it knows them', () => {
    const services = [{ id: 'x', name: { id: 'Satu', en: 'One' }, keywords: [], agencyId: 'a' }];
    const agencies = [{ id: 'a', name: { id: 'Dinas Kelautan', en: 'Sea Office' } }];
    assert.deepEqual(createSearch(services).find('kelautan'), []);
    assert.deepEqual(createSearch(services, { agencies }).find('kelautan'), ['x']);
  });

  test('speaks of what a catalogue speaks of, foreign or not', () => {
    const services = [{ id: 'x', name: { id: 'Tiket kereta', en: 'Train ticket' }, keywords: [] }];
    assert.deepEqual(createSearch(services).find('tiket kereta'), ['x']);
    assert.deepEqual(find('tiket kereta'), []);
  });

  test('is content with no services', () => {
    assert.deepEqual(createSearch([]).find('ktp'), []);
  });
});
