import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { FakeApi } from '../../test/fake-api.ts';
import { mall, serviceOf } from '../../test/fake-catalogue.ts';
import { announced, FinderDriver } from '../../test/finder-driver.ts';
import { waitUntil } from '../../test/wait-until.ts';

const api = new FakeApi();
const browserCanResize = /Chrome/.test(navigator.userAgent);

describe('a service', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('says the most important first', async function () {
    if (browserCanResize) await setViewport({ width: 360, height: 740 });
    const page = await FinderDriver.open();
    await page.search('ktp ilang');
    await page.read('ktp-el-hilang');
    expect(page.heading).to.equal('KTP-el hilang');
    expect(page.focused?.hasAttribute('data-heading')).to.equal(true);
    expect(page.words('header')).to.contain('Dinas Kependudukan dan Pencatatan Sipil');
    expect(page.words('.facts')).to.equal('Gratis · selesai 30 menit');
    expect(page.text).to.contain('Data contoh');
    for (const part of ['[data-heading]', '.facts', '#papers', '.papers li']) {
      const { bottom } = page.one(part).getBoundingClientRect();
      expect(bottom, part).to.be.below(innerHeight);
    }
    await page.until(() => /terdekat: .+ WIB/.test(page.text), 'no time');
    await expect(page.finder).to.be.accessible();
  });

  it('lists the papers to be ticked off, and forgets the marks with the page', async () => {
    const page = await FinderDriver.open('ktp-el-hilang');
    const boxes = () => page.all<HTMLInputElement>('.papers input');
    expect(boxes().map((box) => page.words(box.labels![0]!))).to.deep.equal(
      serviceOf('ktp-el-hilang')!.requirements.map(({ text }) => text.id),
    );
    await page.press(boxes()[1]!);
    expect(boxes().map(({ checked }) => checked)).to.deep.equal([false, true, false]);
    // The same paper is at hand for another service, too.
    page.finder.service = 'kk-ubah-data';
    await page.until(
      () => page.heading === 'Kartu Keluarga: ubah data' || page.all('.papers').length,
    );
    page.finder.service = 'ktp-el-hilang';
    await page.until(() => boxes().length === 3);
    expect(boxes()[1]!.checked).to.equal(true);
    expect(localStorage).to.have.length(0);
    const next = await FinderDriver.open('ktp-el-hilang');
    expect(next.all<HTMLInputElement>('.papers input').some(({ checked }) => checked)).to.equal(
      false,
    );
  });

  it('says in which case a paper is needed', async () => {
    const page = await FinderDriver.open('kia-hilang-rusak');
    expect(page.all('.when').map((when) => page.words(when))).to.deep.equal([
      'bila hilang',
      'bila rusak',
    ]);
  });

  it('makes one list for several services, the same paper once', async () => {
    const page = await FinderDriver.open('kk-hilang-rusak');
    await page.press(page.button('Saya perlu beberapa layanan'));
    expect(page.focused?.id).to.equal('another');
    await page.type('ktp ilang', '#another');
    await page.until(() => /^\d+ layanan$/.test(announced()), 'suggestions were not said');
    await expect(page.finder).to.be.accessible();
    await page.press(page.button('Tambahkan KTP-el hilang'));
    const codes = ['kk-hilang-rusak', 'ktp-el-hilang'].flatMap((id) =>
      serviceOf(id)!.requirements.map(({ code }) => code),
    );
    const once = new Set(codes).size;
    expect(once).to.be.below(codes.length);
    await page.until(() => page.all('.papers li').length === once, 'not one list');
    expect(page.focused?.id).to.equal('papers');
    expect(page.words('.for')).to.equal('untuk Kartu Keluarga hilang atau rusak dan KTP-el hilang');
    await page.until(() => announced().includes('digabung'), announced());
    // The police report is needed for the lost card in any case.
    expect(page.all('.when')).to.be.empty;
    expect(page.button('Ambil nomor antrean KTP-el hilang')).to.exist;
    await expect(page.finder).to.be.accessible();
    await page.press(page.button('Hapus KTP-el hilang dari daftar'));
    expect(page.all('.papers li')).to.have.length(
      serviceOf('kk-hilang-rusak')!.requirements.length,
    );
  });

  it('shows each way to be served', async () => {
    const page = await FinderDriver.open('kk-ubah-data');
    expect(page.words('[part=ways]'))
      .to.contain(mall.address)
      .and.to.contain('Selasa 08.30–12.00, Balai Desa Tulungrejo')
      .and.to.contain('Anjungan Dukcapil Mandiri (ADM)');
    expect(page.text).to.contain('tidak perlu antre stempel');
    const complaint = page.one<HTMLAnchorElement>('a[href^="https://www.lapor"]');
    expect(complaint.rel).to.contain('noreferrer');
    expect(page.all('.steps li')).to.have.length(serviceOf('kk-ubah-data')!.procedure.length);
    const folded = page.all<HTMLDetailsElement>('details');
    expect(folded.map(({ open }) => open)).to.deep.equal([false, false]);
    folded.forEach((details) => (details.open = true));
    await expect(page.finder).to.be.accessible();
  });

  it('says honestly when nothing is free, and when that cannot be known', async () => {
    api.bookings.capacity = 0;
    const page = await FinderDriver.open('ktp-el-hilang');
    await page.until(() => /Penuh sampai/.test(page.text), 'no word');
    api.trouble('wrong-shape', 'availability.days');
    const other = await FinderDriver.open('ktp-el-baru');
    await other.until(() => /belum bisa dibaca/.test(other.text), 'no word');
    expect(other.button('Ambil nomor antrean')).to.exist;
  });

  it('names the next day with room when the week has none', async () => {
    const { bookings } = api;
    const week = bookings.later(bookings.today, 7);
    const day = bookings.day.bind(bookings);
    bookings.day = (date, services) =>
      date < week ? { date, state: 'full', free: 0, slots: [] } : day(date, services);
    const page = await FinderDriver.open('ktp-el-hilang');
    await page.until(() => /terdekat: [A-Z][a-z]{2} \d/.test(page.text), 'no day');
  });

  it('opens by its attribute without taking the focus, in English too', async () => {
    const page = await FinderDriver.open('ktp-el-hilang', 'en');
    expect(page.heading).to.equal('Lost e-KTP');
    expect(page.words('.facts')).to.equal('Free · done in 30 minutes');
    expect(page.focused).to.equal(null);
    await page.until(() => /nearest: tomorrow|nearest: [A-Z]/.test(page.text), 'no time');
    await expect(page.finder).to.be.accessible();
  });

  it('leaves a link with a key pressed to the browser', async () => {
    const page = await FinderDriver.open();
    await page.search('ktp ilang');
    const link = page.one<HTMLAnchorElement>('.card a');
    expect(link.href).to.equal(`${location.origin}/35.79/layanan/ktp-el-hilang`);
    let left = false;
    const stop = (event: Event) => {
      left = !event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', stop, { once: true });
    link.dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    expect(left).to.equal(true);
    expect(page.heading).to.contain('Layanan apa');
  });
});

describe('taking the papers along', () => {
  beforeEach(() => api.start());
  afterEach(() => {
    api.stop();
    for (const name of ['share', 'clipboard']) Reflect.deleteProperty(navigator, name);
  });

  const give = (name: string, value: unknown) =>
    Object.defineProperty(navigator, name, { value, configurable: true });

  it('is sent by the phone’s own way', async () => {
    let sent: ShareData = {};
    give('share', (data: ShareData) => Promise.resolve(void (sent = data)));
    const page = await FinderDriver.open('kia-hilang-rusak');
    await page.press(page.button('Bagikan daftar'));
    expect(sent.text).to.contain('☐ ').and.to.contain('(bila hilang)');
    expect(sent.text).to.contain(`${location.origin}/35.79/layanan/kia-hilang-rusak`);
  });

  it('is copied where there is none, and shown where even that is forbidden', async () => {
    give('share', undefined);
    Reflect.deleteProperty(Navigator.prototype, 'share');
    let copied = '';
    give('clipboard', { writeText: (text: string) => Promise.resolve(void (copied = text)) });
    const page = await FinderDriver.open('ktp-el-hilang');
    await page.press(page.button('Bagikan daftar'));
    await page.until(() => announced().includes('disalin'), announced());
    expect(copied).to.contain('Kartu Keluarga');
    expect(page.text).to.contain('Daftar sudah disalin.');
    give('clipboard', { writeText: () => Promise.reject(new Error('forbidden')) });
    await page.press(page.button('Bagikan daftar'));
    await page.until(() => page.all('textarea').length, 'no text');
    expect(page.one<HTMLTextAreaElement>('textarea').value).to.equal(copied);
    expect(page.text).not.to.contain('Daftar sudah disalin.');
    await expect(page.finder).to.be.accessible();
  });

  it('is printed', async () => {
    let printed = 0;
    const { print } = globalThis;
    globalThis.print = () => void printed++;
    const page = await FinderDriver.open('ktp-el-hilang');
    await page.press(page.button('Cetak daftar'));
    globalThis.print = print;
    dispatchEvent(new Event('afterprint'));
    expect(printed).to.equal(1);
  });
});

describe('taking a queue number', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('asks the page first', async () => {
    const page = await FinderDriver.open('ktp-el-hilang');
    const form = document.createElement('mpp-booking-form');
    page.finder.after(form);
    let asked = '';
    page.finder.addEventListener('mpp-book', (event) => {
      asked = event.serviceId;
      expect(event.bubbles && event.composed).to.equal(true);
      event.preventDefault();
    });
    await page.press(page.button('Ambil nomor antrean'));
    expect(asked).to.equal('ktp-el-hilang');
    expect(form).not.to.have.property('service', 'ktp-el-hilang');
  });

  it('gives the service and the focus to a form that is defined later', async () => {
    const page = await FinderDriver.open('ktp-el-hilang');
    const form = document.createElement('mpp-booking-form') as HTMLElement & { service: string };
    form.tabIndex = -1;
    page.finder.after(form);
    await page.press(page.button('Ambil nomor antrean'));
    expect(form.service).to.equal('ktp-el-hilang');
    expect(document.activeElement === form).to.equal(false);
    customElements.define('mpp-booking-form', class extends HTMLElement {});
    await page.until(() => document.activeElement === form, 'no focus');
  });

  it('leads to the server’s page when there is no form', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="finder"></iframe>`);
    const inside = frame.contentDocument!;
    const base = inside.createElement('base');
    base.href = location.href;
    const script = inside.createElement('script');
    script.type = 'module';
    script.src = new URL('./define.ts', import.meta.url).href;
    inside.head.append(base, script);
    frame.contentWindow!.fetch = globalThis.fetch;
    const finder = inside.createElement('mpp-service-finder');
    const attributes = { api: location.origin, regency: '35.79', service: 'ktp-el-hilang' };
    Object.entries(attributes).forEach(([name, value]) => finder.setAttribute(name, value));
    inside.body.append(finder);
    const button = () => finder.shadowRoot?.querySelector<HTMLElement>('.primary');
    await waitUntil(button, 'no button');
    button()!.click();
    const goal = `${location.origin}/35.79/janji?layanan=ktp-el-hilang`;
    const there = () => frame.contentWindow!.location.href === goal;
    await waitUntil(there, 'not there');
  });
});
