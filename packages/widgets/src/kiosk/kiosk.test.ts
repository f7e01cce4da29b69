import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';

import { FakeApi } from '../../test/fake-api.ts';
import { FakeQueue } from '../../test/fake-queue.ts';
import { arrivalOf, code, KioskDriver, secret, trust } from '../../test/kiosk-driver.ts';

const api = new FakeApi();
let queue: FakeQueue;
const service = 'ktp-el-rusak-ubah';
const inChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;
/** The SDK tries three times, with pauses, before it gives up. */
const patience = 20_000;

describe('mpp-kiosk', () => {
  beforeEach(async () => {
    await api.start();
    queue = new FakeQueue();
    queue.start(api);
    trust(api);
  });
  afterEach(() => {
    queue.stop();
    api.stop();
  });

  it('begins with three ways on, large enough for any hand', async () => {
    const driver = await KioskDriver.ready();
    expect(driver.heading).to.equal('Selamat datang. Apa yang Anda perlukan?');
    expect(driver.all('.way strong').map((way) => driver.words(way))).to.deep.equal([
      'Ambil nomor antrean',
      'Saya punya janji',
      'Cari layanan',
    ]);
    await expect(driver.kiosk).to.be.accessible();
    for (const button of driver.all('button')) {
      if (button.getClientRects().length === 0) continue;
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), driver.words(button)).to.be.at.least(60);
    }
  });

  it('gives a number by agency and service, and says who is called', async () => {
    queue.call(queue.join('dukcapil'), 3);
    queue.join('dukcapil');
    const driver = await KioskDriver.ready();
    await driver.choose(service);
    expect(driver.text).to.contain('1 orang menunggu');
    await driver.until('Periksa dulu berkas Anda');
    await expect(driver.kiosk).to.be.accessible();
    driver.one('.first input').click();
    await driver.press('Ambil nomor sekarang');
    await driver.until('Nomor antrean Anda');
    const [call] = api.callsOf('kiosk.takeNumber');
    expect(call!.body).to.deep.equal({ serviceId: service, priority: true });
    expect(driver.words('.facts .number')).to.match(/^A\d{3}$/);
    expect(driver.text).to.contain('Prioritas');
    await driver.until(() => driver.all('.along .qr path').length, 'the QR code');
    await expect(driver.kiosk).to.be.accessible();
    await driver.press('Selesai');
    expect(driver.heading).to.contain('Selamat datang');
    expect(driver.all('.receipt')).to.be.empty;
  });

  it('finds a service by a word, too', async () => {
    const driver = await KioskDriver.ready();
    await driver.press(/^Ambil nomor antrean/);
    await driver.until(() => driver.all('#search').length, 'the search');
    await driver.type('#search', 'ktp rusk');
    await driver.until(() => driver.all(`[data-service=${service}]`).length, 'the service');
    expect(driver.one('#search').getAttribute('autocomplete')).to.equal('off');
    await expect(driver.kiosk).to.be.accessible();
  });

  it('asks with the same key when the answer was lost, so that there is one number', async () => {
    const driver = await KioskDriver.ready();
    await driver.choose(service);
    api.trouble('lost-answer', 'kiosk.takeNumber');
    await driver.press('Ambil nomor sekarang');
    await driver.until('Belum pasti nomor Anda tercatat.');
    await expect(driver.kiosk).to.be.accessible();
    api.lift();
    window.dispatchEvent(new Event('online'));
    await driver.until(() => !driver.text.includes('Sambungan terputus'), 'the line is back');
    await driver.press('Ambil nomor sekarang');
    await driver.until('Nomor antrean Anda');
    const keys = api
      .callsOf('kiosk.takeNumber')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).to.equal(1);
  }).timeout(patience);

  it('leads to another day on the phone when there are no more numbers', async () => {
    api.trouble('slot_full', 'kiosk.takeNumber');
    const driver = await KioskDriver.ready();
    await driver.choose(service);
    await driver.press('Ambil nomor sekarang');
    await driver.until('hari ini sudah habis');
    await driver.press('Lanjutkan di HP Anda');
    await driver.until(`/35.79/janji?layanan=${service}`);
    await driver.until(() => driver.all('.qr path').length, 'the QR code');
    await expect(driver.kiosk).to.be.accessible();
    await driver.press('‹ Kembali');
    await driver.until('Ambil nomor:');
  });

  describe('shown a ticket', () => {
    for (const [what, text] of [
      ['a secret', secret],
      ['a link', `https://mpp.example.go.id/35.79/lacak#${secret}`],
      ['a link on another keyboard', `httpsÖ--mpp.example.go.id-35.79-lacak§${secret}`],
      ['a code', code],
      ['a code as it is printed', '7K3M-9QXT-2BH' + code[11]!],
    ] as const) {
      it(`hears a scanner wherever one is: ${what}`, async () => {
        const driver = await KioskDriver.ready();
        await driver.scan(text);
        await driver.until('Kedatangan Anda sudah tercatat.');
        const [call] = api.callsOf('kiosk.checkIn');
        expect(call!.body, 'the secret stays here').to.deep.equal({ code });
        expect(driver.words('.facts .number')).to.equal('A042');
        await expect(driver.kiosk).to.be.accessible();
      });
    }

    it('leaves slow typing and other codes alone', async () => {
      const driver = await KioskDriver.ready();
      await driver.scan('8991234567890');
      expect(api.callsOf('kiosk.checkIn')).to.be.empty;
      expect(driver.heading).to.contain('Selamat datang');
    });

    it('reads a code that is written, and says when it is mistyped or unknown', async () => {
      const driver = await KioskDriver.ready();
      await driver.press(/^Saya punya janji/);
      await expect(driver.kiosk).to.be.accessible();
      await driver.type('#code', '7K3M-9QXT');
      await driver.press('Saya sudah datang');
      await driver.until('Kode ini belum benar.');
      expect(driver.focused?.id).to.equal('code');
      expect(driver.one<HTMLInputElement>('#code').value).to.equal('7K3M-9QXT');
      api.trouble('not_found', 'kiosk.checkIn');
      await driver.type('#code', code.slice(8));
      await driver.press('Saya sudah datang');
      await driver.until('Tidak ada janji dengan kode ini.');
      await expect(driver.kiosk).to.be.accessible();
    });

    const answers: [Parameters<typeof arrivalOf>[0], string][] = [
      [{ outcome: 'already-here' }, 'Anda sudah tercatat hadir.'],
      [
        { outcome: 'other-day', startsAt: '2026-12-01T09:20:00+07:00', state: 'booked' },
        'bukan untuk hari ini, tetapi Selasa, 1 Desember, 09.20 WIB.',
      ],
      [{ outcome: 'other-place', state: 'booked' }, 'Janji ini bukan di sini, tetapi di'],
      [{ outcome: 'ended', state: 'cancelled' }, 'Janji ini sudah dibatalkan.'],
      [{ outcome: 'ended', state: 'no-show' }, 'dipanggil dan dilewati'],
      [{ outcome: 'ended', state: 'served' }, 'Antrean ini sudah selesai.'],
    ];
    for (const [change, sentence] of answers) {
      it(`says what stands against it: ${change!.outcome!} ${change!.state ?? ''}`, async () => {
        api.on('kiosk.checkIn', () => arrivalOf(change));
        const driver = await KioskDriver.ready();
        await driver.scan(secret);
        await driver.until(sentence);
        await expect(driver.kiosk).to.be.accessible();
      });
    }
  });

  it('shows links as QR codes, and leads nowhere', async () => {
    const driver = await KioskDriver.ready();
    await driver.press(/^Cari layanan/);
    driver.kiosk.querySelector('a')!.click();
    await driver.until('https://www.lapor.go.id/');
    await driver.until(() => driver.all('.qr path').length, 'the QR code');
    await driver.press('‹ Kembali');
    expect(driver.heading).to.equal('Cari layanan');
  });

  it('prints on 80 mm paper, as long as the ticket, and nothing else', async () => {
    trust(api, { printsTickets: true });
    const { print } = window;
    let paper = '';
    window.print = () => {
      paper = document.adoptedStyleSheets
        .flatMap((sheet) => [...sheet.cssRules])
        .map(({ cssText }) => cssText)
        .join();
    };
    const driver = await KioskDriver.ready();
    await driver.choose(service);
    await driver.press('Ambil nomor sekarang');
    await driver.until(() => paper, 'the printer is asked');
    window.print = print;
    const [, length] = /@page \{.*size: 80mm (\d+)mm/.exec(paper)!;
    expect(Number(length)).to.be.within(70, 200);
    dispatchEvent(new Event('afterprint'));
    expect(document.adoptedStyleSheets).to.be.empty;
    const { textContent } = driver.one('.receipt');
    expect(textContent).to.match(/A\d{3}/);
    expect(driver.all('.receipt .qr path')).to.have.length(1);
  });

  inChromium('fits both screens, low and large, and forced colours', async () => {
    for (const [width, height] of [
      [1080, 1920],
      [1280, 800],
      [640, 400],
      [320, 480],
    ] as const) {
      await setViewport({ width, height });
      const driver = await KioskDriver.ready();
      expect(document.documentElement.scrollWidth, String(width)).to.be.at.most(width);
      const lower = driver.one('.lower');
      if (width === 1080) {
        lower.click();
        await driver.until(() => lower.getAttribute('aria-pressed') === 'true');
        expect(driver.one('h2').getBoundingClientRect().top).to.be.at.least(height * 0.45);
      } else if (width > height) expect(lower.getClientRects()).to.be.empty;
      await emulateMedia({ forcedColors: 'active' });
      await expect(driver.kiosk).to.be.accessible();
      await emulateMedia({ forcedColors: 'none' });
    }
    await setViewport({ width: 1000, height: 800 });
  });
});
