import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';

import { BoardDriver } from '../../test/board-driver.ts';
import { FakeApi, type Trouble } from '../../test/fake-api.ts';
import { FakeQueue } from '../../test/fake-queue.ts';
import { mall } from '../../test/fake-catalogue.ts';
import { queueBoard as texts } from '../messages/id/queue-board.ts';
import { closedText } from './opening.ts';

const api = new FakeApi();
let queue: FakeQueue;
/** The SDK tries three times, and the board looks again after ten seconds. */
const patience = 40_000;

/** Media and sizes are set through Chromium's own protocol. */
const inChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;

describe('mpp-queue-board in trouble', () => {
  beforeEach(async () => {
    await api.start();
    queue = new FakeQueue();
    queue.start(api);
  });
  afterEach(() => {
    queue.stop();
    api.stop();
  });

  const sentences: Partial<Record<Trouble, string>> = {
    offline: 'Tidak ada sambungan. Kami mencoba lagi terus.',
    internal: 'Server sedang bermasalah. Kami mencoba lagi terus.',
    busy: 'Server sedang ramai. Kami mencoba lagi terus.',
    'wrong-shape': 'Jawaban server tidak bisa dibaca. Kami mencoba lagi terus.',
    regency_unknown: 'Halaman ini belum disetel dengan benar.',
    not_found: 'Tempat layanan ini tidak ditemukan.',
  };
  for (const [trouble, sentence] of Object.entries(sentences)) {
    for (const wall of [false, true]) {
      it(`says why, and tries again: ${trouble}, ${wall ? 'wall' : 'phone'}`, async () => {
        api.trouble(trouble as Trouble);
        const driver = await BoardDriver.open({ wall });
        await driver.until(sentence);
        expect(driver.one('[role="alert"]')).to.be.ok;
        expect(driver.one<HTMLSlotElement>('slot').assignedElements()).to.have.lengthOf(1);
        await expect(driver.board).to.be.accessible();
        api.lift();
        await driver.press('Coba lagi');
        await driver.until('prioritas lebih dulu');
      }).timeout(patience);
    }
  }

  it('says that the line is slow, and goes on waiting', async () => {
    api.trouble('slow');
    const driver = await BoardDriver.open();
    expect(driver.text).to.contain('Sedang memuat…');
    await driver.until('Sambungan lambat. Kami masih mencoba.');
    await expect(driver.board).to.be.accessible();
    api.lift();
    await driver.until('prioritas lebih dulu');
  }).timeout(patience);

  it('lets one type on while the lines arrive', async () => {
    api.trouble('slow', 'queue.status');
    const driver = await BoardDriver.open({ agency: 'dukcapil' });
    const field = driver.one<HTMLInputElement>('#code');
    field.focus();
    field.value = '7K3M';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    api.lift();
    await driver.until('Di loket sekarang');
    expect(driver.focused?.id).to.equal('code');
    expect(field.value).to.equal('7K3M');
  });

  it('comes by itself, as nobody stands at the wall to press', async () => {
    api.trouble('busy', 'queue.status');
    const driver = await BoardDriver.open({ wall: true });
    await driver.until('Server sedang ramai');
    api.lift();
    await driver.until('prioritas lebih dulu');
  }).timeout(patience);

  it('works without the place’s name when the page names the place', async () => {
    queue.call(queue.join('dukcapil'), 3);
    api.trouble('internal', 'catalogue.places');
    const driver = await BoardDriver.open({ wall: true, place: mall.id });
    await driver.until('A001');
    expect(driver.heading).to.equal('Antrean hari ini');
  }).timeout(patience);

  for (const wall of [false, true]) {
    it(`keeps what it had, says since when, and goes on: ${wall ? 'wall' : 'phone'}`, async () => {
      const visit = queue.join('dukcapil');
      queue.call(visit, 3);
      const driver = await BoardDriver.showing({ wall, agency: 'dukcapil' });
      await driver.until(() => queue.followers === 1);
      api.trouble('offline');
      queue.cut();
      await driver.until(() => /Sambungan terputus, data pukul \d\d\.\d\d WIB/.test(driver.text));
      expect(driver.text).to.contain('A001');
      expect(driver.text).not.to.contain('Diperbarui sendiri');
      await expect(driver.board).to.be.accessible();
      api.lift();
      queue.mend();
      queue.call(visit, 5);
      await driver.until('A001 loket 5');
      expect(driver.text).not.to.contain('Sambungan terputus');
      await driver.until(
        () => document.querySelector('.mpp-announcer')?.textContent === 'Sambungan kembali.',
      );
    }).timeout(patience);
  }

  it('is told by looking again and again where nothing can be pushed', async () => {
    queue.cut();
    const visit = queue.join('dukcapil');
    const driver = await BoardDriver.showing({ agency: 'dukcapil' });
    queue.call(visit, 4);
    await driver.until('A001 loket 4');
  }).timeout(patience);
});

describe('a place that is closed', () => {
  const said = (moment: string) => closedText(mall, moment, 'Asia/Jakarta', texts, 'id');

  for (const [moment, sentence] of Object.entries({
    '2026-12-01T07:30:00+07:00': 'Hari ini buka mulai pukul 08.00 WIB.',
    '2026-12-01T09:00:00+07:00': undefined,
    '2026-12-01T12:30:00+07:00': 'Istirahat sampai pukul 13.00 WIB.',
    '2026-12-01T15:00:00+07:00': 'Hari ini sudah tutup sejak pukul 15.00 WIB.',
    '2026-12-06T09:00:00+07:00': 'Hari ini tutup.',
  })) {
    it(`is said to be so at ${moment}`, () => {
      expect(said(moment)).to.equal(sentence);
    });
  }

  it('says so above the board', async () => {
    await api.start();
    queue = new FakeQueue();
    queue.start(api);
    api.on('catalogue.places', () => ({ items: [{ ...mall, openingHours: [] }], next: null }));
    const open = await BoardDriver.showing();
    expect(open.all('.remarks')).to.be.empty;
    const never = [{ days: [], open: '08:00', close: '15:00', breaks: [] }];
    api.on('catalogue.places', () => ({ items: [{ ...mall, openingHours: never }], next: null }));
    const closed = await BoardDriver.showing({ wall: true });
    await closed.until('Hari ini tutup.');
    await expect(closed.board).to.be.accessible();
    queue.stop();
    api.stop();
  });
});

describe('how the board looks on a phone', () => {
  inChromium(
    'fits into 320 px with targets of 44 px, in the dark and in forced colours',
    async () => {
      await api.start();
      queue = new FakeQueue();
      queue.start(api);
      const visit = queue.join('dukcapil');
      queue.call(visit, 3);
      await setViewport({ width: 320, height: 640 });
      document.documentElement.style.colorScheme = 'light dark';
      for (const code of ['', visit.code]) {
        const driver = await BoardDriver.showing({ code });
        if (code) await driver.until('silakan ke loket 3');
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        for (const target of driver.all('button, summary')) {
          if (target.checkVisibility()) {
            expect(target.offsetHeight, driver.words(target)).to.be.at.least(44);
          }
        }
        await emulateMedia({ colorScheme: 'dark' });
        await expect(driver.board).to.be.accessible();
        await emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        await expect(driver.board).to.be.accessible();
        await emulateMedia({ forcedColors: 'none' });
      }
      document.documentElement.style.colorScheme = '';
      await setViewport({ width: 1000, height: 800 });
      queue.stop();
      api.stop();
    },
  );
});
