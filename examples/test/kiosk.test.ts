// The mall's own terminal: set up, used, left alone, cut off, and revoked, against a real server.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { formatCode } from '@mpp-digital/contract';
import type { Browser, Page } from 'puppeteer-core';

import {
  clientOf,
  openSlots,
  placeId,
  serviceId,
  somebody,
} from '../../packages/server/test/http/citizen.ts';
import { officerAt } from '../../packages/server/test/http/officer.ts';
import { middayZone, openAllDay } from '../../packages/server/test/http/open-mall.ts';
import { newGround, startServer } from '../../packages/server/test/http/server-process.ts';
import { startLocalProvider } from '../../tools/sign-in/local-provider.ts';
import { axeFaults } from './axe-faults.ts';
import { Citizen, openBrowser, patience } from './citizen.ts';
import { freePort } from './server.ts';

const kiosk = 'mpp-kiosk';
const finder = 'mpp-service-finder';

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const provider = await startLocalProvider(0, [address]);
const ground = await newGround('embedded');
await openAllDay(ground, middayZone());
const server = await startServer(ground, {
  PORT: `${port}`,
  MPP_PUBLIC_URL: address,
  MPP_OIDC_ISSUER: provider.issuer,
  MPP_OIDC_CLIENT_ID: provider.clientId,
});
const browser: Browser = await openBrowser();
const wulan = await officerAt(address, 'wulan');
let terminal: Citizen;
let page: Page;

after(async () => {
  await browser.close();
  await provider.close();
});

/** Opens the terminal's page on its tall screen, and notes when the printer is asked. */
before(async () => {
  page = await browser.newPage();
  await page.setViewport({ width: 1080, height: 1920 });
  await page.evaluateOnNewDocument(() => {
    const count = Number(Reflect.get(window, 'printed')) || 0;
    Reflect.set(window, 'printed', count);
    window.print = () => Reflect.set(window, 'printed', Number(Reflect.get(window, 'printed')) + 1);
  });
  terminal = new Citizen(page);
});

const printed = () => page.evaluate(() => Number(Reflect.get(window, 'printed')));

/** From the start to the question whether it is this service. */
async function choose(): Promise<void> {
  await terminal.press(kiosk, 'Ambil nomor antrean');
  await terminal.press(kiosk, 'Dinas Kependudukan');
  await terminal.press(kiosk, `[data-service=${serviceId}]`);
  await terminal.reads(kiosk, 'Ambil nomor:');
}

test('is set up by a code that a manager makes, and types once', async () => {
  await page.goto(`${address}/kiosk`);
  assert.deepEqual(await axeFaults(page), []);
  const { code } = await wulan.kiosk.prepare('antrean-1');
  await page.type('#kode', formatCode(code).toLowerCase());
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await terminal.reads(kiosk, 'Selamat datang. Apa yang Anda perlukan?');
  assert.deepEqual(await axeFaults(page), []);
  assert.ok(!page.url().includes(code));
});

test('gives a number, prints it on 80 mm paper alone, and lets the phone have it', async () => {
  await choose();
  await terminal.reads(kiosk, 'Periksa dulu berkas Anda');
  assert.deepEqual(await axeFaults(page), []);
  await terminal.press(kiosk, '.first input');
  await terminal.press(kiosk, 'Ambil nomor sekarang');
  await terminal.reads(kiosk, 'Nomor antrean Anda');
  await terminal.reads(kiosk, 'Tidak ada orang di depan Anda');
  const number = await terminal.read(kiosk, '.facts .number');
  const { visits } = await wulan.staff.line({ placeId, agencyId: 'dukcapil' });
  assert.deepEqual(
    visits.map((visit) => [visit.number, visit.state, visit.priority]),
    [[number, 'checked-in', true]],
  );
  assert.deepEqual(await axeFaults(page), []);

  await page.waitForFunction(() => Reflect.get(window, 'printed') === 1, patience);
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
  assert.equal(boxes.length, 1, 'one page');
  const [width, height] = boxes[0]!.slice(1).map((points) => (Number(points) * 25.4) / 72);
  assert.ok(Math.abs(width! - 80) < 0.5, `${width} mm`);
  assert.ok(height! > 80 && height! < 200, `${height} mm`);
  await page.emulateMediaType('print');
  const onPaper = await page.evaluate(() => {
    const root = document.querySelector('mpp-kiosk')!.shadowRoot!;
    const shows = (element: Element) => element.getClientRects().length > 0;
    return [...root.children].filter(shows).map(({ className }) => className);
  });
  assert.deepEqual(onPaper, ['receipt']);
  await page.emulateMediaType('screen');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));

  await terminal.press(kiosk, 'Selesai');
  await terminal.reads(kiosk, 'Selamat datang');
});

test('hears a scanner that types, whatever is on the screen', async () => {
  const citizen = clientOf(address);
  const [slot] = await openSlots(citizen);
  const ticket = await citizen.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
  await page.focus(`${kiosk} >>> .way`);
  await page.keyboard.type(ticket.link);
  await page.keyboard.press('Enter');
  await terminal.reads(kiosk, 'Kedatangan Anda sudah tercatat.');
  assert.equal(await terminal.read(kiosk, '.facts .number'), ticket.number);
  assert.deepEqual(await axeFaults(page), []);
  assert.equal(await printed(), 1, 'who has a ticket needs no other, but can have it');
  assert.equal((await citizen.bookings.show(ticket)).state, 'checked-in');

  await page.keyboard.type(formatCode(ticket.code));
  await page.keyboard.press('Enter');
  await terminal.reads(kiosk, 'Anda sudah tercatat hadir.');
  await citizen.bookings.cancel(ticket).catch(() => undefined);
  await terminal.press(kiosk, 'Selesai');
});

test('finds a service, and leads from it to a number', async () => {
  await terminal.press(kiosk, 'Cari layanan');
  await terminal.type(finder, 'input[type=search]', 'ktp rusak');
  await terminal.press(finder, `[data-service=${serviceId}]`).catch(() => undefined);
  const large = await page.$eval(`${finder} >>> input[type=search]`, (field) => {
    const { fontSize } = getComputedStyle(field);
    return [parseFloat(fontSize), field.getBoundingClientRect().height];
  });
  assert.ok(large[0]! >= 24 && large[1]! >= 60, String(large));
  assert.deepEqual(await axeFaults(page), []);
  await page.evaluate((service) => {
    const event = new Event('mpp-book', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(event, 'serviceId', { value: service });
    document.querySelector('mpp-service-finder')!.dispatchEvent(event);
  }, serviceId);
  await terminal.reads(kiosk, 'Ambil nomor:');
  await terminal.press(kiosk, 'Mulai dari awal');
  await terminal.reads(kiosk, 'Selamat datang');
  await terminal.press(kiosk, 'Cari layanan');
  const kept = await page.waitForSelector(`${finder} >>> input[type=search]`, patience);
  assert.equal(await kept!.evaluate((field) => field.value), '');
  await terminal.press(kiosk, 'Mulai dari awal');
});

test('says what it cannot do while it is cut off, and comes back by itself', async () => {
  await choose();
  await page.setOfflineMode(true);
  await terminal.reads(kiosk, 'Sambungan terputus. Sekarang nomor belum bisa diambil');
  const before = (await wulan.staff.line({ placeId, agencyId: 'dukcapil' })).visits.length;
  await terminal.press(kiosk, 'Ambil nomor sekarang');
  assert.deepEqual(await axeFaults(page), []);
  assert.doesNotMatch(await terminal.text(kiosk), /Nomor antrean Anda/);
  await page.setOfflineMode(false);
  await page.waitForFunction(
    (tag) => !document.querySelector(tag)!.shadowRoot!.textContent.includes('Sambungan terputus'),
    patience,
    kiosk,
  );
  await terminal.press(kiosk, 'Ambil nomor sekarang');
  await terminal.reads(kiosk, 'Nomor antrean Anda');
  const { visits } = await wulan.staff.line({ placeId, agencyId: 'dukcapil' });
  assert.equal(visits.length, before + 1);
  await terminal.press(kiosk, 'Selesai');
});

test('asks when nobody is there, and forgets what was typed', async () => {
  await terminal.press(kiosk, 'English');
  await terminal.reads(kiosk, 'Welcome. What do you need?');
  await page.$eval(kiosk, (element) => ((element as HTMLElement & { idle: number }).idle = 1));
  await terminal.press(kiosk, 'I have booked');
  await terminal.type(kiosk, '#code', '7K3M');
  await terminal.reads(kiosk, 'Are you still there?');
  assert.deepEqual(await axeFaults(page), []);
  await page.keyboard.press('Shift');
  await terminal.reads(kiosk, 'Show your ticket');
  const typed = () =>
    page.$eval(`${kiosk} >>> #code`, (field) => (field as HTMLInputElement).value);
  assert.equal(await typed(), '7K3M', 'a touch keeps it');
  await terminal.reads(kiosk, 'in 5 seconds');
  await terminal.reads(kiosk, 'Selamat datang. Apa yang Anda perlukan?');
  const focused = await page.$eval(kiosk, ({ shadowRoot }) => shadowRoot!.activeElement?.tagName);
  assert.equal(focused, 'H2');
  await page.$eval(kiosk, (element) => ((element as HTMLElement & { idle: number }).idle = 60));
  await terminal.press(kiosk, 'Saya punya janji');
  assert.equal(await typed(), '');
  const stored = await page.evaluate(async () => {
    const cached = await (await caches.open('mpp-digital')).keys();
    const paths = cached.map(({ url }) => new URL(url).pathname);
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...paths].sort();
  });
  for (const kept of stored) assert.match(kept, /^\/v1\/35\.79\/(catalogue|services|places)/);
  await terminal.press(kiosk, 'Mulai dari awal');
});

test('is the same on a page of one’s own behind the same address', async () => {
  const own = await browser.newPage();
  await own.setViewport({ width: 1280, height: 800 });
  await own.setRequestInterception(true);
  own.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const file = /^\/anjungan\/(index\.html|kiosk\.css)$/.exec(pathname)?.[1];
    if (!file) return void request.continue();
    const type = file.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
    void readFile(new URL(`../kiosk/${file}`, import.meta.url)).then((body) =>
      request.respond({ contentType: type, body }),
    );
  });
  await own.goto(`${address}/anjungan/index.html`);
  const visitor = new Citizen(own);
  await visitor.reads(kiosk, 'Selamat datang');
  assert.equal(await own.evaluate(() => document.documentElement.scrollWidth), 1280);
  assert.deepEqual(await axeFaults(own), []);
  await visitor.press(kiosk, 'Cari layanan');
  await own.waitForSelector(`${finder} >>> input[type=search]`, patience);
  assert.deepEqual(visitor.errors, []);
  await own.close();
});

test('does nothing more once a manager has revoked it', async () => {
  await choose();
  const { terminals } = await wulan.kiosk.terminals();
  await wulan.kiosk.revoke(terminals.find(({ state }) => state === 'trusted')!.id);
  await terminal.press(kiosk, 'Ambil nomor sekarang');
  await terminal.reads(kiosk, 'Anjungan ini belum terdaftar, atau sudah dicabut.');
  assert.deepEqual(await axeFaults(page), []);
  assert.deepEqual(terminal.errors, []);
  assert.doesNotMatch(server.log(), /Siti/);
});
