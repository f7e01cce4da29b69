import { expect } from '@open-wc/testing';

import { FakeApi } from '../test/fake-api.ts';
import { FinderDriver } from '../test/finder-driver.ts';

const api = new FakeApi();

describe('the language of a widget’s words', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  const said = (page: FinderDriver) =>
    new Set([...page.finder.shadowRoot!.children].map((part) => part.getAttribute('lang')));

  for (const lang of ['jv', 'fr', '']) {
    it(`is named where the page speaks another: “${lang}”`, async () => {
      const page = await FinderDriver.open('', lang);
      expect(said(page)).to.deep.equal(new Set(['id']));
      page.finder.parentElement!.lang = 'id-ID';
      await page.until(() => said(page).has(null), 'still named');
      expect(said(page)).to.deep.equal(new Set([null]));
    });
  }

  it('is named by the page alone where it is the same', async () => {
    expect(said(await FinderDriver.open('', 'en-GB'))).to.deep.equal(new Set([null]));
  });
});
