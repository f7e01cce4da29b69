import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { BookingDriver, t, words } from '../../test/booking-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { index, mall, serviceOf } from '../../test/fake-catalogue.ts';
import type { BookedEvent } from '../events.ts';

const api = new FakeApi();
const ktp = serviceOf('ktp-el-hilang')!;
const elsewhere = {
  ...ktp.places[0]!,
  placeId: 'mpp-kedua',
  name: { id: 'Gerai Junrejo', en: 'Junrejo desk' },
  address: 'Jl. Raya Junrejo 1',
  counters: [7],
};

describe('the booking form', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('leads from a service to a ticket, one question after the other', async () => {
    const form = await BookingDriver.open();
    await form.shows(t.askTime);
    await form.until(() => form.times.length);
    expect(words(form.one('.about strong'))).to.equal(ktp.name.id);
    expect(form.text).to.contain(mall.name.id);
    await expect(form.form).shadowDom.to.be.accessible();

    await form.choose();
    expect(words(form.one('.held'))).to.match(/WIB: kursi Anda ditahan 5 menit\.$/);
    const when = words(form.one('.held')).split(': ')[0];
    await form.next(t.askPerson);
    expect(form.text).to.contain(when);
    await expect(form.form).shadowDom.to.be.accessible();

    form.type('name', "Siti Nur'aini");
    form.type('phone', '0812 3456 7890');
    form.one('#priority').click();
    await form.next(t.askCheck);
    expect(form.answers).to.include({
      Layanan: ktp.name.id,
      'Nama lengkap': "Siti Nur'aini",
      'Nomor HP': '0812-3456-7890',
      'Loket prioritas': 'Ya',
    });
    expect(form.text).to.contain(`hanya dipakai ${ktp.agency.name.id} untuk antrean ini`);
    expect(form.text).to.contain('dihapus 30 hari setelah kunjungan');
    await expect(form.form).shadowDom.to.be.accessible();

    const booked = oneEvent<BookedEvent>(form.form, 'mpp-booked');
    await form.book();
    const { serviceId, startsAt, bubbles, composed } = await booked;
    expect({ serviceId, bubbles, composed }).to.deep.equal({
      serviceId: 'ktp-el-hilang',
      bubbles: true,
      composed: true,
    });
    expect(Date.parse(startsAt)).to.be.above(Date.now());
    expect(words(form.one('[part=number]'))).to.match(/^A\d{3}$/);
    expect(words(form.one('[part=ticket]'))).to.contain(ktp.name.id);
    expect(form.focused?.matches('[data-heading]')).to.be.true;
    expect(api.bookings.taken).to.equal(1);
    const [sent] = api.callsOf('bookings.bookHold');
    expect(sent!.body).to.deep.equal({
      name: "Siti Nur'aini",
      phone: '+6281234567890',
      priority: true,
    });
    await expect(form.form).shadowDom.to.be.accessible();
  });

  it('takes a second tap for the question before, and not for the one that has come', async () => {
    const form = await BookingDriver.holding();
    await form.next(t.askPerson);
    form.type('name', 'Sri');
    form.type('phone', '081234567890');
    await aTimeout(600);
    form.tap();
    await form.shows(t.askCheck);
    form.tap();
    await aTimeout(600);
    expect(form.heading).to.equal(t.askCheck);
    expect(api.callsOf('bookings.bookHold')).to.be.empty;
    form.tap();
    await form.shows(`✓ ${t.booked}`);
  });

  it('asks for a time again on another day, and says no more what was wrong on the first', async () => {
    const form = await BookingDriver.holding();
    const days = form.all<HTMLInputElement>('input[name=day]:enabled');
    api.bookings.fill(form.times[2]!.value);
    form.times[2]!.click();
    await form.until(() => form.all('#problem').length);
    days[1]!.click();
    await form.until(() => !form.all('#problem').length);
    expect(form.times.some(({ checked }) => checked)).to.be.false;
    expect(form.all('.held')).to.be.empty;
    form.press();
    await form.until(() => form.all('#error-summary').length);
    expect(form.heading).to.equal(t.askTime);
    // The seat of the first day is still kept.
    days[0]!.click();
    await form.until(() => form.times[0]!.checked);
    expect(form.all('#error-summary')).to.be.empty;
    await form.next(t.askPerson);
    expect(api.bookings.taken).to.equal(1);
  });

  it('forgets a time that was only just pressed when another day is chosen', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    const days = form.all<HTMLInputElement>('input[name=day]:enabled');
    api.trouble('slow', 'bookings.hold');
    form.times[0]!.click();
    await form.until(() => api.callsOf('bookings.hold').length);
    days[1]!.click();
    api.lift();
    await form.until(() => api.bookings.taken === 0 && api.callsOf('bookings.cancel').length);
    expect(form.all('.held')).to.be.empty;
  });

  it('keeps the button in sight once a time is chosen, and the focus where it is', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    form.form.style.cssText = 'inline-size: 360px; margin-block-end: 2000px';
    form.times[0]!.focus();
    await form.choose();
    scrollTo(0, form.times[0]!.getBoundingClientRect().top + scrollY - innerHeight + 200);
    const { bottom } = form.one('button.primary').getBoundingClientRect();
    expect(bottom).to.be.at.most(innerHeight);
    expect(form.focused).to.equal(form.times[0]);
    scrollTo(0, 0);
  });

  it('begins anew for another regency, and gives the seat back where it was held', async () => {
    const form = await BookingDriver.holding();
    form.form.regency = '35.78';
    await form.until(() => api.callsOf('bookings.cancel').length);
    await form.until(() => !form.times.length);
    form.form.regency = '35.79';
    await form.until(() => form.times.length);
    expect(form.times.some(({ checked }) => checked)).to.be.false;
    expect(api.bookings.taken).to.equal(0);
  });

  it('can be used with the keyboard alone', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    form.times[0]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await form.until(() => form.all('.held').length);
    await sendKeys({ press: 'Enter' });
    await form.shows(t.askPerson);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Sri' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '081234567890' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: ' ' });
    await sendKeys({ press: 'Enter' });
    await form.shows(t.askCheck);
    for (let tabs = 0; tabs < 20 && form.focused !== form.one('button.primary'); tabs++) {
      await sendKeys({ press: 'Tab' });
    }
    await sendKeys({ press: 'Enter' });
    await form.shows(`✓ ${t.booked}`);
    // Arrow keys passed over times without holding each of them.
    expect(api.callsOf('bookings.hold')).to.have.length(1);
  });

  it('asks which service when the page names none', async () => {
    const form = await BookingDriver.open('');
    await form.shows(t.askService);
    await form.until(() => form.all('select').length);
    const names = form.all('option').map(words);
    const bookable = index.services.filter((service) => service.bookable);
    expect(names).to.have.length(bookable.length + 1);
    expect(form.one<HTMLAnchorElement>('a').href).to.equal(`${location.origin}/35.79/layanan`);
    await expect(form.form).shadowDom.to.be.accessible();

    form.press();
    await form.until(() => form.all('#error-summary').length);
    expect(form.focused?.id).to.equal('error-summary');

    const select = form.one<HTMLSelectElement>('select');
    select.value = 'ktp-el-hilang';
    select.dispatchEvent(new Event('change'));
    await form.next(t.askTime);
    await form.until(() => form.times.length);
    form.button(/Kembali/).click();
    await form.shows(t.askService);
    expect(form.one<HTMLSelectElement>('select').value).to.equal('ktp-el-hilang');
  });

  it('asks for the place only where there are several', async () => {
    api.on('catalogue.service', () => ({ ...ktp, places: [...ktp.places, elsewhere] }));
    const form = await BookingDriver.open();
    await form.shows(t.askPlace);
    await expect(form.form).shadowDom.to.be.accessible();
    form.press();
    await form.until(() => form.all('#error-summary').length);
    form.one('#error-summary a').click();
    expect(form.focused?.id).to.equal('place-0');
    form.one('#place-1').click();
    await form.next(t.askTime);
    expect(form.text).to.contain('Gerai Junrejo, loket 7');
    const [asked] = api.callsOf('availability.days');
    expect(asked!.params['placeId']).to.equal('mpp-kedua');
  });

  it('says so when there is no such service, with a way out', async () => {
    const form = await BookingDriver.open('tidak-ada');
    await form.until(() => form.all('.notice.negative').length);
    expect(form.heading).to.equal(t.askService);
    expect(form.text).to.contain(t.unknownService);
    await form.until(() => form.all('select').length);
    await expect(form.form).shadowDom.to.be.accessible();
  });

  it('says aloud that the service cannot be read, and keeps the focus when it is tried again', async () => {
    api.trouble('internal', 'catalogue.service');
    const form = await BookingDriver.open();
    await form.until(() => form.all('[role=alert]').length);
    api.lift();
    form.button(t.retry).focus();
    form.button(t.retry).click();
    await form.until(() => form.times.length);
    expect(form.focused?.matches('[data-heading]')).to.be.true;
  });

  it('says so when the service cannot be booked, with a way to what it needs', async () => {
    api.on('catalogue.service', () => ({ ...ktp, bookable: false, places: [] }));
    const form = await BookingDriver.open();
    await form.until(() => form.all('.notice').length);
    expect(form.text).to.contain(t.notBookable(ktp.name.id));
    expect(form.one<HTMLAnchorElement>('a').href).to.contain('/35.79/layanan/ktp-el-hilang');
    expect(form.all('button.primary')).to.be.empty;
  });

  it('wants a time before it goes on, and says so at the top', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    form.press();
    await form.until(() => form.all('#error-summary').length);
    expect(form.focused?.id).to.equal('error-summary');
    form.one('#error-summary a').click();
    expect(form.focused?.id).to.equal(form.times[0]!.id);
  });
});
