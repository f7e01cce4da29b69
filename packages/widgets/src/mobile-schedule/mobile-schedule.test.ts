import { expect, fixture, html } from '@open-wc/testing';

import { Driver } from '../../test/driver.ts';
import { FakeApi, type Trouble } from '../../test/fake-api.ts';
import type { BookEvent } from '../events.ts';
import './define.ts';
import type { MobileSchedule } from './mobile-schedule.ts';

const api = new FakeApi();
/** The SDK tries three times, with pauses, before it gives up. */
const patience = 20_000;
const home = '35.79.02.2003';

async function open(village = '', lang = 'id'): Promise<Driver<MobileSchedule>> {
  const wrapper = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <mpp-mobile-schedule regency="35.79" village=${village}>
        <p slot="help">Telepon 0341 000</p>
      </mpp-mobile-schedule>
    </div>`,
  );
  return new Driver(wrapper.querySelector('mpp-mobile-schedule')!);
}

async function press(driver: Driver<MobileSchedule>, label: string | RegExp) {
  const button = driver.button(label);
  button.focus();
  button.click();
  await driver.until(() => true);
}

async function type(driver: Driver<MobileSchedule>, typed: string) {
  const input = driver.one<HTMLInputElement>('#village');
  input.focus();
  input.value = typed;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await driver.until(() => true);
}

const element = (driver: Driver<MobileSchedule>) =>
  (driver.one('h2').getRootNode() as ShadowRoot).host as MobileSchedule;

describe('mpp-mobile-schedule', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('finds a village by its name or in the list, and shows what comes', async () => {
    const driver = await open();
    await driver.until('3 desa atau kelurahan');
    expect(driver.heading).to.equal('Apa yang datang ke desa Anda?');
    await expect(element(driver)).to.be.accessible();
    await type(driver, 'sumber brantas');
    expect(driver.all('.villages button')).to.have.length(1);
    await type(driver, 'zzz');
    await driver.until('belum datang ke tempat dengan nama itu');
    await type(driver, 'tulung');
    // Enter takes the only one.
    driver.one<HTMLInputElement>('#village').form!.requestSubmit();
    await driver.until('Dukcapil Keliling');
    expect(driver.heading).to.equal('Yang datang ke Tulungrejo');
    expect(driver.focused?.textContent).to.contain('Yang datang ke Tulungrejo');
    await press(driver, 'Pilih desa lain');
    await driver.until(() => driver.focused?.id === 'village');
  });

  it('says what is moved, cancelled, and what can be done', async () => {
    const driver = await open(home);
    await driver.until('Dukcapil Keliling');
    const stops = driver.all('.stop').map((stop) => driver.words(stop));
    expect(stops).to.have.length(4);
    expect(stops[0]).to.contain('08.30–12.00 WIB, Balai Desa Tulungrejo');
    expect(stops[0]).to.contain('Bisa di sini: Rekam dan cetak');
    expect(stops[0]).to.contain('Tidak bisa di sini: Pindah alamat');
    expect(stops[1]).to.contain('Kali ini pindah ke Balai Desa Punten.');
    expect(stops[2]).to.contain('Tidak datang: Mobil rusak');
    expect(stops[3]).to.contain('Datang langsung');
    // A number only where one can be had.
    expect(driver.all('.stop button')).to.have.length(1);
    await expect(element(driver)).to.be.accessible();
  });

  it('tells that a number is wanted, with its service', async () => {
    const driver = await open(home);
    await driver.until('Ambil nomor');
    const wanted: string[] = [];
    element(driver).addEventListener('mpp-book', (event: BookEvent) => {
      event.preventDefault();
      wanted.push(event.serviceId);
    });
    await press(driver, /^Ambil nomor: KTP-el hilang/);
    expect(wanted).to.deep.equal(['ktp-el-hilang']);
  });

  it('shows weeks, four of them', async () => {
    const driver = await open(home);
    await driver.until('Dukcapil Keliling');
    await press(driver, 'Minggu');
    expect(driver.all('.week li')).to.have.length(7);
    expect(driver.words('.week')).to.contain('pindah').and.not.to.contain('batal');
    expect(driver.has('Minggu sebelumnya')).to.equal(false);
    await press(driver, 'Minggu berikutnya');
    expect(driver.words('.week')).to.contain('batal');
    await expect(element(driver)).to.be.accessible();
    await press(driver, 'Minggu berikutnya');
    await press(driver, 'Minggu berikutnya');
    expect(driver.has('Minggu berikutnya')).to.equal(false);
  });

  it('puts the days of a week side by side where there is room', async () => {
    const driver = await open(home);
    await driver.until('Dukcapil Keliling');
    await press(driver, 'Minggu');
    const tops = () => new Set(driver.all('.week li').map((day) => day.offsetTop)).size;
    element(driver).style.inlineSize = '720px';
    expect(tops()).to.equal(1);
    element(driver).style.inlineSize = '360px';
    expect(tops()).to.equal(7);
  });

  it('links to a calendar to subscribe to', async () => {
    const driver = await open(home, 'en');
    await driver.until('Follow this schedule in a calendar');
    const link = driver.one<HTMLAnchorElement>('a[href^="webcal:"]');
    expect(link.href).to.match(/\/v1\/35\.79\/mobile\/calendar\?village=35\.79\.02\.2003&lang=en$/);
  });

  it('says when nothing comes, also to a village of an old address', async () => {
    const driver = await open('35.79.02.2009');
    await driver.until('tidak ada layanan keliling yang datang ke sini');
    const old = await open('35.79.09.9999');
    await old.until('tidak ada layanan keliling yang datang ke sini');
    api.on('mobile.villages', () => ({ villages: [] }));
    const none = await open();
    await none.until('Belum ada jadwal layanan keliling.');
  });

  it('waits, and says that the line is slow', async () => {
    api.trouble('slow');
    const driver = await open(home);
    await driver.until('Sedang memuat…');
    await driver.until('Sambungan lambat.');
    api.lift();
    await driver.until('Dukcapil Keliling');
  }).timeout(patience);

  const sentences: Partial<Record<Trouble, string>> = {
    offline: 'Tidak ada sambungan. Coba lagi.',
    internal: 'Server sedang bermasalah. Coba lagi.',
    'wrong-shape': 'Jawaban server tidak bisa dibaca. Coba lagi.',
    too_many_requests: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  };
  for (const [trouble, sentence] of Object.entries(sentences)) {
    it(`says why, and tries again: ${trouble}`, async () => {
      api.trouble(trouble as Trouble);
      for (const village of ['', home]) {
        const driver = await open(village);
        await driver.until(sentence);
        expect(driver.one<HTMLSlotElement>('slot').assignedElements()).to.have.lengthOf(1);
        await expect(element(driver)).to.be.accessible();
        if (village === '') continue;
        api.lift();
        await press(driver, 'Coba lagi');
        await driver.until('Dukcapil Keliling');
      }
    }).timeout(patience);
  }

  it('shows what was kept when the server is away, and recovers', async () => {
    const first = await open(home);
    await first.until('Dukcapil Keliling');
    api.trouble('offline');
    const driver = await open(home);
    await driver.until('Ini jadwal yang tersimpan');
    expect(driver.all('.stop')).to.have.length(4);
    api.lift();
    await press(driver, 'Coba lagi');
    await driver.until(() => !driver.text.includes('Sambungan terputus'));
  }).timeout(patience);

  it('fits a small screen', async () => {
    const driver = await open(home);
    await driver.until('Dukcapil Keliling');
    element(driver).style.inlineSize = '320px';
    for (const view of ['Daftar', 'Minggu']) {
      await press(driver, view);
      const { scrollWidth, clientWidth } = element(driver);
      expect(scrollWidth).to.be.at.most(clientWidth);
    }
  });
});
