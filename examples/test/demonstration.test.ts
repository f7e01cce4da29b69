// The whole path on the demonstration page, as a citizen with a phone goes it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import type { Browser, HTTPRequest } from 'puppeteer-core';

import { Citizen, openBrowser, patience } from './citizen.ts';
import { ExampleServer } from './server.ts';

const finder = 'mpp-service-finder';
const form = 'mpp-booking-form';
const tracker = 'mpp-status-tracker';
const name = 'Nirmala Kusumawardhani';

let server: ExampleServer;
let browser: Browser;

before(async () => {
  // One after the other: when one does not start, nothing of the other may keep the tests from ending.
  browser = await openBrowser();
  server = await ExampleServer.start();
});
after(async () => {
  await browser.close();
  await server.end();
});

test('from a search to a ticket, to its status, to a seat given back', async () => {
  const citizen = await Citizen.open(browser, server.url);
  await citizen.type(finder, '#query', 'ktp ilang');
  await citizen.reads(finder, 'KTP-el hilang');
  const first = await citizen.page.waitForSelector(`${finder} >>> [data-service]`, patience);
  assert.equal(
    await first!.evaluate((found) => found.getAttribute('data-service')),
    'ktp-el-hilang',
  );

  await citizen.press(finder, '[data-service] a');
  for (const words of [
    'Gratis',
    '30 menit',
    'Surat tanda penerimaan laporan kehilangan',
    'terdekat',
  ])
    await citizen.reads(finder, words);

  const before = await server.free('ktp-el-hilang');
  await citizen.press(finder, 'Ambil nomor antrean');
  await citizen.reads(form, 'Kapan Anda bisa datang?');
  await citizen.fillIn(name, '0813-9876-5432');
  await citizen.press(form, 'Ambil nomor antrean');
  await citizen.reads(form, 'Tempat Anda aman');
  assert.equal(await server.free('ktp-el-hilang'), before - 1);

  const ticket = await citizen.text(form);
  assert.match(ticket, /\bA\d{3}\b/);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(ticket)?.[0];
  assert.ok(code, ticket);
  await citizen.page.waitForSelector(`${form} >>> svg[role=img]`, patience);

  await citizen.type(tracker, '#entry', code.toLowerCase().replaceAll('-', ' '));
  await citizen.press(tracker, 'Lihat status');
  await citizen.reads(tracker, 'KTP-el hilang');
  await citizen.press(tracker, 'Buka tiket: ubah jadwal');
  await citizen.type(tracker, '#ending', '5432');
  await citizen.page.keyboard.press('Enter');
  await citizen.press(tracker, 'Batalkan');
  await citizen.press(tracker, 'Ya, batalkan');
  await citizen.reads(tracker, 'sudah dibatalkan');
  assert.equal(await server.free('ktp-el-hilang'), before);

  assert.deepEqual(citizen.errors, []);
  await citizen.page.close();
});

test('killed between submit and answer, the server books once and nothing typed is lost', async () => {
  const citizen = await Citizen.open(browser, `${server.url}/35.79/janji?layanan=ktp-el-hilang`);
  const before = await server.free('ktp-el-hilang');
  await citizen.fillIn(name, '0812-1111-2222');

  let lost = 0;
  await citizen.page.setRequestInterception(true);
  citizen.page.on('request', (request) => void loseFirstAnswer(request));
  async function loseFirstAnswer(request: HTTPRequest) {
    if (!request.url().endsWith('/book') || request.method() !== 'POST' || lost > 0)
      return request.continue();
    lost++;
    // The server does its work, and is gone before its answer arrives.
    await fetch(request.url(), {
      method: 'POST',
      headers: request.headers(),
      body: request.postData() ?? null,
    });
    await server.stop('SIGKILL');
    await request.abort('connectionreset');
  }

  await citizen.press(form, 'Ambil nomor antrean');
  await citizen.reads(form, 'Anda tidak akan mendapat dua nomor');
  assert.equal(lost, 1);
  assert.match(await citizen.text(form), new RegExp(name));

  await server.start();
  // It tries again by itself; who does not want to wait presses once.
  await citizen.press(form, 'Coba sekarang').catch(() => undefined);
  await citizen.reads(form, 'Tempat Anda aman');
  assert.equal(await server.free('ktp-el-hilang'), before - 1, 'exactly one seat');
  assert.deepEqual(citizen.errors, []);
  await citizen.page.close();
});

test('neither the log nor the disk knows who came', async () => {
  await server.stop();
  const disk = await server.disk();
  for (const secret of [name, 'Nirmala', '81398765432', '81211112222']) {
    assert.ok(!server.log.includes(secret), `the log says ${secret}`);
    assert.ok(!disk.includes(secret), `the disk says ${secret}`);
  }
  // The test can fail: what is no secret is found.
  assert.ok(server.log.includes('/v1/{regency}'));
  assert.ok(disk.includes('ktp-el-hilang'));
});
