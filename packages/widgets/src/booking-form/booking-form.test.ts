import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';

import { BookingDriver, words } from '../../test/booking-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { index, mall, serviceOf } from '../../test/fake-catalogue.ts';
import type { BookedEvent } from '../events.ts';
import { bookingForm as t } from '../messages/id/booking-form.ts';

const api = new FakeApi();
const ktp = serviceOf('ktp-el-hilang')!;
const elsewhere = {
  ...ktp.places[0]!,
  placeId: 'mpp-kedua',
  name: { id: 'Gerai Junrejo', en: 'Junrejo desk' },
  address: 'Jl. Raya Junrejo 1',
  counters: [7],
};

/** Answers of the check, by their labels. */
const answers = (form: BookingDriver): Record<string, string> =>
  Object.fromEntries(
    form.all('.answer').map((row) => [...row.children].map(words) as [string, string]),
  );

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
    await form.next(t.askPerson);
    await expect(form.form).shadowDom.to.be.accessible();

    form.type('name', "Siti Nur'aini");
    form.type('phone', '0812 3456 7890');
    form.one('#priority').click();
    await form.next(t.askCheck);
    expect(answers(form)).to.include({
      Layanan: ktp.name.id,
      'Nama lengkap': "Siti Nur'aini",
      'Nomor HP': '0812-3456-7890',
      'Loket prioritas': 'Ya',
    });
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
    await sendKeys({ press: 'Space' });
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

  it('explains what is wrong with a name and a number, above and at the field', async () => {
    const form = await BookingDriver.holding();
    await form.next(t.askPerson);
    form.press();
    await form.until(() => form.all('#error-summary').length);
    expect(form.focused?.id).to.equal('error-summary');
    expect(form.all('#error-summary a').map(words)).to.deep.equal([t.nameMissing, t.phoneMissing]);
    expect(form.one('#name').getAttribute('aria-describedby')).to.contain('name-error');
    await expect(form.form).shadowDom.to.be.accessible();

    form.type('name', '12345');
    form.type('phone', '0812');
    form.press();
    await form.until(() => form.text.includes(t.nameWrong));
    expect(form.text).to.contain(t.phoneWrong);
    form.one('#error-summary li:last-child a').click();
    expect(form.focused?.id).to.equal('phone');
    form.type('phone', '0812-3456-7890');
    await form.until(() => !form.text.includes(t.phoneWrong));
  });

  for (const [typed, shown] of [
    ['Sukarno', 'Sukarno'],
    ["  Nur'aini   binti  H. Moh. Ali, S.Pd. ", "Nur'aini binti H. Moh. Ali, S.Pd."],
    ['Sri\u200b Wahyuni\u202e', 'Sri Wahyuni'],
    ['محمد', 'محمد'],
    ['<b>Budi</b>', '<b>Budi</b>'],
    ['A'.repeat(120), 'A'.repeat(120)],
  ] as const) {
    it(`takes the name ${typed.slice(0, 30)} as it is`, async () => {
      const form = await BookingDriver.checking(typed);
      expect(answers(form)['Nama lengkap']).to.equal(shown);
      expect(form.all('.answer b')).to.be.empty;
      await setViewport({ width: 320, height: 700 });
      expect(form.one('.answers').scrollWidth).to.be.at.most(320);
      await setViewport({ width: 800, height: 600 });
    });
  }

  for (const phone of ['81234567890', '62812-3456-7890', '+62 812 3456 7890', '(0812) 3456.7890']) {
    it(`reads the number ${phone}, and shows it as people write it`, async () => {
      const form = await BookingDriver.checking('Sri', phone);
      expect(answers(form)['Nomor HP']).to.equal('0812-3456-7890');
    });
  }

  it('changes one answer and comes back to the check', async () => {
    const form = await BookingDriver.checking();
    form.button('Ubah Nama lengkap').click();
    await form.shows(t.askPerson);
    expect(form.focused?.id).to.equal('name');
    form.type('name', 'Sri Rahayu');
    await form.next(t.askCheck);
    expect(answers(form)['Nama lengkap']).to.equal('Sri Rahayu');

    const before = answers(form)['Waktu'];
    form.button('Ubah Waktu').click();
    await form.shows(t.askTime);
    expect(form.times[0]!.checked).to.be.true;
    form.times[2]!.click();
    await form.until(() => form.text.includes('09.00 WIB: kursi'));
    await form.next(t.askCheck);
    expect(answers(form)['Waktu']).to.contain('09.00 WIB').and.not.equal(before);
    expect(answers(form)['Nama lengkap']).to.equal('Sri Rahayu');
    expect(form.all('.answer').map((row) => words(row.querySelector('button')))).to.deep.equal([
      'Ubah Layanan',
      '',
      'Ubah Waktu',
      'Ubah Nama lengkap',
      'Ubah Nomor HP',
      'Ubah Loket prioritas',
    ]);
  });

  it('goes one question back with the browser too, keeps everything, and leaves the address', async () => {
    const address = location.href;
    const form = await BookingDriver.checking();
    expect(location.href).to.equal(address);
    history.back();
    await form.shows(t.askPerson);
    expect(form.one<HTMLInputElement>('#name').value).to.equal('Sri Wahyuni');
    history.back();
    await form.shows(t.askTime);
    expect(form.times[0]!.checked).to.be.true;
    history.forward();
    await form.shows(t.askPerson);
    form.button(/Kembali/).click();
    await form.shows(t.askTime);
    await form.next(t.askCheck);
    expect(JSON.stringify(history.state)).to.not.contain('Sri').and.not.contain('81234567890');
    expect(api.callsOf('availability.days')).to.have.length(1);
    expect(api.callsOf('bookings.hold')).to.have.length(1);
  });

  it('starts anew when the page names another service, and keeps name and phone', async () => {
    const form = await BookingDriver.checking();
    form.form.service = 'ktp-el-baru';
    await form.shows(t.askTime);
    await form.until(() => form.text.includes(serviceOf('ktp-el-baru')!.name.id));
    await form.until(() => api.callsOf('bookings.cancel').length);
    await form.until(() => form.times.length);
    expect(form.times.some(({ checked }) => checked)).to.be.false;
    await form.choose(1);
    await form.next(t.askCheck);
    expect(answers(form)).to.include({
      'Nama lengkap': 'Sri Wahyuni',
      'Nomor HP': '0812-3456-7890',
    });
    await form.book();
    expect(api.bookings.taken).to.equal(1);
  });

  it('says that a number stays valid when another service follows', async () => {
    const form = await BookingDriver.checking();
    await form.book();
    const number = words(form.one('[part=number]'));
    form.form.service = 'ktp-el-baru';
    await form.shows(t.askTime);
    expect(form.text).to.contain(`Nomor antrean ${number} tetap berlaku.`);
    await form.until(() => form.times.length);
    await form.choose(1);
    await form.next(t.askCheck);
    await form.book();
    expect(api.bookings.booked).to.equal(2);
    form.button(t.another).click();
    await form.shows(t.askService);
  });

  it('speaks the language of the page, also when it changes midway', async () => {
    const form = await BookingDriver.checking();
    form.form.parentElement!.lang = 'en';
    await form.shows('Is this right?');
    expect(answers(form)).to.include({
      'Full name': 'Sri Wahyuni',
      'Mobile number': '0812-3456-7890',
    });
    expect(answers(form)['Time']).to.match(/\d\d:\d\d WIB$/);
    form.form.parentElement!.lang = 'id';
    await form.shows(t.askCheck);
    await form.book();
  });

  it('goes on when the browser translates the page', async () => {
    const form = await BookingDriver.holding();
    const texts = document.createTreeWalker(form.form.shadowRoot!, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found.filter(({ data }) => data.trim())) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text.data.toUpperCase());
    }
    form.press();
    await form.shows(t.askPerson);
  });

  it('works when it is created first and told later', async () => {
    const element = document.createElement('mpp-booking-form');
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    parent.append(element);
    const form = new BookingDriver(element);
    await form.shows(t.askService);
    element.setAttribute('regency', '35.79');
    element.setAttribute('service', 'ktp-el-hilang');
    await form.shows(t.askTime);
    await form.until(() => form.times.length);
  });

  it('fits into 320 px, with targets that a thumb can hit', async () => {
    await setViewport({ width: 320, height: 700 });
    const form = await BookingDriver.checking();
    const wide = form.all('*').filter((each) => each.getBoundingClientRect().right > 320);
    expect(wide.map((each) => each.className)).to.be.empty;
    const small = form.all('button').filter((each) => each.offsetHeight < 44);
    expect(small.map(words)).to.be.empty;
    await setViewport({ width: 800, height: 600 });
  });

  it('keeps nothing of the person outside the form', async () => {
    const said: string[] = [];
    const form = await BookingDriver.checking('Kanari Rahasia', '081999888777');
    form.form.addEventListener('mpp-booked', (event: BookedEvent) =>
      said.push(JSON.stringify({ ...event })),
    );
    await form.book();
    const traces = [
      ...said,
      ...api.calls.map(({ url }) => url),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
      document.cookie,
      location.href,
      form.form.outerHTML,
    ];
    expect(said).to.have.length(1);
    for (const trace of traces) expect(trace).to.not.match(/Kanari|Rahasia|81999888777/);
  });
});
