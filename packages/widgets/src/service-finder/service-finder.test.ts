import { expect, fixture, html } from '@open-wc/testing';

import { FakeApi } from '../../test/fake-api.ts';
import { index, mall } from '../../test/fake-catalogue.ts';
import { announced, FinderDriver } from '../../test/finder-driver.ts';

const api = new FakeApi();

/** Does to all texts on the screen what a browser's translation does, and says so as it does. */
function translate(root: ShadowRoot) {
  document.documentElement.classList.add('translated-ltr');
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const text of found.filter(({ data }) => data.trim())) {
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(text.data.toUpperCase());
  }
}

describe('finding a service', () => {
  beforeEach(() => api.start());
  afterEach(() => {
    document.documentElement.classList.remove('translated-ltr');
    api.stop();
  });

  it('asks one question and offers where to begin', async () => {
    const page = await FinderDriver.open();
    expect(page.heading).to.equal('Layanan apa yang Anda perlu?');
    expect(page.one<HTMLInputElement>('#query').labels![0]!.textContent).to.equal(page.heading);
    const civil = index.services.filter(({ categoryId }) => categoryId === 'kependudukan').length;
    expect(page.words('.category')).to.contain('Kependudukan').and.to.contain(`${civil} layanan`);
    await expect(page.finder).to.be.accessible();
  });

  it('finds as one types, in the words of the street, and says enough to choose', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp ilang');
    expect(page.ids[0]).to.equal('ktp-el-hilang');
    expect(page.words('[data-service]')).to.equal(
      'KTP-el hilang contoh Dispendukcapil · Gratis · 30 menit Datang · Keliling · Anjungan · Daring',
    );
    await expect(page.finder).to.be.accessible();
  });

  it('says how much was found once the typing rests', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp');
    const count = page.words('#count');
    await page.until(() => announced() === count, `“${announced()}” is not “${count}”`);
    await page.search('resep rendang');
    await page.until(() => announced().includes('Belum ada layanan'), announced());
  });

  it('marks example data, and only that', async () => {
    const [first, second] = index.services;
    api.on('catalogue.index', () => ({
      ...index,
      services: [{ ...first, verified: true }, second],
    }));
    const page = await FinderDriver.open();
    await page.press(page.button(/^Lihat semua/));
    await page.listed();
    const [verified, example] = page.all('.example');
    expect(getComputedStyle(verified!).display).to.equal('none');
    expect(getComputedStyle(example!).display).not.to.equal('none');
  });

  it('shows twenty, then twenty more, and goes on from the first of them', async () => {
    const page = await FinderDriver.open();
    await page.press(page.button(/^Lihat semua/));
    await page.listed();
    expect(page.ids).to.have.length(20);
    await page.press(page.button('Tampilkan 20 lagi'));
    expect(page.ids).to.have.length(40);
    expect(page.focused === page.all('.card a')[20]).to.equal(true);
    expect(new Set(page.ids).size).to.equal(40);
  });

  it('browses by need, one press to the services and one back', async () => {
    const page = await FinderDriver.open();
    await page.press(page.button(/^Tampilkan semua keperluan/));
    expect(page.all('.category')).to.have.length(27);
    await page.press(page.button(/^Perbankan/));
    await page.listed();
    const banks = index.services.filter(({ categoryId }) => categoryId === 'perbankan');
    expect(page.ids).to.deep.equal(banks.map(({ id }) => id));
    await page.press(page.button('Hapus saringan Perbankan'));
    expect(page.all('.category')).to.have.length(27);
  });

  it('clears the words and keeps the focus in the field', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp');
    await page.press(page.button('Hapus kata pencarian'));
    expect(page.focused?.id).to.equal('query');
    expect(page.one<HTMLInputElement>('#query').value).to.equal('');
    expect(page.all('.category')).not.to.be.empty;
  });

  it('goes to the results when Enter is pressed', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp');
    page.one<HTMLFormElement>('form').requestSubmit();
    await page.finder.updateComplete;
    expect(page.focused?.id).to.equal('count');
  });

  it('takes a query from the page, before and later', async () => {
    const finder = document.createElement('mpp-service-finder');
    const page = new FinderDriver(finder);
    const wrapper = await fixture<HTMLElement>(html`<div></div>`);
    wrapper.append(finder);
    finder.setAttribute('regency', '35.79');
    finder.setAttribute('query', 'paspor');
    await page.until(() => page.ids.includes('paspor-baru'), 'no passport');
    finder.query = 'ktp ilang';
    await finder.updateComplete;
    expect(page.ids[0]).to.equal('ktp-el-hilang');
  });

  it('speaks the language around it, and keeps the words when that changes', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp ilang');
    page.finder.parentElement!.lang = 'en';
    await page.until(() => page.heading === 'Which service do you need?', 'no English');
    expect(page.words('.card h3')).to.equal('Lost e-KTP');
    expect(page.one<HTMLInputElement>('#query').value).to.equal('ktp ilang');
  });
});

describe('narrowing the services', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  const choose = async (page: FinderDriver, name: string) => {
    if (!page.one<HTMLDetailsElement>('.filters').open) await page.openFilters();
    await page.press(page.one(`.filters input[name="${name}"]`));
  };

  it('works together with the words', async () => {
    const page = await FinderDriver.open();
    await page.search('izin');
    const all = Number.parseInt(page.words('#count'));
    await choose(page, 'electronic');
    await choose(page, 'free');
    const agency = page.one<HTMLSelectElement>('#agency');
    agency.value = 'polres';
    agency.dispatchEvent(new Event('change'));
    await page.finder.updateComplete;
    expect(page.ids).not.to.be.empty;
    expect(page.ids.length).to.be.below(all);
    for (const id of page.ids) {
      const service = index.services.find((each) => each.id === id)!;
      expect(service.channels).to.include('electronic');
      expect(service.fee.type).to.equal('free');
      expect(service.agencyId).to.equal('polres');
    }
    await expect(page.finder).to.be.accessible();
  });

  it('counts for each agency what choosing it would leave', async () => {
    const page = await FinderDriver.open();
    await page.press(page.button(/^Lihat semua/));
    await page.listed();
    await choose(page, 'free');
    const agency = page.one<HTMLSelectElement>('#agency');
    const option = [...agency.options].find(({ value }) => value === 'samsat')!;
    agency.value = 'samsat';
    agency.dispatchEvent(new Event('change'));
    await page.finder.updateComplete;
    expect(option.label).to.contain(`(${page.ids.length})`);
  });

  it('lets each be taken away, with the focus on what is left', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp');
    const before = page.ids;
    await choose(page, 'mobile');
    await choose(page, 'free');
    await page.press(page.button('Hapus saringan Layanan keliling'));
    expect(page.one<HTMLInputElement>('input[name=mobile]').checked).to.equal(false);
    expect(page.focused?.id).to.equal('count');
    await page.press(page.button('Hapus saringan Hanya yang gratis'));
    expect(page.ids).to.deep.equal(before);
    expect(page.all('.chip')).to.be.empty;
  });
});

describe('finding nothing', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('says what to do, and whom to ask', async () => {
    const page = await FinderDriver.open();
    await page.search('resep rendang');
    expect(page.ids).to.be.empty;
    expect(page.text).to.contain('“resep rendang”').and.to.contain('Periksa ejaannya');
    await page.until(() => page.text.includes(mall.address), 'no address');
    expect(page.text).to.contain('Senin–Kamis 08.00–15.00, istirahat 12.00–13.00');
    await expect(page.finder).to.be.accessible();
  });

  it('offers to remove the filters when they are in the way', async () => {
    const page = await FinderDriver.open();
    await page.search('paspor');
    await page.openFilters();
    await page.press(page.one('input[name=self]'));
    expect(page.ids).to.be.empty;
    await page.press(page.button('Hapus semua saringan'));
    expect(page.ids).not.to.be.empty;
    expect(page.focused?.id).to.equal('count');
  });

  it('says so when the office has published nothing yet', async () => {
    api.on('catalogue.index', () => ({ ...index, services: [], categories: [] }));
    const page = await FinderDriver.begin();
    await page.until(() => page.text.includes('masih kosong'), 'no word');
    await page.until(() => page.text.includes(mall.address), 'no address');
  });

  it('shows the way to the tracker', async () => {
    const page = await FinderDriver.open();
    await page.type('cek status');
    await page.until(() => page.all('.notice a').length, 'no link');
    const link = page.one<HTMLAnchorElement>('.notice a');
    expect(link.href).to.equal(`${location.origin}/35.79/lacak`);
    const tracker = document.createElement('mpp-status-tracker');
    tracker.tabIndex = -1;
    page.finder.after(tracker);
    if (!customElements.get('mpp-status-tracker'))
      customElements.define('mpp-status-tracker', class extends HTMLElement {});
    link.click();
    await page.until(() => document.activeElement === tracker, 'the tracker has no focus');
  });

  it('answers where the place is and when it is open', async () => {
    const page = await FinderDriver.open();
    await page.type('jam buka');
    await page.until(() => page.all('.office').length, 'no place');
    expect(page.words('.office')).to.contain(mall.address).and.to.contain('Jumat 08.00–14.30');
    // Answered is answered: nobody is told that nothing was found.
    expect(page.all('.office')).to.have.length(1);
    expect(page.text).not.to.contain('Belum ada layanan');
    await expect(page.finder).to.be.accessible();
  });

  it('says what is there also where the browser has translated what was there', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp ilang');
    translate(page.finder.shadowRoot!);
    await page.search('paspor');
    expect(page.text).to.match(/\d+ layanan/);
    for (const card of page.all('.card')) {
      const { name } = index.services.find(({ id }) => id === card.dataset['service'])!;
      expect(page.words(card.querySelector('h3')!)).to.equal(name.id);
    }
  });
});
