import { expect } from '@open-wc/testing';
import type { ErrorCode } from '@mpp-digital/contract';

import { FakeApi, type Trouble } from '../../test/fake-api.ts';
import { announced, FinderDriver } from '../../test/finder-driver.ts';
import { waitUntil } from '../../test/wait-until.ts';

const api = new FakeApi();

const failures: [Trouble, sentence: string][] = [
  ['offline', 'Tidak ada sambungan'],
  ['internal' satisfies ErrorCode, 'Server sedang bermasalah'],
  ['busy' satisfies ErrorCode, 'Server sedang ramai'],
  ['regency_unknown' satisfies ErrorCode, 'Mohon beri tahu pengelola situs ini.'],
  ['wrong-shape', 'Server sedang bermasalah'],
];

describe('the list when things go wrong', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('can be typed into while the services are on their way', async () => {
    api.trouble('slow');
    const page = await FinderDriver.begin();
    expect(page.text).to.contain('Sedang memuat');
    await expect(page.finder).to.be.accessible();
    await page.type('ktp ilang');
    expect(page.one<HTMLInputElement>('#query').value).to.equal('ktp ilang');
    api.lift();
    await page.until(() => page.ids[0] === 'ktp-el-hilang', 'no result');
  });

  it('says a word when it takes long', async () => {
    api.trouble('slow');
    const page = await FinderDriver.begin();
    await page.until(() => page.text.includes('Sambungan lambat'), 'no word');
  });

  for (const [trouble, sentence] of failures) {
    it(`says what happened and tries again: ${trouble}`, async () => {
      api.trouble(trouble, 'catalogue.index');
      const page = await FinderDriver.begin();
      await page.until(() => page.all('.notice.negative').length, 'no notice');
      expect(page.words('.notice')).to.contain(sentence);
      await page.until(() => announced().includes(sentence), announced());
      // What the page itself brought along is better than nothing.
      const slot = page.one<HTMLSlotElement>('slot');
      expect(slot.assignedNodes().map((node) => node.textContent?.trim())).to.include(
        'Daftar lama',
      );
      await expect(page.finder).to.be.accessible();
      await page.type('ktp ilang');
      api.lift();
      await page.press(page.button('Coba lagi'));
      await page.until(() => page.ids[0] === 'ktp-el-hilang', 'no result');
      expect(page.all('.notice')).to.be.empty;
    });
  }

  it('recovers by itself when the browser is online again', async () => {
    api.trouble('offline');
    const page = await FinderDriver.begin();
    await page.until(() => page.all('.notice').length, 'no notice');
    api.lift();
    dispatchEvent(new Event('online'));
    await page.until(() => page.all('.category').length, 'no list');
  });

  it('works from an earlier visit when the server is away, and says since when', async () => {
    const first = await FinderDriver.open();
    await first.search('ktp ilang');
    await first.read('ktp-el-hilang');
    first.finder.remove();
    api.trouble('offline');
    const page = await FinderDriver.begin();
    await page.until(() => page.all('.category').length, 'no list');
    await page.until(() => page.all('.notice').length, 'no word');
    expect(page.words('.notice')).to.match(/data yang tersimpan .+ \d\d\.\d\d WIB/);
    await page.search('ktp ilang');
    await page.read('ktp-el-hilang');
    expect(page.words('.notice')).to.contain('data yang tersimpan');
    expect(page.words('.papers')).to.contain('Kartu Keluarga');
    await expect(page.finder).to.be.accessible();
    api.lift();
    await page.press(page.button('Coba lagi'));
    await page.until(() => page.all('.notice').length === 0, 'the notice stays');
  });

  it('keeps only the catalogue', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp ilang');
    await page.read('ktp-el-hilang');
    await page.until(() => /terdekat/.test(page.text), 'no time');
    const cache = await caches.open('mpp-digital');
    await waitUntil(async () => (await cache.keys()).length > 1, 'the service was not kept');
    const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    expect(kept).to.have.members(['/v1/35.79/catalogue', '/v1/35.79/services/ktp-el-hilang']);
  });
});

describe('a service when things go wrong', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('shows what the list knew while the rest is on its way', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp ilang');
    api.trouble('slow', 'catalogue.service');
    await page.press(page.one('[data-service="ktp-el-hilang"] a'));
    expect(page.heading).to.equal('KTP-el hilang');
    expect(page.words('.facts')).to.equal('Gratis · selesai 30 menit');
    expect(page.text).to.contain('Sedang memuat');
    await expect(page.finder).to.be.accessible();
  });

  for (const [trouble, sentence] of failures) {
    it(`keeps what is known, and tries again: ${trouble}`, async () => {
      const page = await FinderDriver.open();
      await page.search('ktp ilang');
      api.trouble(trouble, 'catalogue.service');
      await page.press(page.one('[data-service="ktp-el-hilang"] a'));
      await page.until(() => page.all('.notice').length, 'no notice');
      expect(page.words('.notice')).to.contain(sentence);
      expect(page.words('.facts')).to.contain('Gratis');
      api.lift();
      await page.press(page.button('Coba lagi'));
      await page.until(() => page.all('.papers').length, 'no papers');
    });
  }

  it('says so when there is no such service, with a way out', async () => {
    const page = await FinderDriver.begin('layanan-lama');
    await page.until(() => page.text.includes('tidak ada'), 'no word');
    await expect(page.finder).to.be.accessible();
    await page.press(page.button(/Semua layanan$/));
    await page.until(() => page.all('.category').length, 'no list');
  });

  it('keeps the papers when a second service cannot be read', async () => {
    const page = await FinderDriver.open('kk-hilang-rusak');
    const before = page.all('.papers li').length;
    api.trouble('offline', 'catalogue.service');
    await page.press(page.button('Saya perlu beberapa layanan'));
    await page.type('ktp ilang', '#another');
    await page.press(page.button('Tambahkan KTP-el hilang'));
    await page.until(() => page.all('.notice').length, 'no notice');
    expect(page.all('.papers li')).to.have.length(before);
  });
});
