import { aTimeout, expect } from '@open-wc/testing';

import { BookingDriver, t, words } from '../../test/booking-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';

const api = new FakeApi();

const ticketHeading = `✓ ${t.booked}`;
const keys = () =>
  new Set(api.callsOf('bookings.bookHold').map(({ headers }) => headers.get('idempotency-key')));

/** Sends, and waits until the form says that no answer came. */
async function unanswered(form: BookingDriver) {
  form.press();
  await form.until(() => form.text.includes(t.triesAgain), 'no word of the lost answer');
}

describe('sending a booking', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('sends once however often it is pressed', async () => {
    const form = await BookingDriver.checking();
    let events = 0;
    form.form.addEventListener('mpp-booked', () => events++);
    api.trouble('slow', 'bookings.bookHold');
    form.press();
    form.press();
    await form.until(() => form.has(t.sending));
    expect(form.button(t.sending).getAttribute('aria-disabled')).to.equal('true');
    form.press();
    api.lift();
    await form.shows(ticketHeading);
    expect(api.callsOf('bookings.bookHold')).to.have.length(1);
    expect(api.bookings.booked).to.equal(1);
    expect(events).to.equal(1);
  });

  it('asks again by itself when the answer was lost, and takes one number', async () => {
    const form = await BookingDriver.checking();
    api.trouble('lost-answer', 'bookings.bookHold');
    await unanswered(form);
    await expect(form.form).shadowDom.to.be.accessible();
    expect(form.text).to.contain('Sri Wahyuni');
    api.lift();
    await form.shows(ticketHeading);
    expect(api.callsOf('bookings.bookHold').length).to.be.above(1);
    expect(keys().size).to.equal(1);
    expect(api.bookings.booked).to.equal(1);
    expect(api.bookings.taken).to.equal(1);
  });

  for (const trouble of ['offline', 'busy', 'internal', 'wrong-shape'] as const) {
    it(`keeps everything when the server is away (${trouble}), and goes on by one press`, async () => {
      const form = await BookingDriver.checking();
      api.trouble(trouble, 'bookings.bookHold');
      await unanswered(form);
      api.lift();
      form.button(t.retryNow).click();
      await form.shows(ticketHeading);
      expect(keys().size).to.equal(1);
      expect(api.bookings.booked).to.equal(1);
    });
  }

  it('says when to try again after too many tries, and keeps everything', async () => {
    const form = await BookingDriver.checking();
    const stop = api.tooMany('bookings.bookHold', 601);
    form.press();
    await form.until(() => form.focused?.id === 'problem');
    expect(words(form.one('.notice.negative'))).to.equal(t.tryLater(11));
    expect(form.text).to.contain('Sri Wahyuni');
    stop();
    await form.book();
    expect(api.bookings.booked).to.equal(1);
  });

  it('says that the connection is slow', async () => {
    const form = await BookingDriver.checking();
    api.trouble('slow', 'bookings.bookHold');
    form.press();
    await form.until(() => form.text.includes(t.slow));
    api.lift();
    await form.shows(ticketHeading);
  });

  it('asks again as soon as the phone is online', async () => {
    const form = await BookingDriver.checking();
    api.trouble('offline', 'bookings.bookHold');
    await unanswered(form);
    api.lift();
    dispatchEvent(new Event('online'));
    await form.shows(ticketHeading);
  });

  it('shows the ticket when the hold ran out but the booking had been made', async () => {
    api.bookings.holdSeconds = 6;
    const form = await BookingDriver.checking();
    api.trouble('lost-answer', 'bookings.bookHold');
    await unanswered(form);
    await aTimeout(6000);
    expect(form.heading).to.equal(t.askCheck);
    api.lift();
    form.button(t.retryNow).click();
    await form.shows(ticketHeading);
    expect(api.bookings.booked).to.equal(1);
  });

  it('shows the ticket that was made when the citizen changed something meanwhile', async () => {
    const form = await BookingDriver.checking();
    api.trouble('lost-answer', 'bookings.bookHold');
    await unanswered(form);
    form.button('Ubah Nama lengkap').click();
    await form.shows(t.askPerson);
    form.type('name', 'Sri Rahayu');
    api.lift();
    await form.next(t.askCheck);
    form.press();
    await form.shows(ticketHeading);
    expect(api.bookings.booked).to.equal(1);
    expect(keys().size).to.equal(2);
  });

  it('shows the ticket that was made when the citizen wants another time meanwhile', async () => {
    const form = await BookingDriver.checking();
    api.trouble('lost-answer', 'bookings.bookHold');
    await unanswered(form);
    form.button('Ubah Waktu').click();
    await form.shows(t.askTime);
    api.lift();
    form.times[3]!.click();
    await form.shows(ticketHeading);
    expect(api.bookings.taken).to.equal(1);
  });

  it('explains that this number has a booking that day, and leads to another day', async () => {
    const form = await BookingDriver.checking();
    api.trouble('already_booked', 'bookings.bookHold');
    form.press();
    await form.until(() => form.focused?.id === 'problem');
    expect(form.text).to.contain(t.refusals.already_booked);
    expect(form.all('a').map((link) => link.getAttribute('href'))).to.deep.equal([
      `${location.origin}/35.79/lacak`,
    ]);
    await expect(form.form).shadowDom.to.be.accessible();
    api.lift();
    form.button(t.otherDay).click();
    await form.shows(t.askTime);
    expect(form.text).to.not.contain(t.refusals.already_booked);
    await form.choose(1);
    await form.next(t.askCheck);
    await form.book();
    expect(api.bookings.taken).to.equal(1);
  });

  it('goes back to the times when the hold had run out, and keeps what was typed', async () => {
    const form = await BookingDriver.checking();
    api.trouble('hold_expired', 'bookings.bookHold');
    form.press();
    await form.shows(t.askTime);
    expect(form.text).to.contain(t.refusals.hold_expired);
    api.lift();
    await form.choose(2);
    await form.next(t.askCheck);
    expect(form.text).to.contain('Sri Wahyuni');
    await form.book();
  });

  for (const code of ['invalid_request', 'not_found', 'key_reused'] as const) {
    it(`says so when the server refuses it (${code}), and can send again`, async () => {
      const form = await BookingDriver.checking();
      api.trouble(code, 'bookings.bookHold');
      form.press();
      await form.until(() => form.focused?.id === 'problem');
      expect(words(form.one('.notice.negative'))).to.equal({ ...t.errors, ...t.refusals }[code]);
      api.lift();
      await form.book();
      expect(api.bookings.booked).to.equal(1);
    });
  }
});
