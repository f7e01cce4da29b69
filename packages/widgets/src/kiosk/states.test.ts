import { expect } from '@open-wc/testing';

import { FakeApi, type Trouble } from '../../test/fake-api.ts';
import { FakeQueue } from '../../test/fake-queue.ts';
import { KioskDriver, trust } from '../../test/kiosk-driver.ts';

const api = new FakeApi();
let queue: FakeQueue;
const service = 'ktp-el-rusak-ubah';
/** The SDK tries three times, with pauses, before it gives up. */
const patience = 30_000;

describe('mpp-kiosk, left alone or cut off', () => {
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

  describe('when nobody is there', () => {
    it('asks, counts down, and puts everything away', async () => {
      const driver = await KioskDriver.ready({ idle: 0.2, lang: 'id' });
      await driver.press('English');
      await driver.until('Welcome. What do you need?');
      await driver.until('Are you still there?');
      expect(driver.one<HTMLDialogElement>('dialog').open).to.equal(true);
      expect(driver.words(driver.focused!)).to.equal('Go on');
      expect(driver.words('.count')).to.match(/in (20|19) seconds/);
      await expect(driver.kiosk).to.be.accessible();
      await driver.press('Start again');
      await driver.until('Selamat datang.');
      expect(driver.all('dialog')).to.be.empty;
    });

    it('stays for whoever touches anything, and keeps what was typed', async () => {
      const driver = await KioskDriver.ready({ idle: 0.3 });
      await driver.press(/^Saya punya janji/);
      await driver.type('#code', '7K3M');
      await driver.until('Masih di sana?');
      document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
      await driver.until(() => driver.all('dialog').length === 0, 'the question is gone');
      expect(driver.one<HTMLInputElement>('#code').value).to.equal('7K3M');
      expect(driver.focused?.id).to.equal('code');
    });

    it('forgets what was typed, the steps, and what the finder showed', async () => {
      // The test runner may have its own there.
      const stored = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
      const before = stored();
      const driver = await KioskDriver.ready({ idle: 0.3 });
      driver.kiosk.querySelector('[slot=find]')!.textContent = 'KTP rusak';
      history.replaceState({ query: 'KTP rusak' }, '');
      await driver.press(/^Saya punya janji/);
      await driver.type('#code', '7K3M');
      await driver.until('Masih di sana?');
      await driver.until('dalam 14 detik');
      await driver.until('dalam 7 detik');
      await driver.until(() => driver.heading.includes('Selamat datang'), 'the start');
      expect(driver.focused?.hasAttribute('data-heading')).to.equal(true);
      expect(driver.kiosk.querySelector('[slot=find]')!.textContent).to.contain('Semua layanan');
      expect(history.state).to.equal(null);
      await driver.press(/^Saya punya janji/);
      expect(driver.one<HTMLInputElement>('#code').value).to.equal('');
      expect(stored()).to.equal(before);
    }).timeout(40_000);

    it('never asks at its start', async () => {
      const driver = await KioskDriver.ready({ idle: 0.1 });
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(driver.all('dialog')).to.be.empty;
    });
  });

  describe('cut off', () => {
    const troubles: Trouble[] = ['offline', 'internal', 'wrong-shape'];
    for (const trouble of troubles) {
      it(`says what it cannot do, gives no number, and comes back by itself: ${trouble}`, async () => {
        const driver = await KioskDriver.ready();
        await driver.choose(service);
        api.trouble(trouble);
        window.dispatchEvent(new Event('online'));
        await driver.until('Sambungan terputus.');
        expect(driver.button('Ambil nomor sekarang').getAttribute('aria-disabled')).to.equal(
          'true',
        );
        await driver.press('Ambil nomor sekarang');
        expect(api.callsOf('kiosk.takeNumber')).to.be.empty;
        await expect(driver.kiosk).to.be.accessible();
        api.lift();
        await driver.until(() => !driver.text.includes('Sambungan terputus'), 'it is back');
        await driver.press('Ambil nomor sekarang');
        await driver.until('Nomor antrean Anda');
      }).timeout(patience);
    }

    it('says that it is not set up, and where that is done', async () => {
      api.trouble('unauthorized', 'kiosk.me');
      const driver = await KioskDriver.open();
      await driver.until('Anjungan ini belum terdaftar, atau sudah dicabut.');
      await expect(driver.kiosk).to.be.accessible();
    });
  });
});
