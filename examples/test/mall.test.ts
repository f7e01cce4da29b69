// A manager at the page that runs the mall: with the keyboard, in a real browser, without JavaScript.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { clientOf, placeId, serviceId, somebody } from '../../packages/server/test/http/citizen.ts';
import { officerAt } from '../../packages/server/test/http/officer.ts';
import { openAllDay } from '../../packages/server/test/http/open-mall.ts';
import { newGround, startServer } from '../../packages/server/test/http/server-process.ts';
import { startLocalProvider } from '../../tools/sign-in/local-provider.ts';
import { axeFaults } from './axe-faults.ts';
import { Citizen, openBrowser } from './citizen.ts';
import { freePort } from './server.ts';

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
const client = clientOf(address);
const { days } = await client.availability.days({ placeId, services: [serviceId], days: 14 });
const { date, slots } = days.filter(({ state }) => state === 'open')[4]!;

after(async () => {
  await browser.close();
  await provider.close();
});

test('closes a day with the keyboard, and decides about who has booked', async () => {
  const ticket = await client.bookings.book({ slotId: slots[8]!.id, serviceId, ...somebody() });
  const { page } = await Citizen.open(browser, `${address}/staff/mall`, 320);
  await Promise.all([page.waitForNavigation(), page.click('button[value=wulan]')]);
  assert.equal(page.url(), `${address}/staff/mall`);
  assert.deepEqual(await axeFaults(page), []);
  for (const summary of await page.$$('summary')) await summary.click();
  assert.deepEqual(await axeFaults(page), []);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} px beside the screen`);

  await page.$eval(
    '#tutup-tanggal',
    (input, value) => ((input as HTMLInputElement).value = value),
    date,
  );
  await page.focus('#tutup-alasan');
  await page.keyboard.type('Listrik padam');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.match(await page.$eval('h1', (heading) => heading.textContent), /1 orang sudah memesan/);
  assert.deepEqual(await axeFaults(page), []);
  await page.focus('input[name=pilihan]:checked');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Sudah diubah');
  assert.deepEqual(await axeFaults(page), []);
  const status = await client.tracking.status(ticket.code);
  assert.deepEqual([status.state, status.reason?.id], ['cancelled', 'Listrik padam']);
  await officerAt(address, 'wulan').then(({ mall }) => mall.reopen({ date, agencyId: null }));
});
