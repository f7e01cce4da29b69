import { expect } from '@open-wc/testing';

import { otherNeed } from './other-needs.ts';

describe('what people look for that is no service', () => {
  for (const query of [
    'cek status',
    'Cek status permohonan saya',
    'kode',
    'antrian saya',
    'nomor antrean',
    'batalkan antrean',
    'track my queue',
    '7K3M-9QXT-2BHW'.replace(/.$/, ''),
  ]) {
    it(`“${query}” is ${query.includes('9QXT') ? 'nothing, being incomplete' : 'a wish to track'}`, () => {
      expect(otherNeed(query)).to.equal(query.includes('9QXT') ? undefined : 'tracker');
    });
  }

  for (const query of ['jam buka', 'lokasi', 'alamat mpp', 'buka hari sabtu?', 'opening hours']) {
    it(`“${query}” is a question about the place`, () => {
      expect(otherNeed(query)).to.equal('place');
    });
  }

  for (const query of [
    '',
    'ktp',
    'ubah alamat ktp',
    'izin lokasi usaha',
    'status perkawinan',
    'buka rekening',
    'nomor induk berusaha',
    'mpp',
  ]) {
    it(`“${query}” is a wish for a service`, () => {
      expect(otherNeed(query)).to.equal(undefined);
    });
  }
});
