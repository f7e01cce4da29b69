import { expect } from '@open-wc/testing';
import { checkCharacter, formatCode } from '@mpp-digital/contract';

import { readEntry } from './entry.ts';

const eleven = '7K3M9QXT2BH';
const code = eleven + checkCharacter(eleven);
const secret = `${code}0123456789ABCDEFGHJKMNPQRS`;

describe('what a citizen gives to find a booking', () => {
  for (const [how, given] of Object.entries({
    'as printed': formatCode(code),
    'in small letters with spaces': formatCode(code).toLowerCase().replaceAll('-', ' '),
    'with long dashes': formatCode(code).replaceAll('-', '–'),
    'with dots': formatCode(code).replaceAll('-', '.'),
    'with slashes': formatCode(code).replaceAll('-', ' / '),
    'with signs of a mathematician': formatCode(code).replaceAll('-', '\u2212'),
    'with signs that nobody sees': `\u202a${formatCode(code).replaceAll('-', '\u200b-')}\u202c`,
    'in wide letters': '７Ｋ３Ｍ－９ＱＸＴ－２ＢＨ' + code.slice(-1),
    'with each letter by itself': [...code].join(' '),
    'behind its name': `Kode ${formatCode(code).replaceAll('-', ' ')}`,
    'behind its name, with dots': `KODE: ${formatCode(code).replaceAll('-', '.')}.`,
    'behind its name, in one piece': `kode ${code}`,
    'with blanks around': `  ${code}\n`,
    'with O for 0 and l for 1': formatCode(code).replaceAll('0', 'O').replaceAll('1', 'l'),
    'inside the text of a ticket': `Nomor antrean A012\nKTP-el hilang\nKode ${formatCode(code)}\nLihat status: https://mpp.example.go.id/35.79/lacak`,
  })) {
    it(`is a code ${how}`, () => {
      expect(readEntry(given)).to.deep.equal({ code });
    });
  }

  for (const [how, given] of Object.entries({
    'by itself': secret,
    'in small letters': secret.toLowerCase(),
    'in a link': `https://mpp.example.go.id/35.79/lacak#${secret}`,
    'in a link inside a message': `Tiket saya: https://mpp.example.go.id/35.79/lacak#${secret} ya`,
    'in a link that was encoded': encodeURIComponent(`https://mpp.example.go.id/lacak#${secret}`),
    'in a link that was encoded twice': encodeURIComponent(
      encodeURIComponent(`https://mpp.example.go.id/lacak#${secret}`),
    ),
  })) {
    it(`is a secret ${how}`, () => {
      expect(readEntry(given)).to.deep.equal({ code, secret });
    });
  }

  it('is a code when the end of the secret got lost', () => {
    expect(readEntry(secret.slice(0, 30))).to.deep.equal({ code });
  });

  for (const given of [
    '',
    '   ',
    '7K3M-9QXT',
    formatCode(code).replace('7', '8'),
    'https://mpp.example.go.id/35.79/lacak',
    '100% benar',
    '<b>7K3M</b>',
    'a'.repeat(100_000),
  ]) {
    it(`is nothing: “${given.slice(0, 40)}”`, () => {
      expect(readEntry(given)).to.equal(undefined);
    });
  }
});
