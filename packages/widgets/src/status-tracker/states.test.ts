import { expect, fixture, html } from '@open-wc/testing';

import { FakeApi, type Trouble } from '../../test/fake-api.ts';
import { someBooking, TrackerDriver } from '../../test/tracker-driver.ts';

const api = new FakeApi();
/** The SDK tries three times, with pauses, before it gives up. */
const patience = 20_000;

describe('mpp-status-tracker in trouble', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('tells the owner of the page once that the regency is not known', async () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (sentence: unknown) => void warnings.push(sentence);
    const { code } = someBooking(api);
    const page = await fixture<HTMLElement>(
      html`<div>
        <mpp-status-tracker regency="99" code=${code}></mpp-status-tracker>
        <mpp-status-tracker regency="98" code=${code}></mpp-status-tracker>
      </div>`,
    );
    for (const tracker of page.querySelectorAll('mpp-status-tracker')) {
      await new TrackerDriver(tracker).until('Mohon beri tahu pengelola situs ini.');
    }
    console.warn = warn;
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('data-regency');
  });

  const sentences: Partial<Record<Trouble, string>> = {
    offline: 'Tidak ada sambungan. Kode Anda masih ada di sini. Coba lagi.',
    internal: 'Server sedang bermasalah. Kode Anda masih ada di sini. Coba lagi.',
    busy: 'Server sedang ramai. Kode Anda masih ada di sini. Coba lagi.',
    'wrong-shape': 'Jawaban server tidak bisa dibaca. Kode Anda masih ada di sini. Coba lagi.',
    too_many_requests: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    regency_unknown: 'Halaman ini belum disetel dengan benar. Mohon beri tahu pengelola situs ini.',
  };
  for (const [trouble, sentence] of Object.entries(sentences)) {
    it(`keeps the code, says why, and tries again: ${trouble}`, async () => {
      const ticket = someBooking(api);
      const driver = await TrackerDriver.open();
      api.trouble(trouble as Trouble);
      await driver.enter(ticket.code);
      await driver.until(sentence);
      expect(driver.one<HTMLInputElement>('#entry').value).to.equal(ticket.code);
      expect(driver.one('[role="alert"]')).to.be.ok;
      expect(driver.one<HTMLSlotElement>('slot').assignedElements()).to.have.lengthOf(1);
      await expect(driver.tracker).to.be.accessible();
      api.lift();
      await driver.press('Coba lagi');
      await driver.until(ticket.number);
    }).timeout(patience);
  }

  it('says that the line is slow, and goes on waiting', async () => {
    const ticket = someBooking(api);
    api.trouble('slow');
    const driver = await TrackerDriver.open(ticket.code);
    await driver.until('Sedang mencari…');
    await driver.until('Sambungan lambat. Kami masih mencoba.');
    await expect(driver.tracker).to.be.accessible();
    api.lift();
    await driver.until(ticket.number);
  }).timeout(patience);

  it('finds by itself when the line is back', async () => {
    const ticket = someBooking(api);
    api.trouble('offline');
    const driver = await TrackerDriver.open(ticket.code);
    await driver.until('Tidak ada sambungan');
    api.lift();
    dispatchEvent(new Event('online'));
    await driver.until(ticket.number);
  }).timeout(patience);

  it('keeps what it knew, with its time, and recovers by itself or by one press', async () => {
    const ticket = someBooking(api);
    const driver = await TrackerDriver.showing(ticket.secret);
    api.trouble('offline');
    dispatchEvent(new Event('online')); // a network without a way to the server
    await driver.until('Tidak ada sambungan. Ini keadaan terakhir yang diketahui,');
    expect(driver.text).to.match(/diketahui, \w{3} \d+ \w{3} \d\d\.\d\d WIB/);
    expect(driver.text).to.contain(ticket.number).and.to.contain('Yang perlu dibawa');
    await expect(driver.tracker).to.be.accessible();
    api.lift();
    api.bookings.advance(ticket.id, 'checked-in');
    await driver.press('Coba lagi');
    await driver.until('Anda sudah tercatat hadir');
    expect(driver.text).not.to.contain('Tidak ada sambungan');
  }).timeout(patience);

  it('looks again as soon as somebody looks at the page again', async () => {
    const ticket = someBooking(api);
    const driver = await TrackerDriver.showing(ticket.code);
    api.bookings.advance(ticket.id, 'checked-in');
    api.bookings.advance(ticket.id, 'called');
    document.dispatchEvent(new Event('visibilitychange'));
    await driver.until('Nomor Anda sedang dipanggil');
    expect(driver.words('.timeline')).to.match(/Lapor datang sudah .* Dipanggil sekarang/);
  });

  it('shows the status when the ticket cannot be had, and gets it by one press', async () => {
    const ticket = someBooking(api);
    api.trouble('internal', 'bookings.show');
    const driver = await TrackerDriver.open(ticket.secret);
    await driver.until('Tiket lengkap belum bisa dimuat');
    expect(driver.text).to.contain(ticket.number);
    api.lift();
    await driver.press('Coba lagi');
    await driver.until('Simpan ke kalender');
  }).timeout(patience);

  it('shows the status, and asks for the phone number, when the link is not the right one', async () => {
    const ticket = someBooking(api);
    const wrong = `${ticket.code}ZZZZZZZZZZZZZZZZZZZZZZZZZZ`;
    const driver = await TrackerDriver.open(wrong);
    await driver.until('Tautan tiket ini tidak dikenali');
    expect(driver.has('Simpan ke kalender')).to.be.false;
    expect(driver.all('details')).to.have.lengthOf(1);
  });

  it('stops asking when it leaves the page', async () => {
    const ticket = someBooking(api);
    const driver = await TrackerDriver.showing(ticket.code);
    driver.tracker.remove();
    const before = api.calls.length;
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(api.calls).to.have.lengthOf(before);
  });
});
