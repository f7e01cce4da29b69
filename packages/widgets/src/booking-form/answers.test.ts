import { expect } from '@open-wc/testing';

import { BookingDriver, t, words } from '../../test/booking-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { serviceOf } from '../../test/fake-catalogue.ts';

const api = new FakeApi();

describe('what a citizen answers', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

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
      expect(form.answers['Nama lengkap']).to.equal(shown);
      expect(form.all('.answer b')).to.be.empty;
      form.form.style.inlineSize = '320px';
      expect(form.one('.answers').scrollWidth).to.be.at.most(320);
    });
  }

  for (const phone of ['81234567890', '62812-3456-7890', '+62 812 3456 7890', '(0812) 3456.7890']) {
    it(`reads the number ${phone}, and shows it as people write it`, async () => {
      const form = await BookingDriver.checking('Sri', phone);
      expect(form.answers['Nomor HP']).to.equal('0812-3456-7890');
    });
  }

  it('changes one answer and comes back to the check', async () => {
    const form = await BookingDriver.checking();
    form.button('Ubah Nama lengkap').click();
    await form.shows(t.askPerson);
    expect(form.focused?.id).to.equal('name');
    form.type('name', 'Sri Rahayu');
    await form.next(t.askCheck);
    expect(form.answers['Nama lengkap']).to.equal('Sri Rahayu');

    const before = form.answers['Waktu'];
    form.button('Ubah Waktu').click();
    await form.shows(t.askTime);
    expect(form.times[0]!.checked).to.be.true;
    form.times[2]!.click();
    await form.until(() => form.text.includes('09.00 WIB: kursi'));
    await form.next(t.askCheck);
    expect(form.answers['Waktu']).to.contain('09.00 WIB').and.not.equal(before);
    expect(form.answers['Nama lengkap']).to.equal('Sri Rahayu');
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
    expect(form.answers).to.include({
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
    await form.until(() => form.times.length);
    expect(form.text).to.contain(`Nomor antrean ${number} yang tadi Anda ambil tetap berlaku`);
    await form.choose(1);
    await form.fillIn('Budi', '0812 9999 8888');
    await form.book();
    expect(api.bookings.booked).to.equal(2);
    form.button(t.another).click();
    await form.shows(t.askService);
  });
});
