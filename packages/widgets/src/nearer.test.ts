import { expect } from '@open-wc/testing';

import { BookingDriver, t } from '../test/booking-driver.ts';
import { FakeApi } from '../test/fake-api.ts';
import { FinderDriver } from '../test/finder-driver.ts';
import { someBooking, TrackerDriver } from '../test/tracker-driver.ts';

const api = new FakeApi();

/** Presses a link, and tells whether it would have led away. */
function follow(link: HTMLAnchorElement, init: MouseEventInit = {}): boolean {
  let leaves = false;
  const stay = (event: Event) => {
    leaves = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', stay, { once: true });
  link.dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init }),
  );
  return leaves;
}

describe('a link to what another widget of the page does', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  const papers = (tracker: TrackerDriver) => tracker.one<HTMLAnchorElement>(`a[href*="/layanan/"]`);

  it('shows the service in the finder, for whoever has the code alone', async () => {
    const finder = await FinderDriver.open();
    await finder.search('paspor');
    const tracker = await TrackerDriver.showing(someBooking(api).code);
    expect(papers(tracker).textContent).to.equal('Lihat yang perlu dibawa');
    expect(follow(papers(tracker))).to.be.false;
    await finder.until(() => finder.heading === 'KTP-el hilang', 'not shown');
    expect(document.activeElement).to.equal(finder.finder);
  });

  it('leads to the server’s page where there is none, or none that can be seen', async () => {
    const tracker = await TrackerDriver.showing(someBooking(api).code);
    expect(papers(tracker).href).to.equal(`${location.origin}/35.79/layanan/ktp-el-hilang`);
    expect(follow(papers(tracker))).to.be.true;
    const finder = await FinderDriver.open();
    finder.finder.parentElement!.hidden = true;
    expect(follow(papers(tracker))).to.be.true;
    finder.finder.parentElement!.hidden = false;
    expect(follow(papers(tracker), { ctrlKey: true })).to.be.true;
    expect(follow(papers(tracker))).to.be.false;
  });

  it('keeps what the other one shows when it is about nothing else', async () => {
    const finder = await FinderDriver.open('ktp-el-baru');
    const form = await BookingDriver.open('');
    await form.shows(t.askService);
    await form.until(() => form.all('a').length);
    expect(follow(form.one<HTMLAnchorElement>('a'))).to.be.false;
    await finder.until(() => document.activeElement === finder.finder, 'no focus');
    expect(finder.finder.service).to.equal('ktp-el-baru');
  });

  it('says the language of the page to the server’s page', async () => {
    const tracker = await TrackerDriver.showing(someBooking(api).code, 'en');
    expect(papers(tracker).search).to.equal('?lang=en');
    const finder = await FinderDriver.open('', 'en');
    expect(follow(papers(tracker))).to.be.false;
    await finder.until(() => finder.all('.papers').length, 'not shown');
    expect(finder.finder.service).to.equal('ktp-el-hilang');
  });
});
