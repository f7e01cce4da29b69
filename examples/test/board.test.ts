// The queue board: officers call, and the wall and a citizen's phone show it, through a restart.
import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, test } from 'node:test';

import type { Browser } from 'puppeteer-core';

import { officerAt } from '../../packages/server/test/http/officer.ts';
import { openAllDay } from '../../packages/server/test/http/open-mall.ts';
import { newGround, startServer } from '../../packages/server/test/http/server-process.ts';
import { startLocalProvider } from '../../tools/sign-in/local-provider.ts';
import { Citizen, openBrowser } from './citizen.ts';

const board = 'mpp-queue-board';
const placeId = 'mpp-among-warga';
const serviceId = 'ktp-el-rusak-ubah';
const dukcapil = { placeId, agencyId: 'dukcapil' };
/** Milliseconds within which a call is on the wall. */
const soon = 3_000;

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const provider = await startLocalProvider(0, [url]);
const ground = await newGround('embedded');
await openAllDay(ground);
const settings = {
  PORT: String(port),
  MPP_PUBLIC_URL: url,
  MPP_OIDC_ISSUER: provider.issuer,
  MPP_OIDC_CLIENT_ID: provider.clientId,
};
let server = await startServer(ground, settings);
const browser: Browser = await openBrowser();
after(async () => {
  await browser.close();
  await provider.close();
});

test('a call is on the wall and on the phone within three seconds, and after a restart', async () => {
  const { staff } = await officerAt(url, 'wulan');
  const first = await staff.walkIn({ placeId, serviceId });
  const second = await staff.walkIn({ placeId, serviceId });

  const wall = await Citizen.open(browser, `${url}/board`, 1280);
  await wall.reads(board, 'MPP Among Warga Kota Batu');
  await wall.reads(board, '2 menunggu');
  const phone = await Citizen.open(browser, `${url}/35.79/antrean`);
  await phone.reads(board, 'Sudah punya nomor antrean?');
  await phone.type(board, '#code', second.code);
  await phone.press(board, 'Lihat giliran saya');
  await phone.reads(board, '1 orang di depan Anda.');

  const called = await staff.callNext(dukcapil, 1);
  assert.equal(called.number, first.visit.number);
  const at = performance.now();
  await wall.reads(board, `${called.number} silakan ke Loket 1`);
  const waited = performance.now() - at;
  assert.ok(waited < soon, `${waited} ms`);
  await phone.reads(board, 'Tidak ada lagi orang di depan Anda.');

  await staff.callNext(dukcapil, 3);
  await phone.reads(board, 'Nomor Anda dipanggil: silakan ke loket 3.');

  await server.kill();
  await wall.reads(board, 'Sambungan terputus, data pukul');
  assert.match(await wall.text(board), new RegExp(second.visit.number), 'it keeps what it had');
  server = await startServer(ground, settings);
  const { staff: again } = await officerAt(url, 'wulan');
  await again.serve(called.bookingId);
  await again.finish(called.bookingId);
  const third = await again.walkIn({ placeId, serviceId });
  await again.callNext(dukcapil, 1);
  await wall.reads(board, `${third.visit.number} silakan ke Loket 1`);
  assert.doesNotMatch(await wall.text(board), /Sambungan terputus/);
  await again.serve(second.visit.bookingId);
  await phone.reads(board, 'Anda sedang dilayani di loket 3.');
  assert.deepEqual([...wall.errors, ...phone.errors], []);
});

test('without JavaScript the same is a table that loads itself again', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  for (const path of ['/board', '/35.79/antrean', '/board?regency=35.79&place=mpp-among-warga']) {
    await page.goto(url + path);
    const text = await page.$eval('main', ({ innerText }) => innerText.replace(/\s+/g, ' '));
    assert.match(text, /Dinas Kependudukan dan Pencatatan Sipil A\d{3} loket \d/);
    const refresh = await page.$eval('meta[http-equiv=refresh]', (meta) => meta.outerHTML);
    assert.match(refresh, /content="15"/);
  }
  await page.goto(`${url}/35.79/antrean?lang=en`);
  const english = await page.$eval('main', ({ innerText }) => innerText);
  assert.match(english, /A\d{3} counter \d/);
  const lost = await fetch(`${url}/board?place=lama`);
  assert.equal(lost.status, 404);
  assert.equal((await fetch(`${url}/board?regency=99.99`)).status, 404);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
