import assert from 'node:assert/strict';
import { test } from 'node:test';

import { normalisePhone, phonePattern } from '@mpp-digital/contract';

const table: Record<string, string | undefined> = {
  '081234567890': '+6281234567890',
  '0812-3456-7890': '+6281234567890',
  '0812 3456 7890': '+6281234567890',
  '0812.3456.7890': '+6281234567890',
  '(0812) 34567890': '+6281234567890',
  '81234567890': '+6281234567890',
  '6281234567890': '+6281234567890',
  '+62 812-3456-7890': '+6281234567890',
  '+62\u00a0812\u20133456\u20137890': '+6281234567890',
  '+62 0812 3456 7890': '+6281234567890',
  '0062 812 3456 7890': '+6281234567890',
  '00812 3456 7890': undefined,
  ' 0341 512345 ': '+62341512345',
  '021 1234 5678': '+622112345678',
  '08123456': undefined,
  '0812345678901234': undefined,
  '': undefined,
  '911': undefined,
  '+1 202 555 0123': undefined,
  '+65 8123 4567': undefined,
  '0812345678x0': undefined,
  '０８１２３４５６７８９０': '+6281234567890',
  '０８１２－３４５６－７８９０': '+6281234567890',
  '\u202a+62 812-3456-7890\u202c': '+6281234567890',
  '0812\u200b3456\u2060\ufeff7890': '+6281234567890',
  '0812\u00ad3456\u20117890': '+6281234567890',
  '0812/3456/7890': '+6281234567890',
  '(0812) 3456 . 7890': '+6281234567890',
  '0812\u22123456\u22127890': '+6281234567890',
  '0812\u202f3456\u20097890': '+6281234567890',
  '٠٨١٢٣٤٥٦٧٨٩٠': undefined,
  '081234567890 / 081298765432': undefined,
  'delapan satu dua': undefined,
};

for (const [typed, expected] of Object.entries(table)) {
  test(`reads ${JSON.stringify(typed)} as ${expected}`, () => {
    const phone = normalisePhone(typed);
    assert.equal(phone, expected);
    if (phone) assert.match(phone, phonePattern);
  });
}
