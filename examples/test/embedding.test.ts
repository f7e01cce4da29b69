// The loader on pages that are strict, careless or changing, as other people's pages are.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Browser, HTTPRequest, Page } from 'puppeteer-core';

import { Citizen, openBrowser, patience } from './citizen.ts';
import { ExampleServer } from './server.ts';
import { Site } from './site.ts';

const finder = 'mpp-service-finder';

const link = (widget: string, attributes = '') =>
  `<a data-mpp-widget="${widget}" ${attributes} href="https://mpp.example.go.id/35.79/layanan">MPP</a>`;

const script = (attributes = '') =>
  `<script src="https://mpp.example.go.id/mpp.js" ${attributes} data-api="https://mpp.example.go.id" data-regency="35.79"></script>`;

const html = (body: string) =>
  `<!doctype html><html lang="id"><meta charset="utf-8"><title>Somebody’s</title><body>${body}</body></html>`;

/** Notes what the policy forbade; first in the page, so that it misses nothing. */
const witness = `<script nonce="abc">
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) =>
    violations.push(violatedDirective + ' ' + sourceFile));
</script>`;

const pages = {
  '/strict.html': html(witness + link('service-finder') + script('nonce="abc" defer')),
  '/two-loaders.html': html(link('service-finder') + script('defer') + script('defer')),
  '/careless.html': html(
    link('constructor') +
      link('weather') +
      '<my-own></my-own><mpp-unknown></mpp-unknown>' +
      script(),
  ),
  '/module.html': html(link('service-finder') + script('type="module"')),
  '/two-widgets.html': html(link('service-finder') + link('booking-form') + script()),
  '/moving.html': html(script('defer')),
};

let server: ExampleServer;
let site: Site;
let strictSite: Site;
let browser: Browser;

before(async () => {
  // One after the other: when one does not start, nothing of the other may keep the tests from ending.
  browser = await openBrowser();
  server = await ExampleServer.start();
  const policy = [
    "default-src 'none'",
    "script-src 'nonce-abc' 'strict-dynamic'",
    `connect-src ${server.url}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ];
  site = await Site.open(server.url, pages);
  strictSite = await Site.open(server.url, pages, policy.join('; '));
});

after(async () => {
  await browser.close();
  await Promise.all([site.close(), strictSite.close()]);
  await server.end();
});

async function finish(citizen: Citizen) {
  assert.deepEqual(citizen.errors, []);
  await citizen.page.close();
}

/** Answers with another program for a part of the widgets, and late for all other parts. */
async function tamper(page: Page, part: string, delay = 0) {
  const manifest = new URL('../../packages/widgets/embed/manifest.json', import.meta.url);
  const { names } = JSON.parse(await readFile(manifest, 'utf8')) as {
    names: Record<string, string>;
  };
  const [hash] = Object.entries(names).find(([, name]) => name.startsWith(`${part}.`))!;
  const done = { count: 0, late: 0 };
  const answer = async (request: HTTPRequest) => {
    if (request.url().endsWith(`/mpp/${hash}.js`)) {
      done.count++;
      return request.respond({
        headers: { 'access-control-allow-origin': '*' },
        contentType: 'text/javascript',
        body: 'document.title = "taken over"; export const a = 1',
      });
    }
    if (request.url().includes('/mpp/')) {
      await sleep(delay);
      done.late++;
    }
    return request.continue();
  };
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => void answer(request));
  return done;
}

/** Adds a link to a page that is there already. */
async function addLink({ page }: Citizen, attributes: Record<string, string>) {
  await page.evaluate((given) => {
    const added = document.createElement('a');
    for (const [name, value] of Object.entries(given)) added.setAttribute(name, value);
    document.body.append(added);
  }, attributes);
}

/** Opens a service in the finder: for that it fetches all that it fetches later. */
async function openService(citizen: Citizen) {
  await citizen.type(finder, '#query', 'ktp ilang');
  await citizen.press(finder, '[data-service] a');
  await citizen.reads(finder, 'Surat tanda penerimaan laporan kehilangan');
}

test('a page that allows nothing but a nonce sees nothing forbidden', async () => {
  const citizen = await Citizen.open(browser, `${strictSite.url}/strict.html`);
  await openService(citizen);
  const violations = await citizen.page.evaluate(
    () => Reflect.get(window, 'violations') as string[],
  );
  assert.deepEqual(violations, []);
  await finish(citizen);
});

test('the strict page can fail: a script without the nonce is forbidden, and noticed', async () => {
  const citizen = await Citizen.open(browser, `${strictSite.url}/strict.html`);
  await citizen.page.evaluate(() => {
    const inline = document.createElement('div');
    inline.setAttribute('style', 'color: red');
    document.body.append(inline);
  });
  await citizen.page.waitForFunction(() => (Reflect.get(window, 'violations') as []).length > 0);
  await citizen.page.close();
});

test('a part that is fetched later does not run when it was tampered with', async () => {
  const citizen = await Citizen.open(browser, 'about:blank');
  const tampered = await tamper(citizen.page, 'service-view');
  await citizen.page.goto(`${site.url}/module.html`);
  await citizen.type(finder, '#query', 'ktp ilang');
  await citizen.press(finder, '[data-service] a');
  await citizen.reads(finder, 'belum bisa dimuat');
  // Asked for again, it is fetched again, and checked again.
  const before = tampered.count;
  await citizen.press(finder, 'Coba lagi');
  while (tampered.count === before) await sleep(50);
  await citizen.reads(finder, 'belum bisa dimuat');
  assert.equal(await citizen.page.title(), 'Somebody’s');
  await citizen.page.close();
});

test('a part that others stand on does not run when it was tampered with', async () => {
  const citizen = await Citizen.open(browser, 'about:blank');
  // Those who import it come late: by then the browser may have forgotten that it was refused.
  const tampered = await tamper(citizen.page, 'shared', 500);
  await citizen.page.goto(`${site.url}/two-widgets.html`);
  while (tampered.late === 0) await sleep(50);
  await sleep(500);
  assert.ok(tampered.count > 0);
  assert.equal(await citizen.page.title(), 'Somebody’s');
  const seen = await citizen.page.$$eval('a', (links) => links.map((each) => each.offsetWidth > 0));
  assert.deepEqual(seen, [true, true], 'the links stay links');
  await citizen.page.close();
});

test('the script twice on a page is as good as once', async () => {
  const citizen = await Citizen.open(browser, `${site.url}/two-loaders.html`);
  await openService(citizen);
  assert.equal((await citizen.page.$$(finder)).length, 1);
  await finish(citizen);
});

test('a widget that does not exist is left alone, whatever its name', async () => {
  const citizen = await Citizen.open(browser, `${site.url}/careless.html`);
  await addLink(citizen, { 'data-mpp-widget': 'service-finder' });
  await citizen.reads(finder, 'Layanan apa yang Anda perlu?');
  const seen = await citizen.page.$$eval('a', (links) => links.map((each) => each.offsetWidth > 0));
  assert.deepEqual(seen, [true, true, false]);
  await finish(citizen);
});

test('a link that comes later becomes a widget, which goes when the link goes', async () => {
  const citizen = await Citizen.open(browser, `${site.url}/moving.html`);
  await addLink(citizen, {
    id: 'cari',
    class: 'wide',
    lang: 'en',
    'data-mpp-widget': 'service-finder',
    'data-mpp-query': 'ktp',
  });
  await citizen.reads(finder, 'Which service do you need?');
  const found = await citizen.page.$eval(finder, ({ id, className, query }) => [
    id,
    className,
    query,
  ]);
  assert.deepEqual(found, ['cari', 'wide', 'ktp']);
  assert.ok(await citizen.page.$eval('a', (each) => each.offsetWidth === 0));

  // As a framework does that made the link and knows nothing of the widget.
  await citizen.page.$eval('a', (each) => each.remove());
  await citizen.page.waitForSelector(finder, { ...patience, visible: false, hidden: true });
  await finish(citizen);
});
