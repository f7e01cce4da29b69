import { formatCode, type Ticket } from '@mpp-digital/contract';
import { expect } from '@open-wc/testing';
import { encode } from 'uqr';

import { FakeApi } from '../../test/fake-api.ts';
import { someBooking, TrackerDriver } from '../../test/tracker-driver.ts';

const api = new FakeApi();

/** What the page would have handed over. */
const handed = { text: '', shared: '' };

function replace<T extends object, K extends keyof T>(owner: T, name: K, value: unknown) {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, value });
  undo.push(() => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  });
}
const undo: (() => void)[] = [];

describe('a ticket', () => {
  let ticket: Ticket;
  let driver: TrackerDriver;

  beforeEach(async () => {
    await api.start();
    Object.assign(handed, { text: '', shared: '' });
    replace(navigator, 'clipboard', {
      writeText: (text: string) => ((handed.text = text), Promise.resolve()),
    });
    replace(navigator, 'share', undefined);
    ticket = someBooking(api);
    driver = await TrackerDriver.showing(ticket.secret);
    await driver.until(() => driver.all('svg.qr').length);
  });

  afterEach(() => {
    api.stop();
    undo.splice(0).forEach((each) => each());
  });

  it('has number, service, day and time with zone in full, place and counters, code', () => {
    const facts = driver.words('.ticket-facts');
    expect(facts).to.contain(ticket.service.name.id);
    expect(facts).to.contain(ticket.number).and.to.contain(formatCode(ticket.code));
    expect(facts).to.match(/(Senin|Selasa|Rabu|Kamis|Jumat), \d+ \p{L}+ \d{4} 08\.20 WIB/u);
    expect(facts).to.contain('Datang 10 menit lebih awal');
    expect(facts).to.contain('MPP Among Warga Kota Batu, loket 1–5');
    const size = (part: string) => parseFloat(getComputedStyle(driver.one(part)).fontSize);
    const others = driver
      .all('.ticket *')
      .map((part) => parseFloat(getComputedStyle(part).fontSize));
    expect(size('.ticket-number strong')).to.equal(Math.max(...others));
    const code = getComputedStyle(driver.one('.ticket-code strong'));
    expect(code.getPropertyValue('-webkit-user-select')).to.equal('all');
  });

  it('has a QR code of its link, dark on light with a quiet zone, and words for it', () => {
    const svg = driver.one('svg.qr');
    expect(svg.getAttribute('role')).to.equal('img');
    expect(svg.getAttribute('aria-label')).to.contain(ticket.number);
    expect(getComputedStyle(svg).backgroundColor).to.equal('rgb(255, 255, 255)');
    const { data, size } = encode(ticket.link, { ecc: 'M', border: 4 });
    expect(svg.getAttribute('viewBox')).to.equal(`0 0 ${size} ${size}`);
    const drawn = data.map((row) => row.map(() => false));
    const path = svg.querySelector('path')!.getAttribute('d')!;
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      drawn[Number(y)]!.fill(true, Number(x), Number(x) + Number(run));
    }
    expect(drawn).to.deep.equal(data);
  });

  it('lists what to bring, to tick off', async () => {
    await driver.until(() => driver.all('.ticket-papers label').length);
    const papers = driver.all('.ticket-papers label').map((label) => driver.words(label));
    expect(papers).to.have.lengthOf(3);
    expect(papers[0]).to.equal('Surat tanda penerimaan laporan kehilangan dari kepolisian');
    driver.one<HTMLInputElement>('.ticket-papers input').click();
    await driver.tracker.updateComplete;
    expect(driver.one<HTMLInputElement>('.ticket-papers input').checked).to.be.true;
  });

  it('says when the list of papers is missing, and gets it by one press', async () => {
    driver.tracker.remove();
    api.trouble('not_found', 'catalogue.service');
    const other = someBooking(api, 'akta-kelahiran');
    driver = await TrackerDriver.showing(other.secret);
    await driver.until('Daftar yang perlu dibawa belum bisa dimuat');
    expect(driver.text).to.contain(other.number);
    api.lift();
    await driver.press('Coba lagi');
    await driver.until(() => driver.all('.ticket-papers label').length);
  });

  it('copies its code, and says so', async () => {
    await driver.press('Salin kode');
    await driver.until('Kode sudah disalin.');
    expect(driver.words('.ticket-proof')).to.contain('Kode sudah disalin.');
    expect(handed.text).to.equal(formatCode(ticket.code));
  });

  it('says how to copy where the browser forbids it', async () => {
    replace(navigator, 'clipboard', undefined);
    await driver.press('Salin kode');
    await driver.until('Tekan lama pada kode, lalu salin');
  });

  it('copies its link, and warns', async () => {
    await driver.press('Salin kode');
    await driver.press('Salin tautan tiket');
    await driver.until('Siapa pun yang memegangnya bisa mengubah tiket ini');
    expect(driver.words('.ticket-keeping')).to.contain('Tautan sudah disalin');
    expect(driver.text).not.to.contain('Kode sudah disalin');
    expect(handed.text).to.equal(ticket.link);
  });

  it('is shared as text with number, time, place and code, without the secret', async () => {
    replace(navigator, 'share', ({ text }: ShareData) => {
      handed.shared = text ?? '';
      return Promise.resolve();
    });
    await driver.press('Bagikan');
    await driver.until(() => handed.shared);
    for (const part of [ticket.number, '08.20 WIB', 'MPP Among Warga', formatCode(ticket.code)]) {
      expect(handed.shared).to.contain(part);
    }
    expect(handed.shared).not.to.contain(ticket.secret.slice(12));
  });

  it('is copied as text where nothing can be shared, and says nothing of a change of mind', async () => {
    await driver.press('Bagikan');
    await driver.until('Isi tiket sudah disalin');
    expect(handed.text).to.contain(ticket.number).and.not.to.contain(ticket.secret.slice(12));
    replace(navigator, 'share', () => Promise.reject(new DOMException('', 'AbortError')));
    handed.text = '';
    await driver.press('Bagikan');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(handed.text).to.equal('');
  });

  it('gives a calendar file, and says when it cannot', async () => {
    let file = { name: '', content: '' };
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      void fetch(this.href)
        .then((answer) => answer.text())
        .then((content) => (file = { name: this.download, content }));
    });
    await driver.press('Simpan ke kalender');
    await driver.until('Berkas kalender sudah diunduh');
    await driver.until(() => file.content);
    expect(file.name).to.match(/^antrean-[a-z]+\d+\.ics$/);
    expect(file.content).to.contain('BEGIN:VCALENDAR').and.to.contain(ticket.number);
    const [call] = api.callsOf('bookings.calendar');
    expect(call!.headers.get('accept-language')).to.equal('id');
    api.trouble('not_found', 'bookings.calendar');
    await driver.press('Simpan ke kalender');
    await driver.until('Berkas kalender belum bisa diunduh. Tiket Anda tetap aman. Coba lagi.');
  });

  it('gives the calendar file in the language of the page', async () => {
    driver.tracker.parentElement!.lang = 'en';
    await driver.until('Save to calendar');
    replace(HTMLAnchorElement.prototype, 'click', () => undefined);
    await driver.press('Save to calendar');
    await driver.until('The calendar file was downloaded');
    const [call] = api.callsOf('bookings.calendar');
    expect(call!.headers.get('accept-language')).to.equal('en');
  });

  it('announces what came of it', async () => {
    await driver.press('Salin kode');
    await driver.until(
      () => document.querySelector('.mpp-announcer')?.textContent === 'Kode sudah disalin.',
    );
  });

  it('is read again when it was changed elsewhere', async () => {
    api.bookings.advance(ticket.id, 'checked-in');
    dispatchEvent(new Event('online'));
    await driver.until('Anda sudah tercatat hadir');
    await driver.until(() => !driver.has('Ubah jadwal'));
    expect(driver.has('Batalkan antrean')).to.be.true;
  });
});
