import { expect } from '@open-wc/testing';

import { BookingDriver, t, words } from '../../test/booking-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { serviceOf } from '../../test/fake-catalogue.ts';

const api = new FakeApi();

/** Whether the browser would ask before it leaves the page. */
const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

async function chooseService(form: BookingDriver, id: string) {
  await form.until(() => form.all('select').length);
  const select = form.one<HTMLSelectElement>('select');
  select.value = id;
  select.dispatchEvent(new Event('change'));
  await form.next(t.askTime);
}

describe('what a booking form keeps', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('says number and code again when the page with the ticket was loaded again', async () => {
    const form = await BookingDriver.checking('Kanari Rahasia', '081999888777');
    await form.book();
    const number = words(form.one('[part=number]'));
    const code = words(form.one('[part=code]'));
    const again = await form.reload('ktp-el-hilang');
    await again.until(() => again.text.includes(code));
    expect(words(again.one('.former'))).to.contain(number);
    expect(again.one<HTMLAnchorElement>('.former a').href).to.equal(
      `${location.origin}/35.79/lacak`,
    );
    await again.until(() => again.times.length);
    await expect(again.form).shadowDom.to.be.accessible();
    // Neither who came, nor what would change the booking.
    const [seat] = api.callsOf('bookings.bookHold');
    expect(JSON.stringify({ ...sessionStorage })).not.to.match(/Kanari|999888777/);
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain(seat!.token.slice(12));
  });

  it('says every number that was taken, and none that was given back', async () => {
    const form = await BookingDriver.checking();
    await form.book();
    form.form.service = 'ktp-el-baru';
    await form.shows(t.askTime);
    await form.choose(1);
    await form.fillIn('Budi', '081299998888');
    await form.book();
    const second = words(form.one('[part=code]'));
    let again = await form.reload('ktp-el-baru');
    await again.until(() => again.all('.former p').length === 2);
    await again.choose(2);
    await again.fillIn('Citra', '081277776666');
    await again.book();
    const third = words(again.one('[part=code]'));
    await again.until(() => again.has('Batalkan antrean'));
    again.button('Batalkan antrean').click();
    await again.until(() => again.has('Ya, batalkan'));
    again.button('Ya, batalkan').click();
    await again.shows('Nomor antrean sudah dibatalkan');
    again = await again.reload('ktp-el-baru');
    await again.until(() => again.all('.former p').length === 2);
    expect(again.text).to.contain(second).and.not.contain(third);
  });

  it('leaves nothing on a shared computer when somebody clears it', async () => {
    let form = await BookingDriver.open('');
    await form.shows(t.askService);
    await chooseService(form, 'ktp-el-hilang');
    await form.choose();
    await form.fillIn('Kanari Rahasia', '081999888777');
    await form.book();
    const code = words(form.one('[part=code]'));
    form.button(t.clear).click();
    await form.shows(t.askService);
    expect(form.focused?.matches('[data-heading]')).to.be.true;
    expect(form.text).not.to.contain(code);
    await form.until(() => words(document.querySelector('.mpp-announcer')) === t.cleared);
    form = await form.reload('');
    await form.shows(t.askService);
    expect(form.text).not.to.contain(code);
    expect(sessionStorage).to.have.lengthOf(0);
    await chooseService(form, 'ktp-el-hilang');
    await form.choose();
    await form.next(t.askPerson);
    expect(form.one<HTMLInputElement>('#name').value).to.equal('');
  });

  it('clears also what it says after a reload', async () => {
    const form = await BookingDriver.checking();
    await form.book();
    const again = await form.reload('ktp-el-hilang');
    await again.until(() => again.all('.former').length);
    again.button(t.clear).click();
    await again.until(() => !again.all('.former').length);
    expect(again.focused?.matches('[data-heading]')).to.be.true;
    expect(again.form.service).to.equal('ktp-el-hilang');
  });

  it('keeps the service over a reload, and nothing of the person', async () => {
    const form = await BookingDriver.open('');
    await form.shows(t.askService);
    await chooseService(form, 'ktp-el-baru');
    await form.choose();
    await form.fillIn('Kanari Rahasia', '081999888777');
    expect(JSON.stringify(history.state)).not.to.match(/Kanari|999888777/);
    const again = await form.reload('');
    await again.shows(t.askTime);
    await again.until(() => again.text.includes(serviceOf('ktp-el-baru')!.name.id));
  });

  it('keeps the service that was chosen in place of the page’s, and only that', async () => {
    const form = await BookingDriver.open();
    await form.until(() => form.times.length);
    form.button(/Ganti layanan/).click();
    await form.shows(t.askService);
    await chooseService(form, 'ktp-el-baru');
    const again = await form.reload('ktp-el-hilang');
    await again.until(() => again.text.includes(serviceOf('ktp-el-baru')!.name.id));
    const other = await again.reload('akta-kelahiran');
    await other.until(() => other.text.includes(serviceOf('akta-kelahiran')!.name.id));
  });

  it('lets the browser ask before it leaves, only while something typed is not sent', async () => {
    const form = await BookingDriver.holding();
    await form.next(t.askPerson);
    expect(asks()).to.be.false;
    form.type('name', 'Sri');
    await form.form.updateComplete;
    expect(asks()).to.be.true;
    form.type('phone', '081234567890');
    await form.next(t.askCheck);
    expect(asks()).to.be.true;
    await form.book();
    await form.form.updateComplete;
    expect(asks()).to.be.false;
  });

  it('asks who comes for every number', async () => {
    const form = await BookingDriver.checking();
    await form.book();
    form.form.service = 'ktp-el-baru';
    await form.shows(t.askTime);
    await form.choose(1);
    await form.next(t.askPerson);
    expect(form.one<HTMLInputElement>('#name').value).to.equal('');
    expect(form.one<HTMLInputElement>('#phone').value).to.equal('');
  });

  it('begins anew when the same service is wanted again after its ticket', async () => {
    const form = await BookingDriver.checking();
    form.form.service = 'ktp-el-hilang';
    await form.form.updateComplete;
    expect(form.heading).to.equal(t.askCheck);
    await form.book();
    form.form.service = 'ktp-el-hilang';
    await form.shows(t.askTime);
    expect(form.focused?.matches('[data-heading]')).to.be.true;
  });
});
