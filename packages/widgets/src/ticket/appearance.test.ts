import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';

import { FakeApi } from '../../test/fake-api.ts';
import { someBooking, TrackerDriver } from '../../test/tracker-driver.ts';
import { forceColors } from '../../test/force-colors.ts';

const api = new FakeApi();
/** Media and sizes are set through Chromium's own protocol. */
const inChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;

const isShown = (element: Element) => (element as HTMLElement).checkVisibility();

describe('how ticket and tracker look', () => {
  let driver: TrackerDriver;

  beforeEach(async () => {
    await api.start();
    driver = await TrackerDriver.showing(someBooking(api).secret);
    await driver.until(() => driver.all('svg.qr').length && driver.all('.tick').length);
  });
  afterEach(() => api.stop());

  const steps: Record<string, () => Promise<void>> = {
    'the ticket': () => Promise.resolve(),
    'the choice of another time': async () => {
      await driver.press('Ubah jadwal');
      await driver.until(() => driver.all('.chip').length);
    },
    'the question before cancelling': () => driver.press('Batalkan antrean'),
  };

  for (const [name, go] of Object.entries(steps)) {
    inChromium(`${name} fits into 320 px, with targets of 44 px`, async () => {
      await setViewport({ width: 320, height: 640 });
      await go();
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const target of driver.all('button, summary, label.tick')) {
        expect(target.offsetHeight, driver.words(target)).to.be.at.least(44);
      }
      await setViewport({ width: 1000, height: 800 });
    });

    inChromium(`${name} can be read in the dark and in forced colours`, async () => {
      document.documentElement.style.colorScheme = 'light dark';
      await emulateMedia({ colorScheme: 'dark' });
      await go();
      await expect(driver.tracker).to.be.accessible();
      await emulateMedia({ colorScheme: 'light' });
      await forceColors(true);
      await expect(driver.tracker).to.be.accessible();
      await forceColors(false);
      document.documentElement.style.colorScheme = '';
    });
  }

  it('the ticket grows with the text of the page', () => {
    driver.tracker.style.fontSize = '200%';
    driver.tracker.style.inlineSize = '328px';
    const { right } = driver.tracker.getBoundingClientRect();
    const wide = driver
      .all('.ticket *')
      .filter((each) => each.getBoundingClientRect().right > right);
    expect(wide.map((each) => each.className)).to.be.empty;
  });

  inChromium('the QR code stays dark on light in the dark', () => {
    document.documentElement.style.colorScheme = 'dark';
    const { backgroundColor, fill } = getComputedStyle(driver.one('svg.qr'));
    expect([backgroundColor, fill]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    document.documentElement.style.colorScheme = '';
  });

  inChromium('the ticket is printed alone, and the page is as before', async () => {
    const beside = document.createElement('p');
    beside.textContent = 'Menu utama';
    document.body.append(beside);
    const sheets = document.adoptedStyleSheets.length;
    await emulateMedia({ media: 'print' });
    expect(isShown(beside)).to.be.true;

    const { print } = window;
    let printed = {};
    window.print = () => {
      printed = {
        beside: isShown(beside),
        number: isShown(driver.one('.ticket-number')),
        qr: isShown(driver.one('svg.qr')),
        papers: isShown(driver.one('.ticket-papers')),
        buttons: driver.all('button').some(isShown),
        complaint: isShown(driver.one('footer')),
      };
      dispatchEvent(new Event('afterprint'));
    };
    await driver.press('Cetak');
    window.print = print;
    expect(printed).to.deep.equal({
      beside: false,
      number: true,
      qr: true,
      papers: true,
      buttons: false,
      complaint: false,
    });
    expect(isShown(beside)).to.be.true;
    expect(document.adoptedStyleSheets).to.have.lengthOf(sheets);
    await emulateMedia({ media: 'screen' });
    beside.remove();
  });
});
