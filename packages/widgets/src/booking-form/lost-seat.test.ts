import { expect } from '@open-wc/testing';

import { BookingDriver, t, words } from '../../test/booking-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';

const api = new FakeApi();

const announced = () => words(document.querySelector('.mpp-announcer'));
const held = (form: BookingDriver) => words(form.all('.held')[0]);

describe('a seat that cannot be held, or no longer', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('offers the nearest free time when the wanted one was taken, and keeps the former seat', async () => {
    const form = await BookingDriver.holding();
    api.bookings.fill(form.times[2]!.value);
    form.times[2]!.click();
    await form.until(() => form.focused?.id === 'problem');
    await form.until(() => form.all('.notice.negative button').length);
    expect(form.text)
      .to.contain(t.timeTaken('09.00'))
      .and.to.match(/08\.20 WIB masih ditahan/);
    expect(form.times.find(({ checked }) => checked)!.value).to.equal(form.times[0]!.value);
    const nearest = form.one('.notice.negative button');
    expect(words(nearest)).to.match(/^Ambil yang terdekat: .+, 08\.40 WIB$/);
    await expect(form.form).shadowDom.to.be.accessible();
    nearest.focus();
    nearest.click();
    await form.until(() => form.focused === form.times[1]);
    await form.until(() => held(form).includes('08.40 WIB'));
    expect(form.all('.notice.negative')).to.be.empty;
    await form.until(() => api.bookings.taken === 1);
  });

  for (const trouble of [
    'offline',
    'internal',
    'busy',
    'wrong-shape',
    'too_many_requests',
  ] as const) {
    it(`says so when it cannot be taken (${trouble}), and the same time can be tried again`, async () => {
      const form = await BookingDriver.open();
      await form.until(() => form.times.length);
      api.trouble(trouble, 'bookings.hold');
      form.times[0]!.click();
      await form.until(() => form.all('.notice.negative').length);
      expect(form.times[0]!.checked).to.be.true;
      api.lift();
      form.button(t.retry).focus();
      form.button(t.retry).click();
      await form.until(() => form.focused === form.times[0]);
      await form.until(() => form.all('.held').length);
      expect(form.all('.notice.negative')).to.be.empty;
    });
  }

  for (const wakes of ['visibilitychange', 'pageshow']) {
    it(`says when its time was up while the phone slept (${wakes})`, async () => {
      const form = await BookingDriver.holding();
      await form.next(t.askPerson);
      form.type('name', 'Sri');
      api.on('bookings.show', ({ params }) => ({
        ...api.bookings.show(params['bookingId']!),
        state: 'expired',
      }));
      (wakes === 'pageshow' ? window : document).dispatchEvent(new Event(wakes));
      await form.shows(t.askTime);
      expect(form.text).to.contain('Kursi itu sekarang bisa diambil orang lain.');
      await form.until(() => form.focused?.id === 'problem');
      expect(form.one('#problem [role=alert]')).to.be.ok;
    });
  }

  it('ends also when the server says so a moment before it lets it go', async () => {
    const form = await BookingDriver.holding();
    api.on('bookings.show', ({ params }) => ({
      ...api.bookings.show(params['bookingId']!),
      heldUntil: new Date(Date.now() - 1000).toISOString(),
    }));
    document.dispatchEvent(new Event('visibilitychange'));
    await form.until(() => form.text.includes(t.refusals.hold_expired));
  });

  it('keeps the choice without a connection, and is taken when there is one again', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    api.trouble('offline', 'bookings.hold');
    form.times[1]!.click();
    await form.until(() => form.all('.notice.negative').length);
    expect(form.times[1]!.checked).to.be.true;
    api.lift();
    dispatchEvent(new Event('online'));
    await form.until(() => held(form).includes('08.40 WIB'));
    expect(form.all('.notice.negative')).to.be.empty;
    await form.next(t.askPerson);
  });

  it('is asked for again by the button that leads on', async () => {
    const form = await BookingDriver.holding();
    api.trouble('offline', 'bookings.hold');
    form.times[1]!.click();
    await form.until(() => form.all('.notice.negative').length);
    api.lift();
    await form.next(t.askPerson);
    expect(form.text).to.contain('08.40 WIB');
    await form.until(() => api.bookings.taken === 1);
  });

  it('says that the connection is slow', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    api.trouble('slow', 'bookings.hold');
    form.times[0]!.click();
    await form.until(() => form.text.includes(t.slow));
    await form.until(() => announced() === t.slow);
    api.lift();
    await form.until(() => held(form));
    expect(form.text).to.not.contain(t.slow);
  });

  it('says when to try again after too many tries', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    const stop = api.tooMany('bookings.hold', 540);
    form.times[0]!.click();
    await form.until(() => form.text.includes(t.tryLater(9)));
    expect(form.times[0]!.checked).to.be.true;
    stop();
    form.button(t.retry).click();
    await form.until(() => held(form));
  });
});
