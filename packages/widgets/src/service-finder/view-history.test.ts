import { expect, fixture, html } from '@open-wc/testing';

import { FakeApi } from '../../test/fake-api.ts';
import { FinderDriver } from '../../test/finder-driver.ts';

const api = new FakeApi();

describe('going back', () => {
  beforeEach(async () => {
    history.replaceState({ host: 'its own' }, '');
    await api.start();
  });
  afterEach(() => {
    api.stop();
    history.replaceState(null, '');
  });

  it('returns to the list as it was: words, filters, length, place and focus', async () => {
    const address = location.href;
    const page = await FinderDriver.open();
    await page.search('izin');
    await page.openFilters();
    await page.press(page.one('input[name=free]'));
    await page.press(page.button(/^Tampilkan \d+ lagi/));
    const ids = page.ids;
    const chosen = ids[21]!;
    page.one(`[data-service="${chosen}"]`).scrollIntoView();
    const { scrollY } = globalThis;
    expect(scrollY).to.be.above(0);

    await page.read(chosen);
    expect(page.focused?.hasAttribute('data-heading')).to.equal(true);
    expect(location.href).to.equal(address);
    expect(history.state).to.have.property('host', 'its own');

    history.back();
    await page.until(() => page.ids.length > 0, 'no list');
    expect(page.one<HTMLInputElement>('#query').value).to.equal('izin');
    expect(page.one<HTMLInputElement>('input[name=free]').checked).to.equal(true);
    expect(page.ids).to.deep.equal(ids);
    expect(page.focused?.closest('li')?.dataset['service']).to.equal(chosen);
    await page.until(() => Math.abs(globalThis.scrollY - scrollY) < 2, 'scrolled elsewhere');
    expect(location.href).to.equal(address);
    expect(history.state).to.have.property('host', 'its own');
  });

  it('works by the link in the service, and Forward goes there again', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp ilang');
    await page.read('ktp-el-hilang');
    await page.press(page.button(/Semua layanan$/));
    await page.until(() => page.ids[0] === 'ktp-el-hilang', 'no list');
    history.forward();
    await page.until(() => page.heading === 'KTP-el hilang', 'not forward');
  });

  it('leads from a service that the page opened to the list, and back to it', async () => {
    const page = await FinderDriver.open('ktp-el-hilang');
    await page.press(page.button(/Semua layanan$/));
    await page.until(() => page.all('.category').length, 'no list');
    expect(page.focused?.hasAttribute('data-heading')).to.equal(true);
    history.back();
    await page.until(() => page.heading === 'KTP-el hilang', 'not back');
  });

  it('is no concern of another finder, nor of the page’s own links', async () => {
    const page = await FinderDriver.open();
    const wrapper = await fixture<HTMLElement>(
      html`<div><mpp-service-finder regency="35.79"></mpp-service-finder></div>`,
    );
    const other = new FinderDriver(wrapper.querySelector('mpp-service-finder')!);
    await other.until(() => other.all('.category').length, 'no list');
    await page.search('ktp ilang');
    await other.search('paspor');
    await page.read('ktp-el-hilang');
    // Not location.hash: while the page still loads, that replaces the entry instead of adding one.
    history.pushState(null, '', '#elsewhere');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.heading).to.equal('KTP-el hilang');
    history.go(-2);
    await page.until(() => page.ids.length > 0, 'no list');
    expect(other.one<HTMLInputElement>('#query').value).to.equal('paspor');
  });

  it('writes no number of a person into the history, nor anything into the store', async () => {
    sessionStorage.clear();
    const page = await FinderDriver.open();
    await page.search('ktp 3579014507900001');
    await page.press(page.button('Hapus kata pencarian'));
    await page.search('3579014507900001');
    page.finder.service = '';
    await page.press(page.button('Hapus kata pencarian'));
    await page.press(page.button(/^Perbankan|^Kependudukan/));
    await page.listed();
    await page.search('ktp 3579014507900001');
    if (page.ids[0]) await page.read(page.ids[0]);
    history.back();
    await page.until(() => page.all('#query').length, 'no list');
    expect(JSON.stringify(history.state)).not.to.contain('3579014507900001');
    expect(localStorage).to.have.length(0);
    expect(sessionStorage).to.have.length(0);
  });
});
