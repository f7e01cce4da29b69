// An officer at a counter, with the keyboard, against a real server and a real sign-in.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { officerAt } from '../../packages/server/test/http/officer.ts';
import { openAllDay } from '../../packages/server/test/http/open-mall.ts';
import { placeId, serviceId } from '../../packages/server/test/http/citizen.ts';
import { newGround, startServer } from '../../packages/server/test/http/server-process.ts';
import { startLocalProvider } from '../../tools/sign-in/local-provider.ts';
import { axeFaults } from './axe-faults.ts';
import { Citizen, openBrowser, patience } from './citizen.ts';
import { freePort } from './server.ts';

const desk = 'mpp-counter-desk';

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const provider = await startLocalProvider(0, [address]);
const ground = await newGround('embedded');
await openAllDay(ground);
await startServer(ground, {
  PORT: `${port}`,
  MPP_PUBLIC_URL: address,
  MPP_OIDC_ISSUER: provider.issuer,
  MPP_OIDC_CLIENT_ID: provider.clientId,
});
const browser = await openBrowser();
const wulan = await officerAt(address, 'wulan');
let officer: Citizen;

after(async () => {
  await browser.close();
  await provider.close();
});

const walkIn = (name: string, priority = false) =>
  wulan.staff.walkIn({ placeId, serviceId, name, priority });

test('signs in, and opens a counter', async () => {
  officer = await Citizen.open(browser, `${address}/staff`, 1280);
  const { page } = officer;
  await Promise.all([page.waitForNavigation(), page.click('a.button')]);
  await Promise.all([page.waitForNavigation(), page.click('button[value=rina]')]);
  await officer.reads(desk, 'Anda duduk di loket mana?');
  assert.deepEqual(await axeFaults(page), []);
  const seat = await page.waitForSelector(`${desk} >>> #seat`, patience);
  await seat!.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await officer.press(desk, 'Buka loket');
  await officer.reads(desk, 'Pencatatan Sipil, loket 3');
  await officer.reads(desk, 'Tidak ada yang menunggu');
});

test('sees who comes, without doing anything', async () => {
  await walkIn('Bu Endah');
  await walkIn('Pak Darmo', true);
  await officer.reads(desk, 'Menunggu 2 orang');
  assert.deepEqual(await axeFaults(officer.page), []);
});

test('calls, serves and finishes by single letters: who needs it first', async () => {
  const { page } = officer;
  await page.keyboard.press('b');
  await officer.reads(desk, 'Pak Darmo');
  assert.match(await officer.text(desk), /Dipanggil .*Prioritas/);
  await page.keyboard.press('u');
  await officer.reads(desk, 'Dipanggil 2 kali');
  await page.keyboard.press('l');
  await officer.reads(desk, 'Sedang dilayani');
  await page.keyboard.press('b');
  await officer.reads(desk, 'Bu Endah');
  assert.deepEqual(await axeFaults(page), []);
});

test('letters that are typed into a field stay there', async () => {
  await officer.type(desk, '#walk-in-name', 'Bulat');
  await officer.reads(desk, 'Bu Endah');
  assert.match(await officer.text(desk), /Dipanggil /);
  await officer.page.$eval(`${desk} >>> #walk-in-name`, (field) => {
    (field as HTMLInputElement).value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    (field as HTMLInputElement).blur();
  });
});

test('puts who does not come back in line, and calls again later', async () => {
  const { page } = officer;
  await page.keyboard.press('w');
  await officer.reads(desk, 'dilewati 1 kali');
  await officer.reads(desk, 'Belum ada yang dipanggil');
  await page.keyboard.press('b');
  await officer.reads(desk, 'Bu Endah');
});

test('sends somebody to another agency', async () => {
  await officer.press(desk, 'Pindah layanan');
  await officer.page.select(`${desk} >>> #transfer-service`, 'pbb-bayar');
  await officer.press(desk, 'Pindahkan');
  await officer.reads(desk, 'Kode lacaknya tetap sama');
  const line = await wulan.staff.line({ placeId, agencyId: 'bapenda' });
  assert.equal(line.visits.length, 1);
});

test('notes who has come by what a scanner types, and gives numbers', async () => {
  const { link } = await walkIn('Pak Slamet');
  await officer.type(desk, '#code', link);
  await officer.page.keyboard.press('Enter');
  await officer.reads(desk, 'tercatat hadir');
  await officer.type(desk, '#code', 'bukan kode');
  await officer.page.keyboard.press('Enter');
  await officer.reads(desk, 'Kode terdiri dari 12 huruf dan angka');
  await officer.type(desk, '#walk-in-name', 'Bu Parti');
  await officer.type(desk, '#walk-in-phone', '0812');
  await officer.page.keyboard.press('Enter');
  await officer.reads(desk, 'Nomor HP ini belum benar');
  await officer.type(desk, '#walk-in-phone', '34567890');
  await officer.page.keyboard.press('Enter');
  await officer.reads(desk, 'kode lacaknya');
  await officer.reads(desk, 'Menunggu 2 orang');
});

test('a sign-in that has ended says so, and what was typed stays', async () => {
  const { page } = officer;
  await officer.type(desk, '#walk-in-name', 'Bu Sri');
  const [cookie] = (await page.browserContext().cookies()).filter(
    ({ name }) => name === 'mpp_staff',
  );
  await page.browserContext().deleteCookie(cookie!);
  await officer.press(desk, 'Panggil berikutnya');
  await officer.reads(desk, 'Waktu masuk Anda habis');
  assert.equal(
    await page.$eval(`${desk} >>> #walk-in-name`, (field) => (field as HTMLInputElement).value),
    'Bu Sri',
  );
  await page.browserContext().setCookie(cookie!);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForFunction(
    (tag) =>
      !document.querySelector(tag)!.shadowRoot!.textContent.includes('Waktu masuk Anda habis'),
    patience,
    desk,
  );
  await officer.press(desk, 'Panggil berikutnya');
  await officer.reads(desk, 'Pak Slamet');
  assert.deepEqual(officer.errors, []);
});

test('fits a small screen', async () => {
  const { page } = officer;
  await page.setViewport({ width: 320, height: 640 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  assert.deepEqual(await axeFaults(page), []);
  await page.close();
});
