import { expect, fixture, html } from '@open-wc/testing';

import { FakeApi } from '../test/fake-api.ts';
import { someBooking, TrackerDriver } from '../test/tracker-driver.ts';

const api = new FakeApi();
const address = location.pathname + location.search;

async function opened(): Promise<TrackerDriver> {
  const tracker = await fixture(
    html`<mpp-status-tracker lang="id" regency="35.79" fragment></mpp-status-tracker>`,
  );
  return new TrackerDriver(tracker as HTMLElementTagNameMap['mpp-status-tracker']);
}

describe('a ticket link that leads to the page', () => {
  beforeEach(() => api.start());
  afterEach(() => {
    api.stop();
    history.replaceState(null, '', address);
  });

  it('shows the ticket, and leaves the address without the secret', async () => {
    const ticket = someBooking(api);
    history.replaceState({ host: 1 }, '', `#${ticket.secret}`);
    const driver = await opened();
    expect(location.hash).to.equal('');
    expect(history.state).to.deep.equal({ host: 1 });
    await driver.until('Simpan ke kalender');
    expect(driver.text).to.contain(ticket.number);
  });

  it('is understood when a mail program encoded it once more', async () => {
    const ticket = someBooking(api);
    history.replaceState(null, '', `#%2523${ticket.secret.toLowerCase()}`);
    const driver = await opened();
    await driver.until('Simpan ke kalender');
  });

  it('is heard when it is opened in a tab that shows another one', async () => {
    const [first, second] = [someBooking(api), someBooking(api, 'akta-kelahiran')];
    history.replaceState(null, '', `#${first.secret}`);
    const driver = await opened();
    await driver.until(first.service.name.id);
    location.hash = second.secret;
    await driver.until(second.service.name.id);
    expect(location.hash).to.equal('');
  });

  it('is said to be broken when its end is missing', async () => {
    history.replaceState(null, '', '#7K3M9QXT2BHZZZZZZZZZ');
    const driver = await opened();
    await driver.until('Tautan tiket ini tidak lengkap');
    expect(location.hash).to.equal('');
    expect(api.calls).to.be.empty;
  });

  it('is no other link within the page', async () => {
    const place = document.createElement('p');
    place.id = 'kontak-dan-alamat';
    document.body.append(place);
    history.replaceState(null, '', '#kontak-dan-alamat');
    const driver = await opened();
    expect(location.hash).to.equal('#kontak-dan-alamat');
    expect(driver.text).not.to.contain('tidak lengkap');
    place.remove();
  });

  it('is left alone where the page did not ask for it', async () => {
    const ticket = someBooking(api);
    history.replaceState(null, '', `#${ticket.secret}`);
    const driver = await TrackerDriver.open();
    expect(location.hash).to.equal(`#${ticket.secret}`);
    expect(api.calls).to.be.empty;
    expect(driver.heading).to.equal('Sudah sampai mana?');
  });
});
