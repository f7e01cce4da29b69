import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';

import { BookingDriver, t, words } from '../../test/booking-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { forceColors } from '../../test/force-colors.ts';

const api = new FakeApi();
const isChromium = /Chrome/.test(navigator.userAgent);

describe('how the booking form looks', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  for (const look of ['in the dark', 'in forced colours'] as const) {
    it(`is as readable ${look}`, async function () {
      if (!isChromium) return this.skip();
      document.documentElement.style.colorScheme = 'light dark';
      if (look === 'in the dark') await emulateMedia({ colorScheme: 'dark' });
      else await forceColors(true);
      try {
        const form = await BookingDriver.open();
        await form.until(() => form.times.length);
        form.press();
        await form.until(() => form.all('#error-summary').length);
        await expect(form.form).shadowDom.to.be.accessible();
        api.bookings.holdSeconds = 50;
        await form.choose(1);
        await form.next(t.askPerson);
        form.press();
        await form.until(() => form.all('#error-summary').length);
        await expect(form.form).shadowDom.to.be.accessible();
        form.type('name', 'Sri');
        form.type('phone', '081234567890');
        await form.next(t.askCheck);
        await expect(form.form).shadowDom.to.be.accessible();
      } finally {
        await forceColors(false);
        await emulateMedia({ colorScheme: 'light' });
        document.documentElement.style.colorScheme = '';
      }
    });
  }

  it('stands in one column on a phone, and beside each other on a wide page', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    const top = (selector: string) => form.one(selector).getBoundingClientRect().top;
    form.form.style.inlineSize = '360px';
    expect(top('.times')).to.be.above(top('.days') + form.one('.days').offsetHeight - 1);
    form.form.style.inlineSize = '780px';
    expect(top('.times')).to.equal(top('.days'));
  });

  it('has one primary action on each screen', async () => {
    const form = await BookingDriver.checking();
    expect(form.all('.primary').map(words)).to.deep.equal([t.submit]);
    form.button('Ubah Waktu').click();
    await form.shows(t.askTime);
    expect(form.all('.primary').map(words)).to.deep.equal([t.next]);
  });

  it('grows with the text of the page', async () => {
    const form = await BookingDriver.checking();
    form.form.style.fontSize = '200%';
    form.form.style.inlineSize = '360px';
    const { right } = form.form.getBoundingClientRect();
    const wide = form.all('*').filter((each) => each.getBoundingClientRect().right > right);
    expect(wide.map((each) => each.className)).to.be.empty;
    form.form.style.fontSize = '';
  });
});
