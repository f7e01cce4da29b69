import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';

import { FakeApi } from '../../test/fake-api.ts';
import { index, serviceOf } from '../../test/fake-catalogue.ts';
import { FinderDriver } from '../../test/finder-driver.ts';
import { forceColors } from '../../test/force-colors.ts';

const api = new FakeApi();
const isChromium = /Chrome/.test(navigator.userAgent);

describe('how the finder looks and is used', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('can be used with the keyboard alone', async () => {
    const page = await FinderDriver.open();
    page.one('#query').focus();
    await sendKeys({ type: 'paspor' });
    await page.until(() => page.ids.length > 0, 'no result');
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.focused?.id === 'count', 'not at the results');
    await sendKeys({ press: 'Tab' });
    expect(page.focused?.closest('li')?.dataset['service']).to.equal(page.ids[0]);
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.all('.papers').length, 'no papers');
    expect(page.focused?.hasAttribute('data-heading')).to.equal(true);
  });

  for (const width of [320, 360, 1280]) {
    it(`fits on ${width} px, with targets that a thumb hits`, async function () {
      if (!isChromium) return this.skip();
      await setViewport({ width, height: 740 });
      document.body.style.margin = '0';
      const page = await FinderDriver.open();
      const fits = (state: string) => {
        expect(document.documentElement.scrollWidth, state).to.be.at.most(width);
        for (const target of page.all(
          'a, button, summary, select, input:not([type=checkbox]), label',
        )) {
          // Of a result, the whole card can be pressed.
          if (!target.checkVisibility() || target.matches('h2 > label, .field > label, .card a'))
            continue;
          const { height } = target.getBoundingClientRect();
          expect(height, `${state}: ${page.words(target)}`).to.be.at.least(43.5);
        }
      };
      fits('browse');
      await page.search('izin');
      await page.openFilters();
      await page.press(page.one('input[name=free]'));
      fits('list');
      await page.search('resep rendang');
      fits('nothing');
      await page.type('');
      page.finder.service = 'kk-ubah-data';
      await page.until(() => page.all('.papers').length, 'no papers');
      page.all<HTMLDetailsElement>('details').forEach((details) => (details.open = true));
      fits('service');
    });
  }

  for (const look of ['in the dark', 'in forced colours'] as const) {
    it(`is readable ${look}`, async function () {
      if (!isChromium) return this.skip();
      document.documentElement.style.colorScheme = 'light dark';
      if (look === 'in the dark') await emulateMedia({ colorScheme: 'dark' });
      else await forceColors(true);
      const page = await FinderDriver.open();
      await page.search('izin');
      await page.openFilters();
      await page.press(page.one('input[name=free]'));
      await expect(page.finder).to.be.accessible();
      await page.read(page.ids[0]!);
      await expect(page.finder).to.be.accessible();
      await forceColors(false);
      await emulateMedia({ colorScheme: 'light' });
      document.documentElement.style.colorScheme = '';
    });
  }

  it('shows hostile texts as texts', async () => {
    const hostile = [
      '<img src=x onerror="globalThis.hurt=1">',
      '"><script>globalThis.hurt=1</script>',
      '${globalThis.hurt=1}',
      '{{constructor.constructor("hurt=1")()}}',
      '\u202Eterbalik\u202C',
      '&lt;b&gt;',
      'a'.repeat(300),
    ];
    const [service] = index.services;
    const text = (word: string) => ({ id: word, en: word });
    for (const word of hostile) {
      api.on('catalogue.index', () => ({
        regency: { ...index.regency, name: word },
        agencies: [{ ...index.agencies[0], name: text(word), shortName: word }],
        categories: [{ ...index.categories[0], name: text(word) }],
        services: [{ ...service, name: text(word), keywords: [word] }],
      }));
      const detail = serviceOf(service!.id)!;
      api.on('catalogue.service', () => ({
        ...detail,
        name: text(word),
        summary: text(word),
        requirements: [{ code: 'kk', text: text(word), when: text(word) }],
        procedure: [text(word)],
        legalBasis: [word],
        complaintChannels: [{ label: text(word) }],
      }));
      const page = await FinderDriver.open();
      const plain = (element: Element) => (element.textContent ?? '').trim();
      expect(plain(page.one('.category > span'))).to.equal(word);
      await page.press(page.button(/^Lihat semua/));
      await page.listed();
      expect(plain(page.one('.card h3'))).to.equal(word);
      await page.read(service!.id);
      expect(plain(page.one('[data-heading]'))).to.equal(word);
      expect(page.one('.papers').textContent).to.contain(word);
      expect(page.all('img, script, b, iframe')).to.be.empty;
      expect('hurt' in globalThis).to.equal(false);
      page.finder.remove();
    }
  });
});
