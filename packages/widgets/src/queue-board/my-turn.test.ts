import { expect } from '@open-wc/testing';
import { type BookingState, formatCode } from '@mpp-digital/contract';

import { BoardDriver } from '../../test/board-driver.ts';
import { FakeApi, type Trouble } from '../../test/fake-api.ts';
import { type FakeVisit, FakeQueue } from '../../test/fake-queue.ts';
import { queueBoard as texts } from '../messages/id/queue-board.ts';

const api = new FakeApi();
let queue: FakeQueue;

const announced = () => document.querySelector('.mpp-announcer')?.textContent ?? '';

async function showing(visit: FakeVisit): Promise<BoardDriver> {
  const driver = await BoardDriver.showing({ code: visit.code });
  await driver.until(() => driver.all('.mine').length && queue.followers === 1);
  return driver;
}

describe('one’s own number on the board', () => {
  beforeEach(async () => {
    await api.start();
    queue = new FakeQueue();
    queue.start(api);
  });
  afterEach(() => {
    queue.stop();
    api.stop();
  });

  it('is found by a code typed in any fashion, and takes the focus to its agency', async () => {
    const visit = queue.join('dukcapil');
    const driver = await BoardDriver.showing();
    await driver.enter(formatCode(visit.code).toLowerCase().replaceAll('-', ' '));
    await driver.until('Nomor Anda');
    expect(driver.words('[part=number]')).to.equal(visit.number);
    expect(driver.heading).to.equal('Dinas Kependudukan dan Pencatatan Sipil');
    await driver.until(() => driver.focused === driver.one('h2'));
    await expect(driver.board).to.be.accessible();
    await driver.press('Kode lain');
    await driver.until('Sudah punya nomor antrean?');
    expect(driver.one<HTMLInputElement>('#code').value).to.equal('');
  });

  it('is found by a pasted ticket link, whose secret is not sent', async () => {
    const { code } = queue.join('dukcapil');
    const driver = await BoardDriver.showing();
    await driver.enter(`https://mpp.example.go.id/35.79/lacak#${code}0123456789ABCDEFGHJKMNPQRS`);
    await driver.until('Nomor Anda');
    // Once or twice: it is asked again when the lines come while the first answer is awaited.
    expect(new Set(api.callsOf('queue.position').map(({ token }) => token))).to.have.all.keys(code);
  });

  it('is asked for again in words when the code is missing, mistyped or unknown', async () => {
    const { code } = queue.join('dukcapil');
    queue = new FakeQueue();
    queue.start(api);
    const driver = await BoardDriver.showing();
    await driver.enter(' ');
    await driver.until(texts.codeMissing);
    await driver.enter('7K3M-9QXT');
    await driver.until(texts.codeMistyped);
    expect(driver.focused).to.equal(driver.one('#code'));
    expect(api.callsOf('queue.position')).to.be.empty;
    await driver.enter(code);
    await driver.until(texts.codeUnknown);
    expect(driver.one<HTMLInputElement>('#code').getAttribute('aria-invalid')).to.equal('true');
    await expect(driver.board).to.be.accessible();
  });

  it('says how many are before, who may still come, and how long it may take', async () => {
    [1, 2, 3].forEach(() => queue.join('dukcapil'));
    [4, 5].forEach(() => queue.join('dukcapil', { state: 'booked' }));
    const visit = queue.join('dukcapil');
    const driver = await showing(visit);
    expect(driver.words('.mine')).to.contain(
      '3 orang di depan Anda, mungkin 2 lagi yang sudah punya janji. Perkiraan tunggu: sekitar 15–60 menit.',
    );
    queue.visitMinutes = null;
    queue.join('dukcapil', { priority: true });
    await driver.until('4 orang di depan Anda');
    expect(driver.words('.mine')).to.contain('Lama tunggu belum bisa diperkirakan.');
  });

  it('counts down while others are called', async () => {
    const others = [queue.join('dukcapil'), queue.join('dukcapil')];
    const driver = await showing(queue.join('dukcapil'));
    await driver.until('2 orang di depan Anda.');
    queue.call(others[0]!, 1);
    await driver.until('1 orang di depan Anda.');
    queue.call(others[1]!, 2);
    await driver.until('Tidak ada lagi orang di depan Anda.');
  });

  it('is not looked up again when something changes elsewhere', async () => {
    const driver = await showing(queue.join('dukcapil'));
    queue.join('dukcapil', { priority: true });
    await driver.until('1 orang di depan Anda.');
    const asked = api.callsOf('queue.position').length;
    queue.call(queue.join('bapenda'), 9);
    queue.join('dukcapil', { priority: true });
    await driver.until('2 orang di depan Anda.');
    expect(api.callsOf('queue.position')).to.have.lengthOf(asked + 1);
  });

  it('tells who booked and is not checked in yet where to go first', async () => {
    const visit = queue.join('dukcapil', { state: 'booked' });
    const driver = await showing(visit);
    expect(driver.words('.mine')).to.contain('Anda belum tercatat hadir: saat tiba, lapor dulu');
    await expect(driver.board).to.be.accessible();
    queue.move(visit, { state: 'checked-in' });
    await driver.until('Anda sudah tercatat hadir.');
    expect(driver.text).not.to.contain('lapor dulu');
  });

  it('says it plainly, and at once to those who listen, when it is called, and again', async () => {
    const vibrations: unknown[] = [];
    const { vibrate } = navigator;
    navigator.vibrate = (pattern) => vibrations.push(pattern) > 0;
    const visit = queue.join('dukcapil');
    const driver = await showing(visit);
    expect(driver.all('[role=alert]')).to.be.empty;
    queue.call(visit, 3);
    const sentence = 'Nomor Anda dipanggil: silakan ke loket 3.';
    await driver.until(sentence);
    expect(driver.words('[role=alert]')).to.equal(sentence);
    await driver.until(() => announced() === sentence);
    await expect(driver.board).to.be.accessible();
    document.querySelector('.mpp-announcer')!.textContent = '';
    queue.call(visit, 3);
    await driver.until(() => announced() === sentence, 'a second announcement');
    const { hasBeenActive } = navigator.userActivation ?? { hasBeenActive: false };
    expect(vibrations).to.have.lengthOf(hasBeenActive ? 2 : 0);
    navigator.vibrate = vibrate;
    queue.move(visit, { state: 'serving' });
    await driver.until('Anda sedang dilayani di loket 3.');
    expect(driver.all('[role=alert]')).to.be.empty;
  });

  const ends: BookingState[] = ['served', 'cancelled', 'rescheduled', 'no-show', 'expired', 'held'];
  for (const state of ends) {
    it(`says what ${state} means`, async () => {
      const driver = await showing(queue.join('dukcapil', { state }));
      expect(driver.words('.mine')).to.contain(texts.standing[state]);
    });
  }

  it('goes with one who is sent to another agency', async () => {
    const visit = queue.join('dukcapil');
    const driver = await showing(visit);
    queue.move(visit, { agencyId: 'bapenda' });
    await driver.until(() => driver.heading === 'Badan Pendapatan Daerah');
  });

  it('goes to the place that the number is for', async () => {
    const { code } = queue.join('dukcapil');
    const driver = await BoardDriver.open({ place: 'tempat-lain', code });
    await driver.until('MPP Among Warga Kota Batu');
    await driver.until(() => driver.words('.counts').startsWith('Menunggu 1 orang'));
  });

  const troubles: Partial<Record<Trouble, string>> = {
    offline: 'Tidak ada sambungan. Kode Anda masih ada di sini.',
    busy: 'Server sedang ramai. Kode Anda masih ada di sini.',
    too_many_requests: 'Terlalu banyak percobaan.',
  };
  for (const [trouble, sentence] of Object.entries(troubles)) {
    it(`keeps the code, and finds it by itself after: ${trouble}`, async () => {
      const visit = queue.join('dukcapil');
      const driver = await BoardDriver.showing();
      api.trouble(trouble as Trouble, 'queue.position');
      await driver.enter(visit.code);
      await driver.until(sentence);
      expect(driver.one<HTMLInputElement>('#code').value).to.equal(visit.code);
      api.lift();
      await driver.until(() => driver.all('.mine').length, 'the number, by itself');
    }).timeout(30_000);
  }

  it('keeps what it knew, with its time, when it cannot be looked up again', async () => {
    const driver = await showing(queue.join('dukcapil'));
    api.trouble('internal', 'queue.position');
    queue.join('dukcapil');
    await driver.until('Server sedang bermasalah. Ini giliran Anda pukul');
    expect(driver.text).to.contain('Tidak ada lagi orang di depan Anda.');
    api.lift();
    queue.join('dukcapil');
    await driver.until(() => !driver.text.includes('Server sedang bermasalah'));
  }).timeout(30_000);
});
