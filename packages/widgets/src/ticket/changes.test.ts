import type { Ticket } from '@mpp-digital/contract';
import { expect, oneEvent } from '@open-wc/testing';

import { FakeApi } from '../../test/fake-api.ts';
import { someBooking, TrackerDriver } from '../../test/tracker-driver.ts';
import type { RescheduledEvent } from '../events.ts';

const api = new FakeApi();

describe('changing a ticket', () => {
  let ticket: Ticket;
  let driver: TrackerDriver;

  beforeEach(async () => {
    await api.start();
    ticket = someBooking(api);
    driver = await TrackerDriver.showing(ticket.secret);
  });
  afterEach(() => api.stop());

  /** The tickets that the server would show to who has the secret. */
  const stands = () => api.bookings.status(ticket.code);

  async function choosing(time = '13.00') {
    await driver.press('Ubah jadwal');
    await driver.until(() => driver.all('.chip').length);
    choose(time);
    await driver.until('Pindah ke');
  }

  function choose(time: string) {
    const chip = driver.all('.chip').find((each) => driver.words(each) === time)!;
    chip.querySelector('input')!.click();
  }

  const submit = () => driver.one('form button.primary').click();

  describe('its time', () => {
    it('asks one question, with the old time in sight', async () => {
      await driver.press('Ubah jadwal');
      await driver.until(() => driver.all('.chip').length);
      expect(driver.heading).to.equal('Kapan Anda bisa datang?');
      expect(driver.focused).to.equal(driver.one('h2'));
      expect(driver.text).to.contain('Kursi itu tetap milik Anda sampai jadwal baru didapat');
      expect(driver.all('.ticket')).to.be.empty;
      await expect(driver.tracker).to.be.accessible();
      submit();
      await driver.until('Pilih hari dan jam dulu.');
    });

    it('moves, says so, and tells the page', async () => {
      await choosing();
      const moved = oneEvent(driver.tracker, 'mpp-rescheduled');
      submit();
      const { serviceId, startsAt } = (await moved) as unknown as RescheduledEvent;
      expect(serviceId).to.equal('ktp-el-hilang');
      expect(startsAt).to.contain('T13:00:00');
      await driver.until('Jadwal sudah dipindah ke');
      expect(driver.words('.ticket-when')).to.contain('13.00 WIB');
      expect(stands().startsAt).to.equal(startsAt);
      await driver.until(() => driver.words('.timeline').includes('Jadwal diubah'));
      expect(driver.focused).to.equal(driver.one('h2'));
      await expect(driver.tracker).to.be.accessible();
      // And once more, for the booking has another id now.
      await choosing('14.00');
      submit();
      await driver.until(() => driver.words('.ticket-when').includes('14.00 WIB'));
    });

    it('keeps the old seat when the new one is gone, and offers the nearest', async () => {
      await choosing();
      const { slots } = api.bookings.day(ticket.startsAt.slice(0, 10), ['ktp-el-hilang']);
      api.bookings.fill(slots.find(({ startsAt }) => startsAt.includes('T13:00'))!.id);
      submit();
      await driver.until('Jam itu baru saja diambil orang lain');
      expect(stands().startsAt).to.equal(ticket.startsAt);
      await expect(driver.tracker).to.be.accessible();
      const nearest = driver.all('button').find((each) => /terdekat/.test(driver.words(each)))!;
      expect(driver.words(nearest)).to.contain('13.20 WIB');
      api.trouble('slow', 'bookings.reschedule');
      nearest.focus();
      nearest.click();
      await driver.until(() => driver.words(driver.focused!.closest('.chip')!) === '13.20');
      api.lift();
      await driver.until(() => stands().startsAt.includes('T13:20'));
      await driver.until('Jadwal sudah dipindah');
    });

    it('happens once, though the answer got lost', async () => {
      await choosing();
      api.trouble('lost-answer', 'bookings.reschedule');
      submit();
      await driver.until('Belum pasti apakah jadwal sudah dipindah');
      api.lift();
      submit();
      await driver.until('Jadwal sudah dipindah');
      const keys = api
        .callsOf('bookings.reschedule')
        .map(({ headers }) => headers.get('idempotency-key'));
      expect(new Set(keys).size).to.equal(1);
      expect(stands().timeline.filter(({ state }) => state === 'rescheduled')).to.have.lengthOf(1);
    }).timeout(20_000);

    it('is told when a move succeeded after all, also to who gave up', async () => {
      await choosing();
      api.trouble('lost-answer', 'bookings.reschedule');
      submit();
      await driver.until('Belum pasti apakah jadwal sudah dipindah');
      api.lift();
      await driver.press('Tidak jadi pindah');
      await driver.until(() => driver.words('.ticket-when').includes('13.00 WIB'));
    }).timeout(20_000);

    it('can be left as it is', async () => {
      await choosing();
      await driver.press('Tidak jadi pindah');
      expect(driver.words('.ticket-when')).to.contain('08.20 WIB');
      expect(api.callsOf('bookings.reschedule')).to.be.empty;
    });

    it('is not the time it has now', async () => {
      await choosing('08.20');
      submit();
      await driver.until('Itu jam Anda yang sekarang. Pilih jam lain.');
    });
  });

  describe('to nothing', () => {
    it('asks once, and clearly', async () => {
      await driver.press('Batalkan antrean');
      expect(driver.heading).to.equal('Batalkan nomor antrean ini?');
      expect(driver.focused).to.equal(driver.one('h2'));
      expect(driver.text).to.contain(ticket.number);
      await expect(driver.tracker).to.be.accessible();
      await driver.press('Tidak jadi');
      expect(driver.text).to.contain('Simpan ke kalender');
      expect(api.callsOf('bookings.cancel')).to.be.empty;
      expect(stands().state).to.equal('booked');
    });

    it('gives the seat back, tells the page, and offers a new booking', async () => {
      await driver.press('Batalkan antrean');
      const cancelled = oneEvent(driver.tracker, 'mpp-cancelled');
      await driver.press('Ya, batalkan');
      expect(await cancelled).to.have.property('serviceId', 'ktp-el-hilang');
      await driver.until('Kursi Anda diberikan kepada orang lain');
      expect(stands().state).to.equal('cancelled');
      expect(driver.focused).to.equal(driver.one('h2'));
      await expect(driver.tracker).to.be.accessible();
      const wanted = oneEvent(driver.tracker, 'mpp-book');
      driver.tracker.addEventListener('mpp-book', (event) => event.preventDefault());
      await driver.press('Ambil nomor antrean baru');
      expect(await wanted).to.have.property('serviceId', 'ktp-el-hilang');
    });

    it('says that it is not certain when no answer came, and is safe to press again', async () => {
      await driver.press('Batalkan antrean');
      api.trouble('lost-answer', 'bookings.cancel');
      await driver.press('Ya, batalkan');
      await driver.until('Belum pasti apakah nomor sudah dibatalkan');
      await expect(driver.tracker).to.be.accessible();
      api.lift();
      await driver.press('Ya, batalkan');
      await driver.until('Nomor antrean sudah dibatalkan');
      expect(stands().timeline.filter(({ state }) => state === 'cancelled')).to.have.lengthOf(1);
    });

    it('is refused once the number was called', async () => {
      await driver.press('Batalkan antrean');
      api.trouble('wrong_state', 'bookings.cancel');
      await driver.press('Ya, batalkan');
      await driver.until('Antrean ini sudah tidak bisa diubah');
    });
  });
});
