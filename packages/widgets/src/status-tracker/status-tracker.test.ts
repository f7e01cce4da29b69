import { expect, oneEvent } from '@open-wc/testing';
import { type BookingState, bookingStates, formatCode } from '@mpp-digital/contract';
import { sendKeys } from '@web/test-runner-commands';

import { FakeApi } from '../../test/fake-api.ts';
import { someBooking, TrackerDriver } from '../../test/tracker-driver.ts';
import { foundBooking as texts } from '../messages/id/found-booking.ts';
import type { StatusTracker } from './status-tracker.ts';

const api = new FakeApi();

describe('mpp-status-tracker', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  describe('the question', () => {
    it('is one, with one field, and asks the server nothing', async () => {
      const driver = await TrackerDriver.open();
      expect(driver.heading).to.equal('Sudah sampai mana?');
      expect(driver.all('input')).to.have.lengthOf(1);
      expect(api.calls).to.be.empty;
      await expect(driver.tracker).to.be.accessible();
    });

    it('is answered by the keyboard alone', async () => {
      const ticket = someBooking(api);
      const driver = await TrackerDriver.open();
      driver.tracker.focus();
      await sendKeys({ press: 'Tab' });
      expect(driver.focused).to.equal(driver.one('#entry'));
      await sendKeys({ type: formatCode(ticket.code).toLowerCase().replaceAll('-', ' ') });
      await sendKeys({ press: 'Enter' });
      await driver.until(ticket.number);
      expect(driver.focused).to.equal(driver.one('h2'));
      expect(driver.heading).to.equal('KTP-el hilang');
    });

    it('says at once that a code is mistyped, without asking the server', async () => {
      const driver = await TrackerDriver.open();
      await driver.enter('7K3M-9QXT-2BH');
      await driver.until('Kode terdiri dari 12 huruf dan angka');
      expect(api.calls).to.be.empty;
      expect(driver.focused).to.equal(driver.one('#entry'));
      expect(driver.one('#entry').getAttribute('aria-invalid')).to.equal('true');
      await expect(driver.tracker).to.be.accessible();
    });

    it('says nothing more of a code that is being corrected', async () => {
      const ticket = someBooking(api);
      const driver = await TrackerDriver.open();
      const field = driver.one<HTMLInputElement>('#entry');
      const type = async (text: string) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input'));
        await driver.tracker.updateComplete;
      };
      await driver.enter('7K3M-9QXT-2BH');
      expect(driver.all('.field-error')).to.have.lengthOf(1);
      await type('7K3M-9QXT-2B');
      expect(driver.all('.field-error')).to.be.empty;
      await driver.enter('7K3M-9QXT-2BHR');
      await driver.until('Kode ini tidak ditemukan');
      await type(ticket.code);
      expect(driver.all('.field-error')).to.be.empty;
      await driver.enter(ticket.code);
      await driver.until(ticket.number);
    });

    it('has a field for capitals that no dictionary knows', async () => {
      const { form } = (await TrackerDriver.open()).one<HTMLInputElement>('#entry');
      expect(form!.getAttribute('autocapitalize')).to.equal('characters');
      expect(form!.getAttribute('autocorrect')).to.equal('off');
      expect(form!.spellcheck).to.be.false;
    });

    it('is asked anew on “Kode lain”, with an empty field to write in', async () => {
      const driver = await TrackerDriver.showing(someBooking(api).code);
      const back = driver.one('.back');
      expect(back.querySelector('[aria-hidden]')!.textContent).to.equal('‹');
      expect(back.innerText.replace('‹', '').trim()).to.equal('Kode lain');
      back.click();
      await driver.until('Sudah sampai mana?');
      expect(driver.one<HTMLInputElement>('#entry').value).to.equal('');
      expect(driver.focused).to.equal(driver.one('#entry'));
    });

    it('says so when nothing was typed', async () => {
      const driver = await TrackerDriver.open();
      await driver.enter('   ');
      await driver.until('Tulis kode dari tiket Anda');
      expect(api.calls).to.be.empty;
    });

    it('says of a code that nobody has no more than of a wrong one', async () => {
      const ticket = someBooking(api);
      await api.start(); // and the booking is gone
      const driver = await TrackerDriver.open();
      await driver.enter(ticket.code);
      await driver.until('Kode ini tidak ditemukan');
      expect(driver.one<HTMLInputElement>('#entry').value).to.equal(ticket.code);
      await expect(driver.tracker).to.be.accessible();
    });

    it('takes a pasted ticket link, and shows the whole ticket', async () => {
      const ticket = someBooking(api);
      const driver = await TrackerDriver.open();
      await driver.enter(`Tiket saya: ${ticket.link}`);
      await driver.until('Yang perlu dibawa');
      expect(driver.all('svg.qr')).to.have.lengthOf(1);
      expect(api.calls.every(({ url }) => !url.includes(ticket.code))).to.be.true;
      await expect(driver.tracker).to.be.accessible();
    });
  });

  describe('its code attribute', () => {
    it('works before the element is defined, and when it is set later', async () => {
      const [first, second] = [someBooking(api), someBooking(api, 'akta-kelahiran')];
      const tracker = document.createElement('mpp-status-tracker');
      document.body.append(tracker);
      tracker.setAttribute('regency', '35.79');
      const driver = new TrackerDriver(tracker);
      await driver.until('Sudah sampai mana?');
      tracker.setAttribute('code', formatCode(first.code));
      await driver.until(first.service.name.id);
      tracker.code = second.code;
      await driver.until(second.service.name.id);
      tracker.code = '';
      await driver.until('Sudah sampai mana?');
      tracker.remove();
    });

    it('never writes a secret into the field', async () => {
      const ticket = someBooking(api);
      api.trouble('internal');
      const driver = await TrackerDriver.open(ticket.secret);
      expect(driver.one<HTMLInputElement>('#entry').value).to.equal(formatCode(ticket.code));
    });
  });

  describe('what it shows with the code alone', () => {
    it('is service, number, place, time, timeline, what comes next, how long, what to do', async () => {
      const ticket = someBooking(api);
      const driver = await TrackerDriver.showing(ticket.code);
      for (const said of [
        'KTP-el hilang',
        'Dinas Kependudukan dan Pencatatan Sipil',
        ticket.number,
        'MPP Among Warga Kota Batu',
        '08.20 WIB',
        'Tempat Anda aman',
        'tunjukkan kode ini ke petugas',
        formatCode(ticket.code),
      ]) {
        expect(driver.text).to.contain(said);
      }
      expect(driver.text).to.match(
        /Giliran Anda (besok|\d+ hari lagi), sekitar pukul 08\.20–08\.40 WIB/,
      );
      expect(driver.all('.timeline li').map((line) => line.className)).to.deep.equal([
        'current',
        'toCome',
        'toCome',
        'toCome',
        'toCome',
      ]);
      expect(driver.words('.timeline')).to.match(/Terdaftar sekarang .* Lapor datang berikutnya/);
      expect(driver.has('Batalkan antrean')).to.be.false;
      await expect(driver.tracker).to.be.accessible();
    });

    const ways: Partial<Record<BookingState, BookingState[]>> = {
      'checked-in': ['checked-in'],
      called: ['checked-in', 'called'],
      serving: ['checked-in', 'called', 'serving'],
      served: ['checked-in', 'called', 'serving', 'served'],
      'no-show': ['checked-in', 'called', 'no-show'],
      cancelled: ['cancelled'],
      expired: ['expired'],
    };
    for (const state of bookingStates.filter((each) => each in ways)) {
      it(`has words for ${state}`, async () => {
        const ticket = someBooking(api);
        ways[state]!.forEach((each) => api.bookings.advance(ticket.id, each));
        const driver = await TrackerDriver.showing(ticket.code);
        const { title, todo } = texts.standing[state];
        const said = state === 'called' ? 'Segera ke loket 1–5.' : todo;
        expect(driver.words('.notice')).to.contain(title).and.to.contain(said);
        expect(driver.words('.timeline')).to.contain(texts.stateNames[state]);
        const ended = ['served', 'cancelled', 'no-show', 'expired'].includes(state);
        expect(driver.has('Ambil nomor antrean baru')).to.equal(ended);
        await expect(driver.tracker).to.be.accessible();
      });
    }

    it('says after the time is over what one can do, and offers no change', async () => {
      const ticket = someBooking(api);
      api.on('tracking.status', () => ({
        ...api.bookings.status(ticket.code),
        startsAt: '2026-01-05T09:20:00+07:00',
        endsAt: '2026-01-05T09:40:00+07:00',
      }));
      const driver = await TrackerDriver.showing(ticket.code);
      expect(driver.text).to.contain('Jam Anda sudah lewat');
      expect(driver.has('Ambil nomor antrean baru')).to.be.true;
      expect(driver.all('details')).to.be.empty;
    });

    it('says why officers moved or cancelled it', async () => {
      const ticket = someBooking(api);
      api.bookings.advance(ticket.id, 'cancelled');
      const reason = { id: 'Listrik padam', en: 'Power cut' };
      api.on('tracking.status', () => ({ ...api.bookings.status(ticket.code), reason }));
      const driver = await TrackerDriver.showing(ticket.code);
      expect(driver.words('.notice')).to.contain('Pesan petugas: Listrik padam');
      await expect(driver.tracker).to.be.accessible();
    });

    it('offers a new booking at the end', async () => {
      const ticket = someBooking(api);
      api.bookings.advance(ticket.id, 'cancelled');
      const driver = await TrackerDriver.showing(ticket.code);
      const wanted = oneEvent(driver.tracker, 'mpp-book');
      driver.tracker.addEventListener('mpp-book', (event) => event.preventDefault());
      await driver.press('Ambil nomor antrean baru');
      expect(await wanted).to.have.property('serviceId', 'ktp-el-hilang');
    });

    it('keeps hostile names as text', async () => {
      const hostile = '<img src=x onerror="window.hacked = 1"></h2>{{7*7}}\u202e"\'';
      const ticket = someBooking(api);
      const status = api.bookings.status(ticket.code);
      const name = { id: hostile, en: hostile };
      api.on('tracking.status', () => ({
        ...status,
        number: hostile,
        service: { id: 'x', name },
        agency: { id: 'x', name },
        place: { ...status.place, name, address: hostile },
      }));
      const driver = await TrackerDriver.showing(ticket.code);
      expect(driver.heading).to.equal(hostile);
      expect(driver.all('img, script')).to.be.empty;
      expect(globalThis).not.to.have.property('hacked');
    });
  });

  it('speaks English where the page does, and follows when that changes', async () => {
    const ticket = someBooking(api);
    const driver = await TrackerDriver.showing(ticket.secret, 'en');
    expect(driver.text).to.contain('Your place is safe').and.to.contain('What to bring');
    driver.tracker.parentElement!.lang = 'id';
    await driver.until('Tempat Anda aman');
    expect(driver.text).to.contain(ticket.number);
  });

  it('forgets everything on “Bersihkan”, and never stored anything', async () => {
    const ticket = someBooking(api);
    const driver = await TrackerDriver.showing(ticket.secret);
    await driver.press('Bersihkan');
    await driver.until('Sudah sampai mana?');
    expect(driver.one<HTMLInputElement>('#entry').value).to.equal('');
    const tracker: StatusTracker = driver.tracker;
    expect(tracker.code).to.equal('');
    expect(tracker.outerHTML + tracker.shadowRoot!.innerHTML).not.to.contain(ticket.code);
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]);
    const cached = await (await caches.open('mpp-digital')).keys();
    expect(stored + document.cookie + location.href).not.to.contain(ticket.code);
    expect(cached.filter(({ url }) => /status|bookings/.test(url))).to.be.empty;
    expect(driver.focused).to.equal(driver.one('h2'));
  });
});
