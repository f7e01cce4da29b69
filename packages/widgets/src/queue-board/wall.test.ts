import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';

import { BoardDriver } from '../../test/board-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { index } from '../../test/fake-catalogue.ts';
import { FakeQueue } from '../../test/fake-queue.ts';
import { spokenCall } from './spoken-call.ts';

const api = new FakeApi();
let queue: FakeQueue;
let said: SpeechSynthesisUtterance[];

/** Media and sizes are set through Chromium's own protocol. */
const inChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;

const silent = {
  speak: (utterance: SpeechSynthesisUtterance) => said.push(utterance),
  cancel: () => {},
  getVoices: (): SpeechSynthesisVoice[] => [],
};
const sentences = () => said.map(({ text }) => text);
const hush = () => {
  said.at(-1)!.onend!(new Event('end') as SpeechSynthesisEvent);
};

describe('mpp-queue-board on the wall', () => {
  beforeEach(async () => {
    await api.start();
    queue = new FakeQueue();
    queue.start(api);
    said = [];
    Object.defineProperty(globalThis, 'speechSynthesis', { value: silent, configurable: true });
  });
  afterEach(() => {
    queue.stop();
    api.stop();
  });

  async function hung(): Promise<BoardDriver> {
    const driver = await BoardDriver.showing({ wall: true });
    await driver.until(() => queue.followers === 1);
    return driver;
  }

  it('shows the newest call largest, each agency with a line, the rule and the clock', async () => {
    queue.call(queue.join('dukcapil'), 3, '2026-01-05T02:00:00Z');
    queue.call(queue.join('bapenda'), 9, '2026-01-05T02:01:00Z');
    queue.join('dinkes');
    queue.shares = { dinkes: { booked: 3, walkIns: 1 } };
    const driver = await hung();
    expect(driver.heading).to.equal('MPP Among Warga Kota Batu');
    expect(driver.words('.head')).to.match(/\w+, \d+ \w+ \d\d\.\d\d WIB$/);
    expect(driver.words('.newest')).to.equal(
      'Nomor antrean C002 silakan ke loket 9 Badan Pendapatan Daerah',
    );
    expect(driver.all('.agencies > li').map((cell) => driver.words(cell))).to.have.members([
      'Dinas Kependudukan dan Pencatatan Sipil A001 loket 3 tidak ada yang menunggu',
      'Badan Pendapatan Daerah C002 loket 9 tidak ada yang menunggu',
      'Dinas Kesehatan 1 menunggu Dari tiap 4 nomor: 3 untuk yang punya janji, 1 untuk yang datang langsung.',
    ]);
    expect(driver.words('.foot')).to.contain('mengantre bersama menurut nomor');
    await expect(driver.board).to.be.accessible();
    queue.call(queue.join('dinkes'), 12);
    await driver.until('D004 silakan ke loket 12 Dinas Kesehatan');
  });

  it('shows one agency alone where the page names it', async () => {
    queue.call(queue.join('dukcapil'), 3);
    queue.call(queue.join('bapenda'), 9);
    const driver = await BoardDriver.showing({ wall: true, agency: 'dukcapil' });
    expect(driver.words('.newest')).to.contain('A001');
    expect(driver.all('.agencies > li')).to.have.lengthOf(1);
  });

  it('says in words that nobody waits', async () => {
    const driver = await hung();
    expect(driver.words('.newest')).to.equal('Belum ada yang menunggu.');
    await expect(driver.board).to.be.accessible();
  });

  describe('aloud', () => {
    it('is silent until somebody switches it on, and says so', async () => {
      const driver = await hung();
      expect(driver.words('.sound')).to.equal('Suara mati Nyalakan suara');
      queue.call(queue.join('dukcapil'), 3);
      await driver.until('A001');
      expect(said).to.be.empty;
      await driver.press('Nyalakan suara');
      expect(driver.words('.sound')).to.equal('Suara menyala Matikan suara');
      hush();
      queue.join('bapenda');
      await driver.until('Badan Pendapatan Daerah');
      expect(sentences(), 'what was called before stays unsaid').to.deep.equal(['suara menyala']);
      await driver.press('Matikan suara');
      expect(driver.words('.sound')).to.contain('Suara mati');
    });

    it('says each new call, and one that is called again, one after another and none twice', async () => {
      const [first, second] = [queue.join('dukcapil'), queue.join('bapenda')];
      queue.call(queue.join('dinkes'), 12); // before the board was there
      const driver = await hung();
      await driver.press('Nyalakan suara');
      expect(sentences()).to.deep.equal(['suara menyala']);
      queue.call(first, 3);
      queue.call(second, 21);
      await driver.until('C002');
      expect(said, 'it waits for the sentence before').to.have.lengthOf(1);
      hush();
      hush();
      hush();
      const calls = [
        'nomor antrean A nol nol satu, silakan ke loket tiga',
        'nomor antrean C nol nol dua, silakan ke loket dua puluh satu',
      ];
      expect(sentences().slice(1)).to.deep.equal(calls);
      expect(said[1]!.lang).to.equal('id-ID');
      queue.move(first, { state: 'serving' });
      await driver.until(() => driver.all('.serving').length);
      queue.call(second, 21, new Date(Date.now() + 1).toISOString());
      await driver.until(() => said.length === 4, 'the call again');
      expect(sentences().at(-1)).to.equal(calls[1]);
    });

    it('does not read out the past when it was cut off', async () => {
      const visit = queue.join('dukcapil');
      const driver = await hung();
      await driver.press('Nyalakan suara');
      hush();
      queue.call(visit, 3, new Date(Date.now() - 10 * 60_000).toISOString());
      await driver.until('A001');
      expect(said).to.have.lengthOf(1);
    });

    it('says that it is off when the browser forbids it', async () => {
      const driver = await hung();
      await driver.press('Nyalakan suara');
      const refusal = Object.assign(new Event('error'), { error: 'not-allowed' });
      said[0]!.onerror!(refusal as unknown as SpeechSynthesisErrorEvent);
      await driver.until('Suara mati');
    });

    it('is not offered where the browser cannot speak', async () => {
      delete (globalThis as { speechSynthesis?: unknown }).speechSynthesis;
      const own = Object.getOwnPropertyDescriptor(Window.prototype, 'speechSynthesis');
      if (own) delete (Window.prototype as { speechSynthesis?: unknown }).speechSynthesis;
      const driver = await BoardDriver.showing({ wall: true });
      expect(driver.all('.sound')).to.be.empty;
      if (own) Object.defineProperty(Window.prototype, 'speechSynthesis', own);
    });

    for (const [counter, word] of Object.entries({
      1: 'satu',
      10: 'sepuluh',
      11: 'sebelas',
      14: 'empat belas',
      20: 'dua puluh',
      44: 'empat puluh empat',
    })) {
      it(`calls counter ${counter} ${word}`, () => {
        const call = spokenCall({ number: 'TN012', counter: Number(counter) });
        expect(call).to.equal(`nomor antrean T N nol satu dua, silakan ke loket ${word}`);
      });
    }
  });

  inChromium('can be read in the dark and in forced colours', async () => {
    queue.call(queue.join('dukcapil'), 3);
    const driver = await hung();
    document.documentElement.style.colorScheme = 'light dark';
    await emulateMedia({ colorScheme: 'dark' });
    await expect(driver.board).to.be.accessible();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await expect(driver.board).to.be.accessible();
    await emulateMedia({ forcedColors: 'none' });
    document.documentElement.style.colorScheme = '';
  });

  const screens: [width: number, height: number, agencies: number, calls: number][] = [
    [1280, 720, 5, 5],
    [1280, 720, 10, 4],
    [1280, 720, index.agencies.length, 2],
    [1920, 1080, index.agencies.length, 2],
  ];
  for (const [width, height, agencies, calls] of screens) {
    inChromium(`fits ${width} × ${height} with a line at ${agencies} agencies`, async () => {
      document.body.style.margin = '0';
      await setViewport({ width, height });
      for (const { id } of index.agencies.slice(0, agencies)) {
        for (let call = 1; call <= calls; call++) queue.call(queue.join(id), call);
        queue.join(id);
      }
      const driver = await hung();
      await driver.until(() => driver.all('.agencies > li').length === agencies);
      const { scrollWidth, offsetHeight } = driver.one('.wall');
      expect(offsetHeight).to.be.at.most(height);
      expect(scrollWidth).to.be.at.most(width);
      await setViewport({ width: 1000, height: 800 });
      document.body.style.margin = '';
    });
  }
});
