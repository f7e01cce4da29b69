import { expect, oneEvent } from '@open-wc/testing';

import { BookingDriver, t } from '../test/booking-driver.ts';
import { FakeApi } from '../test/fake-api.ts';
import { FinderDriver } from '../test/finder-driver.ts';

const api = new FakeApi();

/** Goes back or forward, and waits until every widget of the page has heard of it. */
async function travel(steps: number): Promise<void> {
  const heard = oneEvent(window, 'popstate');
  history.go(steps);
  await heard;
}

/** A finder that shows a service, and a form that asks who comes: the last step was the form's. */
async function both() {
  const finder = await FinderDriver.open();
  await finder.search('paspor');
  await finder.search('ktp ilang');
  await finder.read('ktp-el-hilang');
  const form = await BookingDriver.reopen(); // a new page would have no history
  await form.choose();
  await form.next(t.askPerson);
  return { finder, form };
}

describe('the steps of several widgets on one page', () => {
  beforeEach(async () => {
    history.replaceState(null, '');
    await api.start();
  });
  afterEach(() => {
    api.stop();
    history.replaceState(null, '');
  });

  it('are taken back one by one, each by the widget whose it was', async () => {
    const { finder, form } = await both();
    await finder.press(finder.button('Saya perlu beberapa layanan'));
    await finder.type('akta', '#another');
    form.one('#name').focus();

    await travel(-1);
    await form.shows(t.askTime);
    expect(finder.heading).to.equal('KTP-el hilang');
    expect(finder.one<HTMLInputElement>('#another').value).to.equal('akta');
    expect(document.activeElement).to.equal(form.form);

    await travel(-1);
    await finder.until(() => finder.ids.length, 'no list');
    expect(form.heading).to.equal(t.askTime);
    expect(document.activeElement).to.equal(finder.finder);

    await travel(1);
    await finder.until(() => finder.heading === 'KTP-el hilang', 'not forward');
    expect(form.heading).to.equal(t.askTime);
    await travel(1);
    await form.shows(t.askPerson);
    expect(finder.heading).to.equal('KTP-el hilang');

    await finder.press(finder.button(/Semua layanan$/));
    await travel(-1);
    await finder.until(() => finder.heading === 'KTP-el hilang', 'not back');
    await form.form.updateComplete;
    expect(document.activeElement).to.equal(finder.finder);
  });

  it('are left by the widget’s own link, also when the last step was another’s', async () => {
    const { finder, form } = await both();
    await finder.press(finder.button(/Semua layanan$/));
    await finder.until(() => finder.ids.length, 'no list');
    expect(form.heading).to.equal(t.askPerson);
    form.button(/Kembali/).click();
    await form.shows(t.askTime);
    expect(finder.ids).not.to.be.empty;
    // Each of them was a step of its own.
    await travel(-1);
    await form.shows(t.askPerson);
    await travel(-1);
    await finder.until(() => finder.heading === 'KTP-el hilang', 'not back');
    expect(form.heading).to.equal(t.askPerson);
  });

  for (const state of ['its own', ['its', 'own'], new Map([['its', 'own']]), { its: 'own' }]) {
    it(`leave what the page keeps as it is: ${JSON.stringify(state)}`, async () => {
      history.replaceState(state, '');
      const finder = await FinderDriver.open('ktp-el-hilang');
      await finder.press(finder.button(/Semua layanan$/));
      await finder.until(() => finder.all('.category').length, 'no list');
      const isPlain = Object.getPrototypeOf(state) === Object.prototype;
      if (isPlain) {
        expect(history.state).to.include(state);
        await travel(-1);
        await finder.until(() => finder.heading === 'KTP-el hilang', 'not back');
        expect(history.state).to.include(state);
      } else expect(history.state).to.deep.equal(state);
    });
  }
});
