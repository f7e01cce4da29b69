// Each example, as somebody else's page or program, against a real server.
import assert from 'node:assert/strict';
import { execFile, exec } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { MppClient, type Ticket } from '@mpp-digital/sdk';
import type { Browser } from 'puppeteer-core';

import { Citizen, openBrowser, patience } from './citizen.ts';
import { ExampleServer } from './server.ts';
import { Site } from './site.ts';

const finder = 'mpp-service-finder';
const form = 'mpp-booking-form';
const tracker = 'mpp-status-tracker';
const folder = (name: string) => fileURLToPath(new URL(`../${name}/`, import.meta.url));

/** Elements that are made by a script, and told only later what to show. */
const createdLater = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Later</title>
<script src="https://mpp.example.go.id/mpp.js" defer data-api="https://mpp.example.go.id" data-regency="11.01"></script>
<body></body></html>`;

let server: ExampleServer;
let site: Site;
let browser: Browser;
let people = 0;

before(async () => {
  // One after the other: when one does not start, nothing of the other may keep the tests from ending.
  browser = await openBrowser();
  server = await ExampleServer.start();
  site = await Site.open(server.url, { '/created-later.html': createdLater });
});

after(async () => {
  await browser.close();
  await site.close();
  await server.end();
});

async function open(path: string): Promise<Citizen> {
  return Citizen.open(browser, site.url + path);
}

/** A booking that somebody made elsewhere. */
async function booked(): Promise<Ticket> {
  const client = new MppClient({ baseUrl: server.url, regency: '35.79' });
  const services = ['ktp-el-baru'];
  const { days } = await client.availability.days({
    placeId: 'mpp-among-warga',
    services,
    days: 14,
  });
  const [slot] = days.flatMap(({ slots }) => slots);
  return client.bookings.book({
    slotId: slot!.id,
    serviceId: 'ktp-el-baru',
    name: 'Sri Wahyuni',
    phone: `+62812${String(++people).padStart(8, '7')}`,
  });
}

async function done(citizen: Citizen): Promise<void> {
  assert.deepEqual(citizen.errors, []);
  await citizen.page.close();
}

test('plain-page: the two lines become the finder, which leads to the server for a time', async () => {
  const citizen = await open('/plain-page/');
  await citizen.type(finder, '#query', 'ktp ilang');
  await citizen.reads(finder, 'KTP-el hilang');
  await citizen.press(finder, '[data-service] a');
  await citizen.reads(finder, 'Surat tanda penerimaan laporan kehilangan');
  const button = await citizen.page.waitForSelector(`${finder} >>> [part=ways] button`, patience);
  await button!.click();
  const there = `${server.url}/35.79/janji?layanan=ktp-el-hilang`;
  await citizen.page.waitForFunction((url) => location.href === url, { timeout: 10_000 }, there);
  await citizen.reads(form, 'Kapan Anda bisa datang?');
  await done(citizen);
});

test('plain-page: without the script, the link leads to a page that works by itself', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${site.url}/plain-page/`);
  await Promise.all([page.waitForNavigation(), page.click('a.mpp-embed')]);
  assert.equal(page.url(), `${server.url}/35.79/layanan`);
  assert.match(await page.$eval('main', (main) => main.textContent), /layanan/i);
  await page.close();
});

test('plain-page: a loader whose hash is another one is not run, and the link stays', async () => {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isLoader = request.url().endsWith('/mpp.js');
    void (isLoader
      ? request.respond({
          headers: { 'access-control-allow-origin': '*' },
          contentType: 'text/javascript',
          body: 'document.title = "taken over"',
        })
      : request.continue());
  });
  await page.goto(`${site.url}/plain-page/`, { waitUntil: 'load' });
  assert.equal(await page.title(), 'Pemerintah Kota Batu');
  assert.ok(await page.$('a.mpp-embed'));
  await page.close();
});

test('sdk-node: finds, books, tracks, moves and cancels', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['journey.ts'], {
    cwd: folder('sdk-node'),
    env: { PATH: process.env['PATH'], MPP_API: server.url },
    timeout: 60_000,
  });
  const lines = stdout.trim().split('\n');
  assert.match(lines[0]!, /^Lost e-KTP: bring Police receipt/);
  assert.match(lines[1]!, /^Booked: number A\d{3}, \d{4}-\d\d-\d\dT/);
  assert.match(lines[2]!, /^Tracked: booked, number A\d{3}$/);
  assert.match(lines[3]!, /^Moved: \d{4}-\d\d-\d\dT/);
  assert.deepEqual(lines.slice(4), ['Cancelled: cancelled', 'Refused: wrong_state']);
});

test('react: builds, hears the finder, and shows the form in its place', async () => {
  await promisify(exec)('npm run -s build', { cwd: folder('react'), timeout: 120_000 });
  const citizen = await open('/react/');
  await citizen.type(finder, '#query', 'ktp ilang');
  await citizen.reads(finder, 'KTP-el hilang');
  await citizen.press(finder, '[data-service] a');
  await citizen.press(finder, 'Ambil nomor antrean');
  await citizen.reads(form, 'Kapan Anda bisa datang?');
  assert.equal(citizen.page.url(), `${site.url}/react/`);
  await citizen.fillIn('Sri Wahyuni', '0812-5555-6666');
  await citizen.press(form, 'Ambil nomor antrean');
  await citizen.reads(form, 'Tempat Anda aman');
  await citizen.page.waitForSelector('[role=status] ::-p-text(Terima kasih)', { timeout: 10_000 });
  await citizen.page.click('main > button');
  await citizen.reads(finder, 'Layanan apa yang Anda perlu?');
  await done(citizen);
});

test('own-theme: wears the site’s tokens and parts, also in the dark, and says its words', async () => {
  const citizen = await open('/own-theme/');
  await citizen.reads(finder, 'Mau urus apa hari ini?');
  await citizen.reads(tracker, 'Antrean Anda sampai mana?');
  await citizen.type(finder, '#query', 'ktp');
  await citizen.page.waitForSelector(`${finder} >>> [part=result]`, patience);
  const look = () =>
    citizen.page.evaluate(() => {
      const style = (tag: string, part?: string) => {
        const element = document.querySelector(tag)!;
        return getComputedStyle(part ? element.shadowRoot!.querySelector(part)! : element);
      };
      return {
        font: style('mpp-service-finder').fontFamily,
        surface: style('mpp-service-finder').backgroundColor,
        button: style('mpp-status-tracker', 'button.primary').backgroundColor,
        corners: style('mpp-status-tracker', 'button.primary').borderRadius,
        part: style('mpp-service-finder', '[part=result]').borderInlineStartStyle,
      };
    });
  assert.deepEqual(await look(), {
    font: 'Georgia, serif',
    surface: 'rgb(255, 250, 243)',
    button: 'rgb(138, 28, 74)',
    corners: '0px',
    part: 'double',
  });
  await citizen.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const { surface, button } = await look();
  assert.deepEqual([surface, button], ['rgb(29, 21, 23)', 'rgb(242, 163, 194)']);
  await done(citizen);
});

test('elements made by createElement, with attributes set later, work', async () => {
  const citizen = await open('/created-later.html');
  await citizen.page.evaluate(() => {
    for (const tag of ['service-finder', 'booking-form', 'status-tracker']) {
      document.body.append(document.createElement(`mpp-${tag}`));
    }
  });
  // The page's own settings name a regency that this server does not serve.
  await citizen.reads(finder, 'belum bisa dimuat');
  await citizen.page.evaluate(() => {
    const all = document.querySelectorAll(
      'mpp-service-finder, mpp-booking-form, mpp-status-tracker',
    );
    all.forEach((element) => element.setAttribute('regency', '35.79'));
    document.querySelector('mpp-booking-form')!.setAttribute('service', 'ktp-el-hilang');
    document.querySelector('mpp-service-finder')!.setAttribute('lang', 'en');
  });
  await citizen.reads(finder, 'Which service do you need?');
  await citizen.reads(form, 'Kapan Anda bisa datang?');
  const { code } = await booked();
  await citizen.page.evaluate((given) => {
    document.querySelector('mpp-status-tracker')!.setAttribute('code', given);
  }, code);
  await citizen.reads(tracker, 'Tempat Anda aman');
  await done(citizen);
});

test('a ticket’s link shows the ticket, and leaves the address without the secret', async () => {
  const { link, number, secret } = await booked();
  const citizen = await Citizen.open(browser, link);
  await citizen.reads(tracker, 'Simpan ke kalender');
  assert.match(await citizen.text(tracker), new RegExp(number));
  assert.equal(citizen.page.url(), link.replace(/#.*/, ''));
  assert.ok(!server.log.includes(secret), 'the log knows the secret');
  await done(citizen);
});
