import type { Ticket } from '@mpp-digital/contract';
import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { BookingDriver, t, words } from '../../test/booking-driver.ts';
import { type Call, FakeApi } from '../../test/fake-api.ts';

const api = new FakeApi();

const announced = () => words(document.querySelector('.mpp-announcer'));
const held = (form: BookingDriver) => words(form.all('.held')[0]);
const countdown = (form: BookingDriver) => words(form.all('[role=timer]')[0]);

/** Holds as the fake server does, and changes what it says. */
function onHold(change: (ticket: Ticket) => Ticket) {
  api.on('bookings.hold', ({ body }: Call) =>
    change(api.bookings.take(String(body['slotId']), String(body['serviceId']))),
  );
}

describe('the held seat', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('is taken as soon as a time is chosen, and said once', async () => {
    const form = await BookingDriver.holding();
    expect(api.bookings.taken).to.equal(1);
    await form.until(announced);
    expect(announced()).to.equal(held(form));
    expect(form.all('[role=timer]')).to.be.empty;
  });

  it('gives the former back only when the next is won, and hurts nobody when that fails', async () => {
    const form = await BookingDriver.holding();
    const [former] = api.callsOf('bookings.hold');
    api.trouble('internal', 'bookings.cancel');
    form.times[1]!.click();
    await form.until(() => held(form).includes('08.40 WIB'));
    await form.until(() => api.callsOf('bookings.cancel').length);
    expect(form.all('.notice.negative')).to.be.empty;
    expect(api.callsOf('bookings.hold')[1]!.body).to.not.deep.equal(former!.body);
    await form.next(t.askPerson);
  });

  it('is not taken at every time that arrow keys pass', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    form.times[0]!.focus();
    let rests = 0;
    for (let presses = 0; presses < 4; presses++) {
      const before = performance.now();
      await sendKeys({ press: 'ArrowDown' });
      // A busy browser may take so long that the keys did rest.
      if (performance.now() - before > 500) rests++;
    }
    await form.until(() => held(form).includes('10.40 WIB'));
    expect(api.callsOf('bookings.hold').length).to.be.within(1, 1 + rests);
  });

  it('keeps one seat when somebody changes their mind before the answer', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    api.trouble('slow', 'bookings.hold');
    form.times[0]!.click();
    await form.until(() => api.callsOf('bookings.hold').length === 1);
    form.times[1]!.click();
    await form.until(() => api.callsOf('bookings.hold').length === 2);
    api.lift();
    await form.until(() => form.all('.held').length && api.bookings.taken === 1);
    expect(held(form)).to.contain('08.40 WIB');
    expect(form.times[1]!.checked).to.be.true;
  });

  it('keeps the later of two choices when the earlier is answered last', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    const answer = globalThis.fetch;
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    globalThis.fetch = async (...request) => {
      const response = await answer(...request);
      if (api.callsOf('bookings.hold').length === 1) await released;
      return response;
    };
    form.times[0]!.click();
    await form.until(() => api.callsOf('bookings.hold').length === 1);
    form.times[1]!.click();
    await form.until(() => held(form).includes('08.40 WIB'));
    release();
    await form.until(() => api.bookings.taken === 1);
    expect(held(form)).to.contain('08.40 WIB');
    await form.next(t.askPerson);
  });

  it('lets one press on before the seat is held, and goes on when it is', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    api.trouble('slow', 'bookings.hold');
    form.times[0]!.click();
    form.press();
    await form.until(() => form.has(t.holding));
    expect(form.button(t.holding).getAttribute('aria-disabled')).to.equal('true');
    form.press();
    api.lift();
    await form.shows(t.askPerson);
    expect(api.callsOf('bookings.hold')).to.have.length(1);
  });

  it('is taken once what holds it is there, for a choice made before', async () => {
    const { requestIdleCallback } = globalThis;
    try {
      globalThis.requestIdleCallback = () => 0;
      const form = await BookingDriver.open();
      await form.until(() => form.times.length);
      expect(api.callsOf('bookings.hold')).to.be.empty;
      form.times[1]!.focus();
      form.times[1]!.click();
      form.press();
      await form.shows(t.askPerson);
    } finally {
      globalThis.requestIdleCallback = requestIdleCallback;
    }
  });

  it('is counted down in its last minute, by the server’s clock, and kept longer once', async () => {
    api.bookings.holdSeconds = 62;
    // The phone's clock is wrong by half a day.
    const shift = (time: string) => new Date(Date.parse(time) + 43_200_000).toISOString();
    onHold((ticket) => ({
      ...ticket,
      heldUntil: shift(ticket.heldUntil!),
      serverTime: shift(ticket.serverTime),
    }));
    const form = await BookingDriver.holding();
    await form.next(t.askPerson);
    expect(countdown(form)).to.equal('');
    await form.until(() => countdown(form));
    expect(countdown(form)).to.match(/^Kursi Anda ditahan (60|59) detik lagi\.$/);
    await form.until(() => announced() === t.lastMinute);
    await expect(form.form).shadowDom.to.be.accessible();

    form.type('name', 'Sri');
    api.bookings.holdSeconds = 300;
    form.button(t.moreTime).click();
    await form.until(() => countdown(form) === '');
    expect(form.one<HTMLInputElement>('#name').value).to.equal('Sri');
    await form.until(() => announced() === t.extended(5));
  });

  it('offers no more time when the server would not give it', async () => {
    api.bookings.holdSeconds = 30;
    onHold((ticket) => ({ ...ticket, extendable: false }));
    const form = await BookingDriver.holding();
    expect(form.all('button').map(words)).to.not.include(t.moreTime);
  });

  it('says when its time is up, keeps what was typed, and asks for a time again', async () => {
    api.bookings.holdSeconds = 3;
    const form = await BookingDriver.holding();
    await form.next(t.askPerson);
    form.type('name', 'Sri Wahyuni');
    form.type('phone', '0812 3456 7890');
    const asked = api.callsOf('availability.days').length;
    await form.shows(t.askTime);
    await form.until(() => form.focused?.id === 'problem');
    expect(form.text).to.contain(t.refusals.hold_expired);
    expect(form.times.some(({ checked }) => checked)).to.be.false;
    await form.until(() => api.callsOf('availability.days').length > asked);
    await form.until(() => form.all('.notice.negative button').length);
    await expect(form.form).shadowDom.to.be.accessible();

    api.bookings.holdSeconds = 300;
    form.one('.notice.negative button').click();
    await form.until(() => form.all('.held').length);
    await form.next(t.askCheck);
    expect(form.text).to.contain('Sri Wahyuni').and.to.contain('0812-3456-7890');
  });

  it('asks how long it really was when the phone wakes up', async () => {
    const form = await BookingDriver.holding();
    api.on('bookings.show', ({ params }) => {
      const ticket = api.bookings.show(params['bookingId']!);
      return { ...ticket, heldUntil: new Date(Date.now() + 20_000).toISOString() };
    });
    document.dispatchEvent(new Event('visibilitychange'));
    await form.until(() => countdown(form));
    expect(countdown(form)).to.match(/(20|19) detik/);
  });

  it('counts on when the form is moved to another place of the page', async () => {
    api.bookings.holdSeconds = 62;
    const form = await BookingDriver.holding();
    const parent = form.form.parentElement!;
    form.form.remove();
    await aTimeout(500);
    parent.append(form.form);
    await form.until(() => countdown(form));
    expect(form.times[0]!.checked).to.be.true;
  });
});
