import { expect, fixtureCleanup } from '@open-wc/testing';

import { ApplicationDriver } from '../../test/application-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { formOf } from '../../test/fake-forms.ts';
import './define.ts';

const api = new FakeApi();
const kk = '3579020108200001';
const store = 'mpp-digital-drafts';

/** What lies in the store, as somebody who copies the disk would read it. */
function stored(): Promise<{ key: CryptoKey; sealed: ArrayBuffer }[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(store, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
    opening.onerror = () => reject(new Error('no store'));
    opening.onsuccess = () => {
      const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result as { key: CryptoKey; sealed: ArrayBuffer }[]);
      };
    };
  });
}

async function forgetAll(): Promise<void> {
  await new Promise((resolve) => (indexedDB.deleteDatabase(store).onsuccess = resolve));
}

async function open(kiosk = false): Promise<ApplicationDriver> {
  const driver = await ApplicationDriver.open('kk-hilang-rusak', { kiosk });
  await driver.until(() => driver.heading === 'Kartu Keluarga', 'the first step');
  return driver;
}

const number = (driver: ApplicationDriver) => driver.field('Nomor Kartu Keluarga').value;

describe('drafts of the application form', () => {
  beforeEach(async () => {
    await forgetAll();
    await api.start();
    api.on('applications.form', ({ params }) => formOf(params['serviceId']!));
  });
  afterEach(async () => {
    api.stop();
    fixtureCleanup();
    await forgetAll();
  });

  it('keeps nothing unless one asks for it', async () => {
    const driver = await open();
    expect(driver.one<HTMLInputElement>('#keep').checked).to.equal(false);
    await driver.type('Nomor Kartu Keluarga', kk);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await stored()).to.have.length(0);
    fixtureCleanup();
    expect(number(await open())).to.equal('');
  });

  it('keeps the answers over a reload, sealed, and forgets them at a press', async () => {
    const driver = await open();
    await driver.type('Nomor Kartu Keluarga', kk);
    await driver.choose('Simpan isian');
    await driver.until('Jangan centang di perangkat yang dipakai bersama.');
    for (let tries = 0; tries < 50 && (await stored()).length === 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const [draft] = await stored();
    expect(draft!.key.extractable).to.equal(false);
    expect(new TextDecoder().decode(draft!.sealed)).not.to.contain(kk);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain(kk);
    fixtureCleanup();

    const again = await open();
    expect(number(again)).to.equal(kk);
    await expect(again.form).to.be.accessible();
    again.button('Hapus isian tersimpan').click();
    await again.until(() => !again.has('Hapus isian tersimpan'), 'the notice is gone');
    for (let tries = 0; tries < 50 && (await stored()).length > 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await stored()).to.have.length(0);
  });

  it('is not offered on a device that others use', async () => {
    const driver = await open(true);
    expect(driver.all('#keep')).to.have.length(0);
    expect(driver.text).not.to.contain('Simpan isian');
  });
});
