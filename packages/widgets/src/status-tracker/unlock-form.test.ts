import { errors } from '@mpp-digital/contract';
import { expect } from '@open-wc/testing';

import { FakeApi } from '../../test/fake-api.ts';
import { someBooking, TrackerDriver } from '../../test/tracker-driver.ts';

const api = new FakeApi();

async function opened(): Promise<TrackerDriver> {
  const driver = await TrackerDriver.showing(someBooking(api).code);
  driver.one('summary').click();
  return driver;
}

describe('opening the ticket with code and phone number', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('gives the whole ticket with its actions', async () => {
    const driver = await opened();
    await driver.enter('7890', '#ending');
    await driver.until('Yang perlu dibawa');
    for (const action of ['Simpan ke kalender', 'Ubah jadwal', 'Batalkan antrean']) {
      expect(driver.has(action), action).to.be.true;
    }
    expect(driver.focused).to.equal(driver.one('h2'));
    expect(driver.all('#ending')).to.be.empty;
    const [call] = api.callsOf('bookings.unlock');
    expect(call!.url).not.to.contain('7890');
  });

  it('says when the digits do not fit, and keeps them', async () => {
    const driver = await opened();
    await driver.enter('1111', '#ending');
    await driver.until('Belum cocok. Periksa 4 angka terakhir');
    expect(driver.one<HTMLInputElement>('#ending').value).to.equal('1111');
    expect(driver.focused).to.equal(driver.one('#ending'));
    await expect(driver.tracker).to.be.accessible();
  });

  for (const given of ['0812-3456-7890', '+62 812 3456 7890', ' 78 90 ', '７８９０']) {
    it(`takes the last four digits of “${given}”, and keeps no more on the screen`, async () => {
      const driver = await opened();
      const field = driver.one<HTMLInputElement>('#ending');
      expect(field.maxLength).to.equal(-1);
      api.trouble('slow', 'bookings.unlock');
      await driver.enter(given, '#ending');
      expect(field.value).to.equal('7890');
      api.lift();
      await driver.until('Simpan ke kalender');
    });
  }

  it('wants four digits before it asks', async () => {
    const driver = await opened();
    await driver.enter('78', '#ending');
    await driver.until('Tulis 4 angka saja');
    await driver.enter('78901', '#ending');
    expect(driver.text).to.contain('Tulis 4 angka saja');
    expect(api.callsOf('bookings.unlock')).to.be.empty;
  });

  it('says how long to wait after too many tries', async () => {
    const driver = await opened();
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.endsWith('/unlock')) return fetch(request);
      const code = 'too_many_requests';
      const problem = { type: 'about:blank', ...errors[code], code, requestId: 'test' };
      return new Response(JSON.stringify(problem), {
        status: 429,
        headers: { 'content-type': 'application/problem+json', 'retry-after': '840' },
      });
    };
    await driver.enter('1111', '#ending');
    await driver.until('Sudah terlalu banyak percobaan. Coba lagi sekitar 14 menit lagi.');
  });

  it('says when the server cannot be reached, and works on the next press', async () => {
    const driver = await opened();
    api.trouble('offline', 'bookings.unlock');
    await driver.enter('7890', '#ending');
    await driver.until('Tidak ada sambungan');
    expect(driver.one<HTMLInputElement>('#ending').value).to.equal('7890');
    api.lift();
    await driver.press('Buka tiket');
    await driver.until('Simpan ke kalender');
  });
});
