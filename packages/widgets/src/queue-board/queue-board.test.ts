import { expect } from '@open-wc/testing';
import { formatCode } from '@mpp-digital/contract';
import { sendKeys } from '@web/test-runner-commands';

import { BoardDriver } from '../../test/board-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { FakeQueue } from '../../test/fake-queue.ts';

const api = new FakeApi();
let queue: FakeQueue;

const dukcapil = 'Dinas Kependudukan dan Pencatatan Sipil';

describe('mpp-queue-board on a phone', () => {
  beforeEach(async () => {
    await api.start();
    queue = new FakeQueue();
    queue.start(api);
  });
  afterEach(() => {
    queue.stop();
    api.stop();
  });

  describe('the agencies', () => {
    it('stand there with what goes on at each, those without a line behind the others', async () => {
      queue.call(queue.join('dukcapil'), 3);
      queue.join('dukcapil');
      queue.join('bapenda');
      const driver = await BoardDriver.showing();
      expect(driver.heading).to.equal('Antrean hari ini');
      expect(driver.text).to.contain('MPP Among Warga Kota Batu');
      const rows = driver.all('.board section > .agency-list > li').map((row) => driver.words(row));
      expect(rows).to.have.members([
        `${dukcapil} A001 loket 3 · 1 menunggu`,
        'Badan Pendapatan Daerah 1 menunggu',
      ]);
      expect(driver.words('summary')).to.match(/^\d+ instansi lain, belum ada antrean$/);
      await expect(driver.board).to.be.accessible();
    });

    it('lead to the line of one, and back, by the keyboard', async () => {
      queue.join('dukcapil');
      const driver = await BoardDriver.showing();
      driver.button(dukcapil).focus();
      await sendKeys({ press: 'Enter' });
      await driver.until(() => driver.heading === dukcapil);
      expect(driver.focused).to.equal(driver.one('h2'));
      driver.button(/Semua instansi/).focus();
      await sendKeys({ press: 'Enter' });
      await driver.until(() => driver.heading === 'Antrean hari ini');
      expect(driver.focused).to.equal(driver.one('h2'));
    });

    it('are empty in words when nobody waits, and can still be looked at', async () => {
      const driver = await BoardDriver.showing();
      expect(driver.text).to.contain('Belum ada yang menunggu.');
      await expect(driver.board).to.be.accessible();
      await driver.press(dukcapil);
      expect(driver.text).to.contain('Belum ada nomor yang dipanggil.');
      await expect(driver.board).to.be.accessible();
    });

    it('say so when the page names one that is not there', async () => {
      const driver = await BoardDriver.showing({ agency: 'lama' });
      expect(driver.text).to.contain('Instansi ini tidak melayani di sini.');
      await expect(driver.board).to.be.accessible();
      await driver.press(dukcapil);
      expect(driver.heading).to.equal(dukcapil);
    });
  });

  describe('the line of an agency', () => {
    it('says who is called where, how many wait and will come, how long it takes, and the rule', async () => {
      queue.move(queue.join('dukcapil'), {
        state: 'serving',
        counter: 1,
        at: '2026-01-05T02:00:00Z',
      });
      queue.call(queue.join('dukcapil'), 3);
      queue.join('dukcapil');
      queue.join('dukcapil', { priority: true });
      queue.join('dukcapil', { state: 'booked' });
      queue.shares = { dukcapil: { booked: 4, walkIns: 1 } };
      const driver = await BoardDriver.showing({ agency: 'dukcapil' });
      expect(driver.all('.calls li').map((call) => driver.words(call))).to.deep.equal([
        'A002 loket 3 dipanggil',
        'A001 loket 1 sedang dilayani',
      ]);
      expect(driver.words('.counts')).to.equal(
        'Menunggu 2 orang, 1 di antaranya prioritas Belum datang 1 orang yang punya janji Datang sekarang sekitar 10–30 menit',
      );
      expect(driver.words('.line > p')).to.equal(
        'Dari tiap 5 nomor: 4 untuk yang punya janji, 1 untuk yang datang langsung.',
      );
      expect(driver.words('.foot')).to.contain('prioritas lebih dulu');
      expect(driver.words('.foot')).to.match(/Keadaan pukul \d\d\.\d\d WIB/);
      expect(driver.all('button.back')).to.be.empty;
      await expect(driver.board).to.be.accessible();
    });

    it('changes by itself, without asking again', async () => {
      const visit = queue.join('dukcapil');
      const driver = await BoardDriver.showing({ agency: 'dukcapil' });
      await driver.until(() => queue.followers === 1);
      const asked = api.callsOf('queue.status').length;
      queue.call(visit, 2);
      await driver.until('A001 loket 2 dipanggil');
      queue.move(visit, { state: 'served' });
      await driver.until('Belum ada nomor yang dipanggil.');
      expect(api.callsOf('queue.status')).to.have.lengthOf(asked);
    });

    it('is honest when nobody can know how long it takes', async () => {
      queue.visitMinutes = null;
      queue.join('dukcapil');
      const driver = await BoardDriver.showing({ agency: 'dukcapil' });
      expect(driver.words('.counts')).to.contain('belum bisa diperkirakan');
    });

    it('speaks English where the page does', async () => {
      queue.call(queue.join('dukcapil'), 3);
      const driver = await BoardDriver.showing({ agency: 'dukcapil', lang: 'en' });
      expect(driver.words('.calls')).to.equal('A001 counter 3 called');
      expect(driver.text).to.contain('share one line by number');
    });
  });

  it('stops asking when it leaves the page, and goes on when it comes back', async () => {
    const driver = await BoardDriver.showing();
    await driver.until(() => queue.followers === 1);
    const { board } = driver;
    const home = board.parentElement!;
    board.remove();
    await driver.until(() => queue.followers === 0);
    home.append(board);
    await driver.until(() => queue.followers === 1);
  });

  it('follows another place when the page says so', async () => {
    const driver = await BoardDriver.showing();
    driver.board.place = 'tempat-lain';
    await driver.until('Tempat layanan ini tidak ditemukan.');
    driver.board.place = 'mpp-among-warga';
    await driver.until('Pilih instansi');
  });

  it('keeps the code out of every address', async () => {
    const { code } = queue.join('dukcapil');
    const driver = await BoardDriver.showing({ code });
    await driver.until('Nomor Anda');
    for (const written of [code, formatCode(code)]) {
      expect(api.calls.every(({ url }) => !url.includes(written))).to.be.true;
    }
  });
});
